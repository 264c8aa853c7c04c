import { ASCENT } from '../fonts/em-box.js';
import type { Fonts } from '../fonts/fonts.js';
import type { Document } from '../model/document.js';
import { sealTop } from '../theme/signoff-geometry.js';
import { type Theme, textWidth } from '../theme/theme.js';
import { boxMaker } from './boxes.js';
import { draftMark } from './draft.js';
import { drawTable } from './draw-table.js';
import type { Area, Page, PageItem, TextItem, TextRole } from './page.js';
import type { Grid } from './page-grid.js';
import { setParagraph } from './paragraph.js';
import type { SetSeal } from './place-signoff.js';
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

const topOf = ({ at }: PlacedLine, { page }: Theme, { pitch }: Grid): number => page.margin.top + at * pitch;

/** Where the seal is that is attached to a line, if there is one. */
function sealArea(placed: PlacedLine, theme: Theme, grid: Grid): Area | undefined {
  const { seal } = placed.box;
  if (seal === undefined) return undefined;
  const { lines, x, width, height } = seal;
  const y = topOf(placed, theme, grid) + sealTop(lines, grid.pitch, height);
  return { x: theme.page.margin.left + x, y, width, height };
}

function drawLine(placed: PlacedLine, theme: Theme, grid: Grid): readonly PageItem[] {
  const { line, x, size, block, part, bookmark, seal } = placed.box;
  const { pitch } = grid;
  const top = topOf(placed, theme, grid);
  const baseline = top + (pitch - size) / 2 + ASCENT * size;
  const role: TextRole = { kind: 'block', block, ...(part !== undefined && { part }) };
  const { left } = theme.page.margin;
  const area = sealArea(placed, theme, grid);
  return [
    { kind: 'text', x: left + x, baseline, runs: line.runs, role, ...(bookmark && { bookmark }) },
    ...(area && seal?.picture ? [{ kind: 'image' as const, ...area, picture: seal.picture }] : []),
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

/** The room that is kept for a seal on a page. */
function sealPlaceIn(all: readonly Placed[], theme: Theme, grid: Grid): Area | undefined {
  const sealed = all.find(
    (one): one is PlacedLine => one.kind === 'line' && one.box.seal !== undefined && one.box.seal.picture === undefined,
  );
  return sealed && sealArea(sealed, theme, grid);
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
    const items = [...behind, ...drawnItems, pageNumber(i + 1, theme, fonts)];
    return { items, sealPlace: sealPlaceIn(placed, theme, grid) };
  });
}
