import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { escapeXml, XML_DECLARATION } from '../../bytes/xml.js';
import { PROGRAM } from '../../model/program.js';
import { areaOfPlace, cellName } from '../../workbook/references.js';
import { attributeOf, descendants, parseXml } from '../neutral/markup.js';
import { type Relation, relationsIn } from '../neutral/relations.js';
import { commentsIn, commentsPart, joined, othersIn, type Remark, shapesPart } from './comment-parts.js';
import { damagedBook, guardPackage } from './guard-package.js';

/** A remark on a place of a workbook: `三!D7`; on its first sheet if it has no such place. */
export interface Annotation {
  readonly at: string | undefined;
  readonly text: string;
}

type Parts = Record<string, Uint8Array>;

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

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

/** The package's list of kinds with those of remarks. */
function withContentTypes(types: string, part: string): string {
  const isVmlKnown = /Extension="vml"/i.test(types);
  const vml = '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>';
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
  const override = types.includes(`PartName="/${part}"`) ? '' : `<Override PartName="/${part}" ContentType="${kind}"/>`;
  return types.replace(/<\/((?:\w+:)?)Types>/, (end) => `${isVmlKnown ? '' : vml}${override}${end}`);
}

function withRelation(rels: string, id: string, kind: string, part: string): string {
  const whole =
    rels === ''
      ? `${XML_DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`
      : without(rels.replace(/<Relationships([^>]*)\/>/, '<Relationships$1></Relationships>'), `Id="${id}"`);
  const relation = `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="/${escapeXml(part)}"/>`;
  return whole.replace(/<\/Relationships>/, `${relation}</Relationships>`);
}

/** A list of a package without the entry that has an attribute. */
const without = (list: string, attribute: string): string =>
  list
    .split(/(<(?:\w+:)?(?:Relationship|Override)\b[^>]*\/>)/)
    .filter((entry) => !(entry.startsWith('<') && entry.endsWith('/>') && entry.includes(` ${attribute}`)))
    .join('');

const withoutDrawing = (sheet: string): string => sheet.replace(/<(?:\w+:)?legacyDrawing\b[^>]*\/>/, '');

/** What stands after the drawing of remarks in a sheet. */
const AFTER =
  /<(?:\w+:)?(?:legacyDrawingHF|picture|oleObjects|controls|AlternateContent|webPublishItems|tableParts|extLst)\b|<\/(?:\w+:)?worksheet>/;

/** What stands before the drawing of remarks, and may hold extensions of its own. */
const BEFORE = 'sheetData|autoFilter|sortState|customSheetViews|conditionalFormatting';

function withDrawing(sheet: string, id: string): string {
  const prefix = /<((?:\w+:)?)worksheet\b/.exec(sheet)?.[1] ?? '';
  const bare = withoutDrawing(sheet);
  const start = new RegExp(`^[^]*</${prefix}(?:${BEFORE})>`).exec(bare)?.[0].length ?? 0;
  const drawing = `<${prefix}legacyDrawing xmlns:r="${RELATIONS}" r:id="${id}"/>`;
  return bare.slice(0, start) + bare.slice(start).replace(AFTER, (next) => drawing + next);
}

const TYPES = '[Content_Types].xml';
const [COMMENTS_ID, SHAPES_ID] = ['rIdNianbaoC', 'rIdNianbaoV'];

/** Takes the remarks of an earlier check out of a sheet that has no others. */
function clear(parts: Parts, sheet: string, old: Relation): void {
  delete parts[old.part];
  parts[relsOf(sheet)] = strToU8(without(textOf(parts, relsOf(sheet)), `Id="${old.id}"`));
  parts[sheet] = strToU8(withoutDrawing(textOf(parts, sheet)));
  parts[TYPES] = strToU8(without(textOf(parts, TYPES), `PartName="/${old.part}"`));
}

/** Puts remarks into a sheet beside those that it has; those of an earlier check go. */
function annotate(parts: Parts, sheet: string, remarks: readonly Remark[], number: number): void {
  const old = related(parts, sheet).find(({ kind }) => kind === 'comments');
  const before = commentsIn(textOf(parts, old?.part ?? ''));
  if (remarks.length === 0 && before.every(({ author }) => author !== PROGRAM)) return;
  const kept = before.flatMap((remark) => othersIn(remark) ?? []);
  const cells = new Set(remarks.map(({ cell }) => cell));
  const all = [
    ...kept.filter(({ cell }) => !cells.has(cell)),
    ...remarks.map((one) => {
      const other = kept.find(({ cell }) => cell === one.cell);
      return other ? joined(one, other) : one;
    }),
  ];
  if (all.length === 0 && old) clear(parts, sheet, old);
  else write(parts, sheet, { all, comments: old?.part, number });
}

interface Written {
  readonly all: readonly Remark[];
  /** The part that they have been in. */
  readonly comments: string | undefined;
  readonly number: number;
}

function write(parts: Parts, sheet: string, { all, comments, number }: Written): void {
  const own = sheet.replace(/^.*\/|\.xml$/g, '');
  const part = comments ?? `xl/comments-nianbao-${own}.xml`;
  const shapes = `xl/drawings/vml-nianbao-${own}.vml`;
  parts[part] = strToU8(commentsPart(all));
  parts[shapes] = strToU8(shapesPart(all, number));
  const rels = textOf(parts, relsOf(sheet));
  const linked = comments === undefined ? withRelation(rels, COMMENTS_ID, 'comments', part) : rels;
  parts[relsOf(sheet)] = strToU8(withRelation(linked, SHAPES_ID, 'vmlDrawing', shapes));
  parts[sheet] = strToU8(withDrawing(textOf(parts, sheet), SHAPES_ID));
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
  for (const [i, [sheet, part]] of [...sheets].entries()) annotate(parts, part, bySheet.get(sheet) ?? [], i + 1);
  return zipSync(parts, { level: 6, mtime: '1980-01-01T00:00:00' });
}
