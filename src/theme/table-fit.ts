import { once } from '../memo/once.js';
import type { Cell, Table } from '../model/document.js';
import { splitNote } from '../model/noted-text.js';
import { ems } from './ems.js';
import { labelLineCount } from './label-lines.js';
import { linePitch, type Theme } from './theme.js';
import { lineWidth, twips } from './twips.js';

/** The sizes of a table: lengths in twips, font sizes in points. */
export interface TableFit {
  readonly columns: readonly number[];
  /** Font size of the labels. */
  readonly size: number;
  /** Font size of the figures: that of the labels, or smaller if a long figure would not fit on one line. */
  readonly figureSize: number;
  /** The least height of rows. */
  readonly rowHeight: number;
  /** The height that each row needs, the height that it has, and the height available on a page, in points. */
  readonly needed: readonly number[];
  readonly heights: readonly number[];
  readonly room: number;
  /** Whether the table fits on one page together with its heading. */
  readonly whole: boolean;
}

/** Column widths that add up to a whole exactly, because the edges are rounded, not the widths. */
export function columnWidths(widths: readonly number[], total: number): readonly number[] {
  const sum = widths.reduce((a, b) => a + b, 0);
  let passed = 0;
  return widths.map((width) => {
    const from = Math.round((passed / sum) * total);
    passed += width;
    return Math.round((passed / sum) * total) - from;
  });
}

/** The width of the slots that a cell covers. */
export function cellWidth({ column, colSpan }: Cell, columns: readonly number[]): number {
  return columns.slice(column, column + colSpan).reduce((a, b) => a + b, 0);
}

/** The room for a line of the cell, in twips. */
function lineRoom(cell: Cell, columns: readonly number[], { table }: Theme): number {
  return cellWidth(cell, columns) - 2 * twips(table.padding.x);
}

/** How many full-width characters a line of the cell holds. */
export function charactersPerLine(cell: Cell, columns: readonly number[], size: number, theme: Theme): number {
  return lineRoom(cell, columns, theme) / twips(size);
}

/** The needs of a cell. Texts are in ems, the room for a line in twips. */
interface Wants {
  readonly cell: Cell;
  readonly room: number;
  /** Each of its lines: those that are given, and a figure and its note. */
  readonly lines: readonly number[];
  /** The longest stretch that must not be broken: the whole figure without its note, or a word or number in other cells. */
  readonly piece: number;
}

/** Whether a cell has a figure, with or without a note. */
const isFigure = ({ role }: Cell): boolean => role === 'figure' || role === 'noted';

/** What a cell needs wherever it stands. */
function measured(cell: Cell): Pick<Wants, 'lines' | 'piece'> {
  const { figure, note } = cell.role === 'noted' ? splitNote(cell.text) : { figure: cell.text };
  const pieces = isFigure(cell) ? [ems(figure)] : (cell.text.match(/[!-~]+/g) ?? []).map(ems);
  const lines = note === undefined ? cell.text.split('\n') : [figure, note];
  return { lines: lines.map(ems), piece: pieces.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY) };
}

/** The labels of the statutory tables are the same cells in every report. */
const measuredLabel = once(measured);

function wantsOf(cell: Cell, columns: readonly number[], theme: Theme): Wants {
  const { lines, piece } = isFigure(cell) ? measured(cell) : measuredLabel(cell);
  return { cell, room: lineRoom(cell, columns, theme), lines, piece };
}

const HEADS: ReadonlySet<Cell['role']> = new Set<Cell['role']>(['head', 'stubhead', 'note']);

/** Whether a head would have a last line of one character, which Word fills lines to: 自然 above 人. */
function isStacked({ cell, room, lines }: Wants, size: number): boolean {
  const [text = 0, ...more] = lines;
  const perLine = room / twips(size);
  if (!HEADS.has(cell.role) || more.length > 0 || text <= perLine) return false;
  if (labelLineCount(cell, perLine) !== undefined) return false;
  const whole = Math.max(1, Math.floor(perLine));
  return text - whole * Math.floor(text / whole) === 1 || whole === 1;
}

