import { escapeXml, XML_DECLARATION } from '../../bytes/xml.js';
import { PROGRAM } from '../../model/program.js';
import { areaOf } from '../../workbook/references.js';
import { attributeOf, descendants, type Element, elementsOf, parseXml } from '../neutral/markup.js';

/** A remark on a cell: `D7`. */
export interface Remark {
  readonly cell: string;
  readonly text: string;
  readonly author: string;
}

const BEFORE_OTHERS = '—— 原有批注 ——';
const JOINED = new RegExp(`\\r?\\n\\r?\\n${BEFORE_OTHERS}\\r?\\n([^：]*)：([\\s\\S]*)$`, 'u');

/** A remark of ours on a cell that has somebody else's: a cell can have one only. */
export const joined = (ours: Remark, { author, text }: Remark): Remark => ({
  ...ours,
  text: `${ours.text}\n\n${BEFORE_OTHERS}\n${author}：${text}`,
});

/** What others say in a remark: all of theirs, what stands joined in one of ours, or nothing. */
export function othersIn<R extends { readonly author?: string; readonly text: string }>(remark: R): R | undefined {
  if (remark.author !== PROGRAM) return remark;
  const [, author, text] = JOINED.exec(remark.text) ?? [];
  return author === undefined || text === undefined ? undefined : { ...remark, author, text };
}

const words = (element: Element): string =>
  descendants(element, 't')
    .flatMap(({ children }) => children.filter((child) => typeof child === 'string'))
    .join('');

/** The remarks of a part of a package. */
export function commentsIn(xml: string): readonly Remark[] {
  const root = parseXml(xml);
  const authors = descendants(root, 'authors').flatMap((list) =>
    elementsOf(list).map((author) => author.children.join('')),
  );
  return descendants(root, 'comment').map((comment) => ({
    cell: attributeOf(comment, 'ref') ?? 'A1',
    text: words(comment),
    author: authors[Number(attributeOf(comment, 'authorId') ?? 0)] ?? '',
  }));
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The part that holds the texts of remarks. */
export function commentsPart(remarks: readonly Remark[]): string {
  const authors = [...new Set(remarks.map(({ author }) => author))];
  const list = remarks.map(
    ({ cell, text, author }) =>
      `<comment ref="${escapeXml(cell)}" authorId="${authors.indexOf(author)}"><text><r><t xml:space="preserve">${escapeXml(text)}</t></r></text></comment>`,
  );
  const names = authors.map((author) => `<author>${escapeXml(author)}</author>`).join('');
  return `${XML_DECLARATION}<comments xmlns="${MAIN}"><authors>${names}</authors><commentList>${list.join('')}</commentList></comments>`;
}

/** The lines that a remark takes in a box of about twenty full-width characters. */
const linesOf = (text: string): number =>
  text.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / 20), 0);

function shape({ cell, text }: Remark, id: string): string {
  const { row, column } = areaOf(`a!${cell}`) ?? { row: 0, column: 0 };
  const bottom = row + Math.min(30, linesOf(text) + 1);
  return [
    `<v:shape id="${id}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">`,
    '<v:fill color2="#ffffe1"/><v:path o:connecttype="none"/><v:textbox><div style="text-align:left"></div></v:textbox>',
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>',
    `<x:Anchor>${column + 1},15,${row},2,${column + 5},15,${bottom},4</x:Anchor><x:AutoFill>False</x:AutoFill>`,
    `<x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
  ].join('');
}

/** The boxes in which remarks are shown. */
export function shapesPart(remarks: readonly Remark[], number: number): string {
  const shapes = remarks.map((remark, i) => shape(remark, `_x0000_s${number * 1024 + i + 1}`));
  return [
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"',
    ' xmlns:x="urn:schemas-microsoft-com:office:excel">',
    `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${number}"/></o:shapelayout>`,
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">',
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>',
    ...shapes,
    '</xml>',
  ].join('');
}
