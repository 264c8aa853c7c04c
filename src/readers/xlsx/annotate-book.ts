import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { PROGRAM } from '../../model/program.js';
import { areaOf, areaOfPlace, cellName } from '../../workbook/references.js';
import { attributeOf, descendants, parseXml } from '../neutral/markup.js';
import { type Relation, relationsIn } from '../neutral/relations.js';
import { commentsIn, commentsPart, joined, othersIn, type Remark } from './comment-parts.js';
import { damagedBook, guardPackage } from './guard-package.js';
import { hasShapes, shapesPart } from './remark-boxes.js';
import { drawingId, withContentTypes, withDrawing, without, withoutDrawing, withRelation } from './sheet-links.js';

/** A remark on a place of a workbook: `三!D7`; on its first sheet if it has no such place. */
export interface Annotation {
  readonly at: string | undefined;
  readonly text: string;
}

type Parts = Record<string, Uint8Array>;

function textOf(parts: Parts, name: string): string {
  const bytes = parts[name];
  return bytes === undefined ? '' : strFromU8(bytes);
}

/** The part with the relationships of another; with those of the file itself, if none is given. */
const relsOf = (part: string): string => part.replace(/([^/]*)$/, '_rels/$1.rels');

const related = (parts: Parts, part: string) =>
  relationsIn(textOf(parts, relsOf(part)), part.slice(0, part.lastIndexOf('/') + 1));

/** The parts of the sheets by their names, in order. */
function sheetParts(parts: Parts): ReadonlyMap<string, string> {
  const book = related(parts, '').find(({ kind }) => kind === 'officeDocument')?.part ?? 'xl/workbook.xml';
  const relations = related(parts, book);
  const sheets = descendants(parseXml(textOf(parts, book)), 'sheet').flatMap((sheet) => {
    const part = relations.find(({ id }) => id === attributeOf(sheet, 'id'))?.part;
    return part === undefined ? [] : [[attributeOf(sheet, 'name') ?? '', part] as const];
  });
  return new Map(sheets);
}

/** The remarks of each sheet by cell; several on one cell are one. */
function remarksBySheet(
  annotations: readonly Annotation[],
  names: readonly string[],
): ReadonlyMap<string, readonly Remark[]> {
  const bySheet = new Map<string, Map<string, string>>();
  for (const { at, text } of annotations) {
    const area = areaOfPlace(at ?? '');
    const [name, cell] = area && names.includes(area.sheet) ? [area.sheet, cellName(area)] : [names[0] ?? '', 'A1'];
    const cells = bySheet.get(name) ?? new Map<string, string>();
    cells.set(cell, [...(cells.get(cell)?.split('\n\n') ?? []), text].join('\n\n'));
    bySheet.set(name, cells);
  }
  return new Map(
    [...bySheet].map(([name, cells]) => [name, [...cells].map(([cell, text]) => ({ cell, text, author: PROGRAM }))]),
  );
}

const TYPES = '[Content_Types].xml';
const [COMMENTS_ID, SHAPES_ID] = ['rIdNianbaoC', 'rIdNianbaoV'];

/** The drawing of remarks that a sheet has, which may hold form controls as well. */
function drawingOf(parts: Parts, sheet: string): Relation | undefined {
  const id = drawingId(textOf(parts, sheet));
  return related(parts, sheet).find((relation) => relation.id === id);
}

/** Takes the remarks of an earlier check out of a sheet that has no others. */
function clear(parts: Parts, sheet: string, old: Relation): void {
  const drawing = drawingOf(parts, sheet);
  const rest = shapesPart([], new Set(), textOf(parts, drawing?.part ?? ''));
  delete parts[old.part];
  let rels = without(textOf(parts, relsOf(sheet)), `Id="${old.id}"`);
  if (drawing && hasShapes(rest)) parts[drawing.part] = strToU8(rest);
  else if (drawing) {
    delete parts[drawing.part];
    rels = without(rels, `Id="${drawing.id}"`);
    parts[sheet] = strToU8(withoutDrawing(textOf(parts, sheet)));
  }
  parts[relsOf(sheet)] = strToU8(rels);
  parts[TYPES] = strToU8(without(textOf(parts, TYPES), `PartName="/${old.part}"`));
}