/** The height that each row needs, in points. Cells over several rows are left out: they have room enough in the statutory tables. */
function neededHeights(rows: number, wants: readonly Wants[], size: number, { table }: Theme): readonly number[] {
  const heights = new Array<number>(rows).fill(0);
  for (const { cell, room, lines: texts } of wants) {
    if (cell.rowSpan > 1) continue;
    const [perLine, whole] = [room / twips(size), Math.max(1, Math.floor(room / twips(size)))];
    const linesOf = (text: number) => (cell.role === 'figure' || text <= perLine ? 1 : Math.ceil(text / whole));
    const isOneLine = texts.length === 1 && (texts[0] ?? 0) <= perLine;
    const lines = isOneLine
      ? 1
      : (labelLineCount(cell, perLine) ?? texts.reduce((sum, text) => sum + linesOf(text), 0));
    const height = lines * size * table.leading + 2 * table.padding.y;
    heights[cell.row] = Math.max(heights[cell.row] ?? 0, height);
  }
  return heights;
}

/** The greatest row height, up to the theme's, at which the table fits in the room, in twips; undefined if it does not fit at any. */
function rowHeightIn(room: number, needed: readonly number[], { table }: Theme): number | undefined {
  const total = (least: number) => needed.reduce((sum, height) => sum + Math.max(least / 20, height) + table.rule, 0);
  if (total(0) > room) return undefined;
  let [low, high] = [0, twips(table.rowHeight)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (total(middle) <= room) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The height of the note below a table, in points. */
function noteHeight({ note }: Table, size: number, { page, table }: Theme): number {
  if (note === undefined) return 0;
  const perLine = lineWidth(page) / twips(size);
  const lines = note.paragraphs.reduce((sum, text) => sum + Math.max(1, Math.ceil(ems(text) / perLine)), 0);
  return lines * size * table.leading + table.padding.y;
}

/**
 * Chooses the largest font size at which the table fits on one page with its note. If no size fits on a page, the largest that breaks no word is taken.
 *
 * @param linesAbove how many lines of headings stay with the table
 */
export function fitTable(table: Table, theme: Theme, linesAbove: number): TableFit {
  const { page, table: style } = theme;
  const columns = columnWidths(table.widths, lineWidth(page));
  const room = page.height - page.margin.top - page.margin.bottom - linesAbove * linePitch(page) - 2 * style.gap;
  const smallest = style.sizes.at(-1) ?? 0;
  const wants = table.cells.map((cell) => wantsOf(cell, columns, theme));
  const [figures = [], others = []] = [true, false].map((is) => wants.filter(({ cell }) => isFigure(cell) === is));
  const largest = (cells: readonly Wants[], limit: number, less = 0) =>
    style.sizes.find(
      (size) =>
        size <= limit && cells.every((one) => one.piece <= (one.room - less) / twips(size) && !isStacked(one, size)),
    );
  const limit = largest(others, style.sizes[0] ?? 0) ?? smallest;
  const clear = 2 * twips(style.clear - style.padding.x);
  const figureSize = (size: number) => largest(figures, size, clear) ?? largest(figures, size) ?? smallest;
  const fitIn = (size: number, height: number, needed: readonly number[], whole: boolean): TableFit => {
    const heights = needed.map((least) => Math.max(least, height / 20) + style.rule);
    return { columns, size, figureSize: figureSize(size), rowHeight: height, needed, heights, room, whole };
  };
  for (const size of style.sizes.filter((one) => one <= limit)) {
    const needed = neededHeights(table.rows, wants, size, theme);
    const height = rowHeightIn(room - noteHeight(table, size, theme), needed, theme);
    if (height !== undefined) return fitIn(size, height, needed, true);
  }
  return fitIn(limit, twips(style.rowHeight), neededHeights(table.rows, wants, limit, theme), false);
}

/** The font size of a cell. */
export function cellSize(cell: Cell, fit: TableFit): number {
  return isFigure(cell) ? fit.figureSize : fit.size;
}

/**
 * The table with lower rows at the same size, if that lets it fit in what is left of a page; as it was if it fits already, or not even so.
 *
 * @param rest what is left of the page, as it is estimated, in points
 */
export function tightenFit(table: Table, fit: TableFit, rest: number, theme: Theme): TableFit {
  const room = rest - theme.table.gap - noteHeight(table, fit.size, theme);
  if (!fit.whole || fit.heights.reduce((sum, height) => sum + height, 0) <= room) return fit;
  // A line is kept in reserve where there is one, because the estimate may be wrong by that much.
  const height = rowHeightIn(room - linePitch(theme.page), fit.needed, theme) ?? rowHeightIn(room, fit.needed, theme);
  if (height === undefined) return fit;
  const heights = fit.needed.map((least) => Math.max(least, height / 20) + theme.table.rule);
  return { ...fit, rowHeight: height, heights };
}
