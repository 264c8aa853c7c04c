import { diagnostic, type Path, ReportError } from '../diagnostics/diagnostic.js';
import type { Fonts } from '../fonts/fonts.js';
import type { Cell, Table } from '../model/document.js';
import type { TableTheme } from '../theme/theme.js';
import type { Piece } from './cut-table.js';
import { naturalHeights, raised, sum } from './row-heights.js';
import { type Context, largest, type SetCell, setCells } from './set-cells.js';

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

function edges(widths: readonly number[], width: number): readonly number[] {
  const total = sum(widths);
  return [0, ...widths.map((_, i) => (width * sum(widths.slice(0, i + 1))) / total)];
}

const sizesUpTo = (size: number, { sizes }: TableTheme): readonly number[] =>
  sizes.filter((smaller) => smaller <= size);

/** Labels in one size; all figures in that size or, where a long one does not fit, all in the next smaller that holds it. */
function trySize(table: Table, size: number, context: Context): SetTable | undefined {
  const isFigure = ({ role }: Cell): boolean => role === 'figure';
  const labels = setCells(
    table.cells.filter((cell) => !isFigure(cell)),
    size,
    context,
  );
  if (labels === undefined) return undefined;
  const figures = largest(table.cells.filter(isFigure), sizesUpTo(size, context.theme), context);
  if (figures === undefined) return undefined;
  const byCell = new Map([...labels, ...figures].map((set) => [set.cell, set]));
  const cells = table.cells.map((cell) => byCell.get(cell) as SetCell);
  return { table, size, cells, columns: context.columns, heights: naturalHeights(cells, table.rows, context.theme) };
}

function tooNarrow({ description }: Table, { sizes }: TableTheme, path: Path): ReportError {
  return new ReportError([
    diagnostic('layout/too-large', {
      message: `表格“${description}”里有一格，用最小的字号也放不下`,
      path,
      found: `${sizes.at(-1)} 磅时仍放不下`,
      expected: '每个数字和词都能在格内排成一行',
      hint: '缩短格内文字，减少列数，或用 width 调整列宽',
    }),
  ]);
}

/** The first cell that does not fit in a size; the table itself if every one does. */
function misfit(table: Table, size: number, context: Context): Cell | Table {
  return table.cells.find((cell) => setCells([cell], size, context) === undefined) ?? table;
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
  if (widest === undefined) throw tooNarrow(table, theme, misfit(table, smallest, context).path);
  return { ...widest, heights: raised(widest.heights, theme.rowHeight, Number.POSITIVE_INFINITY) };
}

/**
 * Sets a part of a table that is set as a whole: its cells as they are there, and anew the labels that were cut.
 *
 * @throws ReportError `layout/too-large` if a label that was cut no longer fits its cell
 */
export function setPart({ table, origins }: Piece, whole: SetTable, theme: TableTheme, fonts: Fonts): SetTable {
  const { size, columns } = whole;
  const context = { columns, theme, fonts };
  const cells = table.cells.map((cell, i) => {
    // Heads that are only repeated stand in both at the same place.
    const before = whole.cells[origins[i] ?? i] as SetCell;
    if (before.cell.text === cell.text) return { ...before, cell };
    const [anew] = largest([cell], sizesUpTo(before.size, theme), context) ?? [];
    if (anew === undefined) throw tooNarrow(table, theme, cell.path);
    return anew;
  });
  const heights = naturalHeights(cells, table.rows, theme);
  return { table, size, cells, columns, heights: raised(heights, theme.rowHeight, Number.POSITIVE_INFINITY) };
}
