import { greatest } from '../../limits/extremes.js';
import { areaOf, cellName } from '../../workbook/references.js';
import type { Remark } from './comment-parts.js';

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

/** A drawing in the old markup of Office: form controls, pictures and the boxes of remarks alike. */
const DRAWN = /<v:(?:shape|rect|oval|line|group|image|polyline|roundrect)\b/;

const SHAPE_END = '</v:shape>';

const EMPTY = [
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"',
  ' xmlns:x="urn:schemas-microsoft-com:office:excel"></xml>',
].join('');

const BOX = [
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">',
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>',
].join('');

/** The cell that the box of a remark belongs to; nothing for another drawing. */
function remarkedCell(shape: string): string | undefined {
  if (!/ObjectType="Note"/.test(shape)) return undefined;
  const of = (name: string) => Number(new RegExp(`<x:${name}>\\s*(\\d+)`).exec(shape)?.[1] ?? 0);
  return cellName({ row: of('Row'), column: of('Column') });
}

/** A part without the boxes of remarks that do not stay. */
const withoutBoxes = (part: string, kept: ReadonlySet<string>): string =>
  part
    .split(/(?=<v:shape\b)/)
    .map((piece) => {
      const end = piece.indexOf(SHAPE_END) + SHAPE_END.length;
      const cell = end < SHAPE_END.length ? undefined : remarkedCell(piece.slice(0, end));
      return cell === undefined || kept.has(cell) ? piece : piece.slice(end);
    })
    .join('');

/** A block of numbers for shapes that no drawing of the part has. */
function freeBlock(before: string): number {
  const ids = [...before.matchAll(/_x0000_s(\d+)/g)].map(([, id]) => Math.floor(Number(id) / 1024));
  return greatest(ids, 0) + 1;
}

/** Whether anything is drawn. */
export const hasShapes = (part: string): boolean => DRAWN.test(part);

/**
 * The boxes in which remarks are shown, beside all other drawings of a sheet.
 *
 * @param remarks those that are new
 * @param kept the cells whose remarks stay, with their boxes
 * @param before the part as it has been, if there is one
 */
export function shapesPart(remarks: readonly Remark[], kept: ReadonlySet<string>, before: string): string {
  const old = before === '' ? EMPTY : before;
  const rest = withoutBoxes(old, kept);
  const block = freeBlock(rest);
  const shapes = remarks.map((remark, i) => shape(remark, `_x0000_s${block * 1024 + i + 1}`));
  const box = rest.includes('id="_x0000_t202"') ? '' : BOX;
  const layout = rest.includes('<o:shapelayout')
    ? rest.replace(/(<o:idmap\b[^>]*data=")([^"]*)"/, `$1$2,${block}"`)
    : rest.replace(
        /<xml\b[^>]*>/,
        `$&<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${block}"/></o:shapelayout>`,
      );
  return layout.replace(/<\/xml>\s*$/, () => `${box}${shapes.join('')}</xml>`);
}
