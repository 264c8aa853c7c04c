import { ASCENT } from '../fonts/em-box.js';
import type { Fonts } from '../fonts/fonts.js';
import type { Document } from '../model/document.js';
import { sealTop } from '../theme/signoff-geometry.js';
import { type Theme, textWidth } from '../theme/theme.js';
import { boxMaker } from './boxes.js';
import { draftMark } from './draft.js';
import { drawTable } from './draw-table.js';
import type { Page, PageItem, TextItem, TextRole } from './page.js';
import type { Grid } from './page-grid.js';
import { setParagraph } from './paragraph.js';
import type { PlacedSeal, SetSeal } from './place-signoff.js';
import type { Placed } from './press.js';
import { sum } from './row-heights.js';
import { savedPages } from './save-page.js';
import { drawNote } from './table-note.js';

/** What goes on the pages besides the document. */
export interface Extras {
  /** 草稿 across every page, behind the text. */
  readonly draft?: boolean;
  readonly seal?: SetSeal;
}

type PlacedTable = Extract<Placed, { kind: 'table' }>;
type PlacedLine = Extract<Placed, { kind: 'line' }>;

/** The roles of the cells of a slice. A cell that was cut counts where it first appears; its label on the next page is a repeat. */
function rolesOf({ slice, block }: PlacedTable, drawn: Set<string>): (index: number) => TextRole {
  const roles = slice.origins.map((cell): TextRole => {
    if (cell === undefined || drawn.has(`${block} ${cell}`)) return { kind: 'artifact', of: 'repeat' };
    drawn.add(`${block} ${cell}`);
    return { kind: 'cell', block, cell };
  });
  return (index) => roles[index] as TextRole;
}

/** @param at the left edge of the text area, and the top of the line that the seal is attached to */
function drawSeal(
  { lines, x, ...seal }: PlacedSeal,
  at: { readonly x: number; readonly y: number },
  pitch: number,
): PageItem {
  return { ...seal, kind: 'image', x: at.x + x, y: at.y + sealTop(lines, pitch, seal.height) };
}

function drawLine({ at, box }: PlacedLine, { page }: Theme, { pitch }: Grid): readonly PageItem[] {
  const { line, x, size, block, part, bookmark, seal } = box;
  const top = page.margin.top + at * pitch;
  const baseline = top + (pitch - size) / 2 + ASCENT * size;
  const role: TextRole = { kind: 'block', block, ...(part !== undefined && { part }) };
  const { left } = page.margin;
  return [
    { kind: 'text', x: left + x, baseline, runs: line.runs, role, ...(bookmark && { bookmark }) },
    ...(seal ? [drawSeal(seal, { x: left, y: top }, pitch)] : []),
  ];
}

function drawPlaced(placed: Placed, theme: Theme, grid: Grid, drawn: Set<string>): readonly PageItem[] {
  if (placed.kind === 'line') return drawLine(placed, theme, grid);
  const { margin } = theme.page;
  const y = margin.top + placed.at * grid.pitch + theme.table.gap;
  const foot = y + sum(placed.set.heights);
  return [
    ...drawTable(placed.set, { x: margin.left, y }, theme.table, rolesOf(placed, drawn)),
    ...drawNote(placed.set.note, { x: margin.left, y: foot }, theme.table, placed.block),
  ];
}

/** `— 1 —`, one character in from the edge: on the right of odd pages, on the left of even ones (GB/T 9704-2012, 7.5). */
function pageNumber(number: number, theme: Theme, fonts: Fonts): TextItem {
  const { face, size } = theme.styles.pageNumber;
  const { height, margin, pageNumberDrop } = theme.page;
  const width = textWidth(theme.page);
  const setting = { size, width, indent: 0, justify: false };
  const { lines } = setParagraph([{ text: `— ${number} —`, role: face }], setting, fonts);
  const [line] = lines;
  const x = margin.left + (number % 2 === 1 ? width - (line?.width ?? 0) - size : size);
  const baseline = height - margin.bottom + pageNumberDrop;
  return { kind: 'text', x, baseline, runs: line?.runs ?? [], role: { kind: 'artifact', of: 'pageNumber' } };
}

/**
 * Sets a document on pages. Every line, its position and its spacing are decided here, from the advances of the fonts.
 * Characters that no face has are left out; `undrawable` reports them first.
 *
 * @throws ReportError `layout/too-large` if something fits no page
 */
export function typeset(document: Document, theme: Theme, fonts: Fonts, extras: Extras = {}): readonly Page[] {
  const makeBoxes = boxMaker(document, theme, fonts, extras.seal);
  const pages = savedPages(document.blocks.length, makeBoxes, theme, fonts);
  const behind = extras.draft ? [draftMark(theme.page, fonts)] : [];
  const drawn = new Set<string>();
  return pages.map(({ placed, grid }, i) => {
    const drawnItems = placed.flatMap((item) => drawPlaced(item, theme, grid, drawn));
    return { items: [...behind, ...drawnItems, pageNumber(i + 1, theme, fonts)] };
  });
}
