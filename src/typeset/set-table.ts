import { diagnostic, ReportError } from '../diagnostics.js';
import type { Fonts } from '../fonts/fonts.js';
import { memoOf } from '../memo.js';
import type { Cell, CellRole, Table } from '../model/document.js';
import { splitEnumerator } from '../model/enumerator.js';
import type { FaceRole, TableTheme } from '../theme/theme.js';
import type { StyledText } from './glyphs.js';
import { type Setting, setBalanced, setParagraph } from './paragraph.js';
import type { SetLine } from './set-line.js';

/** A cell with its lines; lengths in points. */
interface SetCell {
  readonly cell: Cell;
  readonly size: number;
  readonly lines: readonly SetLine[];
}

/** What the cells of a table share. */
interface Context {
  readonly columns: readonly number[];
  readonly theme: TableTheme;
  readonly fonts: Fonts;
}

/** A table whose texts are set and whose rows have heights. */
export interface SetTable {
  readonly table: Table;
  /** Size of the labels; figures may be set smaller to fit. */
  readonly size: number;
  readonly cells: readonly SetCell[];
  /** Left edges of the columns and the right edge of the last, from the left of the text area. */
  readonly columns: readonly number[];
  /** The height of each row. */
  readonly heights: readonly number[];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

function edges(widths: readonly number[], width: number): readonly number[] {
  const total = sum(widths);
  return [0, ...widths.map((_, i) => (width * sum(widths.slice(0, i + 1))) / total)];
}

const isHead = ({ role }: Cell): boolean => role === 'head' || role === 'stubhead' || role === 'note';

/** A head is never one character above the other, unless it is one character. */
const isStacked = (lines: readonly SetLine[]): boolean =>
  lines.length > 1 && lines.some(({ runs }) => [...runs.map((run) => run.text).join('')].length === 1);

/** Puts the enumerator of a row's head on a line of its own where the words then go on the next: （三） over 不予公开. */
function setStub(texts: readonly StyledText[], setting: Setting, fonts: Fonts): ReturnType<typeof setParagraph> {
  const whole = setParagraph(texts, setting, fonts);
  const [only] = texts;
  const label = only && whole.lines.length > 1 ? splitEnumerator(only.text) : undefined;
  if (only === undefined || label === undefined) return whole;
  const words = setParagraph([{ ...only, text: label.words }], setting, fonts);
  if (words.lines.length > 1) return whole;
  const enumerator = setParagraph([{ ...only, text: label.enumerator }], setting, fonts);
  return { lines: [...enumerator.lines, ...words.lines], torn: words.torn };
}

const SETTERS: { readonly [R in CellRole]: typeof setParagraph } = {
  band: setParagraph,
  stubhead: setBalanced,
  note: setBalanced,
  head: setBalanced,
  stub: setStub,
  figure: setParagraph,
  text: setParagraph,
};

/** Cells set before: the form's labels stand in every report, and so do small figures. */
const known = memoOf<Fonts, ReturnType<typeof setParagraph>>(4096);
/** Longer texts hardly come again. */
const LONGEST_KNOWN = 60;

function setText({ role, text }: Cell, face: FaceRole, size: number, width: number, fonts: Fonts) {
  const set = () => SETTERS[role]([{ text, role: face }], { size, width, indent: 0, justify: false }, fonts);
  return text.length > LONGEST_KNOWN ? set() : known(fonts)(`${role} ${face} ${size} ${width} ${text}`, set);
}

/** Sets the text of one cell; undefined if a word or a figure does not fit its width. */
function setCell(cell: Cell, size: number, { columns, theme, fonts }: Context): SetCell | undefined {
  const { face } = theme.cells[cell.role];
  const room = (columns[cell.column + cell.colSpan] as number) - (columns[cell.column] as number) - 2 * theme.padding.x;
  const { lines, torn } = setText(cell, face, size, room, fonts);
  if (torn || (cell.role === 'figure' && lines.length > 1) || (isHead(cell) && isStacked(lines))) return undefined;
  return { cell, size, lines };
}

/** Sets all these cells in one size; undefined if one does not fit. */
function setCells(cells: readonly Cell[], size: number, context: Context): readonly SetCell[] | undefined {
  const set: SetCell[] = [];
  for (const cell of cells) {
    const one = setCell(cell, size, context);
    if (one === undefined) return undefined;
    set.push(one);
  }
  return set;
}

/** The cells in the largest of these sizes in which all fit. */
function largest(cells: readonly Cell[], sizes: readonly number[], context: Context): readonly SetCell[] | undefined {
  for (const size of sizes) {
    const set = setCells(cells, size, context);
    if (set) return set;
  }
  return undefined;
}

/** The heights that the texts ask for. What a cell over several rows lacks is shared among them. */
function naturalHeights(cells: readonly SetCell[], rows: number, theme: TableTheme): readonly number[] {
  const heights = new Array<number>(rows).fill(0);
  const bySpan = cells.toSorted((a, b) => a.cell.rowSpan - b.cell.rowSpan);
  for (const { cell, lines, size } of bySpan) {
    const needed = Math.max(1, lines.length) * size * theme.leading + 2 * theme.padding.y;
    const covered = heights.slice(cell.row, cell.row + cell.rowSpan);
    const lack = (needed - sum(covered)) / cell.rowSpan;
    for (let row = cell.row; lack > 0 && row < cell.row + cell.rowSpan; row++)
      heights[row] = (heights[row] as number) + lack;
  }
  return heights;
}

/** Raises low rows to the theme's height, or to the greatest common height with which the table stays within its room. */
function raised(natural: readonly number[], preferred: number, room: number): readonly number[] {
  const at = (least: number) => natural.map((height) => Math.max(height, least));
  if (sum(natural) > room || sum(at(preferred)) <= room) return at(preferred);
  let [low, high] = [0, preferred];
  for (let i = 0; i < 20; i++) {
    const middle = (low + high) / 2;
    if (sum(at(middle)) <= room) low = middle;
    else high = middle;
  }
  return at(low);
}

/** Labels in one size; all figures in that size or, where a long one does not fit, all in the next smaller that holds it. */
function trySize(table: Table, size: number, context: Context): SetTable | undefined {
  const isFigure = ({ role }: Cell): boolean => role === 'figure';
  const labels = setCells(
    table.cells.filter((cell) => !isFigure(cell)),
    size,
    context,
  );
  if (labels === undefined) return undefined;
  const sizes = context.theme.sizes.filter((smaller) => smaller <= size);
  const figures = largest(table.cells.filter(isFigure), sizes, context);
  if (figures === undefined) return undefined;
  const byCell = new Map([...labels, ...figures].map((set) => [set.cell, set]));
  const cells = table.cells.map((cell) => byCell.get(cell) as SetCell);
  return { table, size, cells, columns: context.columns, heights: naturalHeights(cells, table.rows, context.theme) };
}

function tooNarrow({ source, description }: Table, smallest: number): ReportError {
  return new ReportError([
    diagnostic('layout/too-large', {
      message: `表格“${description}”里有一格，用最小的字号也放不下`,
      path: source.split('.'),
      found: `${smallest} 磅时仍放不下`,
      expected: '每个数字和词都能在格内排成一行',
      hint: '缩短格内文字，减少列数，或用 width 调整列宽',
    }),
  ]);
}

/**
 * Sets a table in the largest size in which every word and figure fits its cell and the table fits the room; if it fits the
 * room in no size, in the largest that fits the cells.
 *
 * @param width of the text area
 * @param room the height that the table may take to stay whole
 * @throws ReportError `layout/too-large` if a cell cannot hold its text in any size
 */
export function setTable(table: Table, width: number, room: number, theme: TableTheme, fonts: Fonts): SetTable {
  const context = { columns: edges(table.widths, width), theme, fonts };
  const smallest = theme.sizes.at(-1) ?? 0;
  const canBeWhole = table.rows * (smallest * theme.leading + 2 * theme.padding.y) <= room;
  let widest: SetTable | undefined;
  for (const size of theme.sizes) {
    const set = trySize(table, size, context);
    if (set === undefined) continue;
    widest ??= set;
    if (!canBeWhole) break;
    if (sum(set.heights) <= room) return { ...set, heights: raised(set.heights, theme.rowHeight, room) };
  }
  if (widest === undefined) throw tooNarrow(table, smallest);
  return { ...widest, heights: raised(widest.heights, theme.rowHeight, Number.POSITIVE_INFINITY) };
}