/** What others have remarked on a sheet, as it stands there; what stands in a remark of ours, as their own again. */
const othersOf = (before: readonly Remark[]): readonly Remark[] =>
  before.flatMap((remark) => {
    const others = othersIn(remark);
    if (others === undefined || others === remark) return others ?? [];
    return { cell: others.cell, author: others.author, text: others.text };
  });

/** Excel shows the thread of a cell instead of its remark: what we have to say stands beside it. */
const isThread = ({ author }: Remark): boolean => author.startsWith('tc=');

function besideThreads(remarks: readonly Remark[], others: readonly Remark[]): readonly Remark[] {
  const taken = new Set([...remarks, ...others].map(({ cell }) => cell));
  const threads = new Set(others.filter(isThread).map(({ cell }) => cell));
  return remarks.map((remark) => {
    if (!threads.has(remark.cell)) return remark;
    const { row, column } = areaOf(`a!${remark.cell}`) ?? { row: 0, column: 0 };
    let free = column + 1;
    while (taken.has(cellName({ row, column: free }))) free += 1;
    const cell = cellName({ row, column: free });
    taken.add(cell);
    return { ...remark, cell, text: `（${remark.cell}）${remark.text}` };
  });
}

/** Puts remarks into a sheet beside those that it has; those of an earlier check go. */
function annotate(parts: Parts, sheet: string, given: readonly Remark[]): void {
  const old = related(parts, sheet).find(({ kind }) => kind === 'comments');
  const before = commentsIn(textOf(parts, old?.part ?? ''));
  if (given.length === 0 && before.every(({ author }) => author !== PROGRAM)) return;
  const others = othersOf(before);
  const remarks = besideThreads(given, others);
  const cells = new Set(remarks.map(({ cell }) => cell));
  const [kept, restored] = [
    others.filter(({ cell, xml }) => xml !== undefined && !cells.has(cell)),
    others.filter(({ cell, xml }) => xml === undefined && !cells.has(cell)),
  ];
  const ours = remarks.map((one) => {
    const other = others.find(({ cell }) => cell === one.cell);
    return other ? joined(one, other) : one;
  });
  if (kept.length + restored.length + ours.length === 0 && old) clear(parts, sheet, old);
  else write(parts, sheet, { kept, added: [...restored, ...ours], old });
}

interface Written {
  /** Remarks that stay as they are, with their boxes. */
  readonly kept: readonly Remark[];
  readonly added: readonly Remark[];
  /** The part that remarks have been in. */
  readonly old: Relation | undefined;
}

function write(parts: Parts, sheet: string, { kept, added, old }: Written): void {
  const own = sheet.replace(/^.*\/|\.xml$/g, '');
  const drawing = drawingOf(parts, sheet);
  const part = old?.part ?? `xl/comments-nianbao-${own}.xml`;
  const shapes = drawing?.part ?? `xl/drawings/vml-nianbao-${own}.vml`;
  const cells = new Set(kept.map(({ cell }) => cell));
  parts[part] = strToU8(commentsPart([...kept, ...added], textOf(parts, part)));
  parts[shapes] = strToU8(shapesPart(added, cells, textOf(parts, shapes)));
  const rels = textOf(parts, relsOf(sheet));
  const linked = old === undefined ? withRelation(rels, COMMENTS_ID, 'comments', part) : rels;
  parts[relsOf(sheet)] = strToU8(drawing ? linked : withRelation(linked, SHAPES_ID, 'vmlDrawing', shapes));
  if (!drawing) parts[sheet] = strToU8(withDrawing(textOf(parts, sheet), SHAPES_ID));
  parts[TYPES] = strToU8(withContentTypes(textOf(parts, TYPES), part));
}

/**
 * A copy of a workbook with remarks on its cells. Nothing else in it changes.
 *
 * @throws ReportError `read/damaged`, `read/too-large`
 */
export function annotateBook(bytes: Uint8Array, name: string, annotations: readonly Annotation[]): Uint8Array {
  guardPackage(bytes, name);
  let parts: Parts;
  try {
    parts = unzipSync(bytes);
  } catch {
    throw damagedBook(name, '压缩包已经损坏');
  }
  const sheets = sheetParts(parts);
  const bySheet = remarksBySheet(annotations, [...sheets.keys()]);
  for (const [sheet, part] of sheets) annotate(parts, part, bySheet.get(sheet) ?? []);
  return zipSync(parts, { level: 6, mtime: '1980-01-01T00:00:00' });
}
