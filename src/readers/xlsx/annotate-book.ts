import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { escapeXml, XML_DECLARATION } from '../../bytes/xml.js';
import { PROGRAM } from '../../model/program.js';
import { areaOf, cellName } from '../../workbook/references.js';
import { attributeOf, descendants, parseXml } from '../neutral/markup.js';
import { commentsIn, commentsPart, type Remark, shapesPart } from './comment-parts.js';
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

const relsOf = (part: string): string => part.replace(/([^/]+)$/, '_rels/$1.rels');

/** The path that a relationship means, from the root of the package. */
function resolved(target: string, from: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}

interface Relation {
  readonly id: string;
  readonly kind: string;
  readonly part: string;
}

function relationsIn(parts: Parts, part: string): readonly Relation[] {
  return descendants(parseXml(textOf(parts, relsOf(part))), 'Relationship').map((relation) => ({
    id: attributeOf(relation, 'Id') ?? '',
    kind: (attributeOf(relation, 'Type') ?? '').split('/').at(-1) ?? '',
    part: resolved(attributeOf(relation, 'Target') ?? '', part),
  }));
}

/** The parts of the sheets by their names, in order. */
function sheetParts(parts: Parts): ReadonlyMap<string, string> {
  const book = relationsIn(parts, '').find(({ kind }) => kind === 'officeDocument')?.part ?? 'xl/workbook.xml';
  const relations = relationsIn(parts, book);
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
    const cut = at?.lastIndexOf('!') ?? -1;
    const sheet = at?.slice(0, Math.max(0, cut)) ?? '';
    const area = names.includes(sheet) ? areaOf(`'${sheet.replaceAll("'", "''")}'!${at?.slice(cut + 1)}`) : undefined;
    const [name, cell] = area ? [sheet, cellName(area)] : [names[0] ?? '', 'A1'];
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
      : rels
          .replace(/<Relationships([^>]*)\/>/, '<Relationships$1></Relationships>')
          .replace(new RegExp(`<Relationship\\b[^>]*\\bId="${id}"[^>]*/>`), '');
  const relation = `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="/${escapeXml(part)}"/>`;
  return whole.replace(/<\/Relationships>/, `${relation}</Relationships>`);
}

/** What stands after the drawing of remarks in a sheet. */
const AFTER =
  /<(?:\w+:)?(?:legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b|<\/(?:\w+:)?worksheet>/;

function withDrawing(sheet: string, id: string): string {
  const prefix = /<((?:\w+:)?)worksheet\b/.exec(sheet)?.[1] ?? '';
  const bare = sheet.replace(/<(?:\w+:)?legacyDrawing\b[^>]*\/>/, '');
  const drawing = `<${prefix}legacyDrawing xmlns:r="${RELATIONS}" r:id="${id}"/>`;
  return bare.replace(AFTER, (next) => drawing + next);
}

/** Puts remarks into a sheet beside those that it has; those of an earlier check go. */
function annotate(parts: Parts, sheet: string, remarks: readonly Remark[], number: number): void {
  const old = relationsIn(parts, sheet).find(({ kind }) => kind === 'comments');
  const kept = commentsIn(textOf(parts, old?.part ?? '')).filter(({ author }) => author !== PROGRAM);
  const cells = new Set(remarks.map(({ cell }) => cell));
  const all = [
    ...kept.filter(({ cell }) => !cells.has(cell)),
    ...remarks.map((one) => {
      const other = kept.find(({ cell }) => cell === one.cell);
      return other ? { ...one, text: `${one.text}\n\n${other.author}：${other.text}` } : one;
    }),
  ];
  const comments = old?.part ?? `xl/comments-nianbao${number}.xml`;
  const shapes = `xl/drawings/vml-nianbao${number}.vml`;
  parts[comments] = strToU8(commentsPart(all));
  parts[shapes] = strToU8(shapesPart(all, number));
  const rels = textOf(parts, relsOf(sheet));
  const linked = old ? rels : withRelation(rels, `rIdNianbaoC${number}`, 'comments', comments);
  parts[relsOf(sheet)] = strToU8(withRelation(linked, `rIdNianbaoV${number}`, 'vmlDrawing', shapes));
  parts[sheet] = strToU8(withDrawing(textOf(parts, sheet), `rIdNianbaoV${number}`));
  const types = '[Content_Types].xml';
  parts[types] = strToU8(withContentTypes(textOf(parts, types), comments));
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
  let number = 0;
  for (const [sheet, remarks] of remarksBySheet(annotations, [...sheets.keys()])) {
    const part = sheets.get(sheet);
    number += 1;
    if (part !== undefined) annotate(parts, part, remarks, number);
  }
  return zipSync(parts, { level: 6, mtime: '1980-01-01T00:00:00' });
}
