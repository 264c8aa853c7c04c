import { least } from '../../limits/extremes.js';
import { bareText } from './block-text.js';
import type { PageTable } from './page-block.js';
import { stackPieces } from './stack-pieces.js';

/** Tables cut over pages, put together again. */

/** How far apart, in points, edges of the same column may be drawn on two pages. */
const NEAR = 4;

/** The edges of both pieces as one. */
function unitedEdges(upper: readonly number[], lower: readonly number[]): readonly number[] {
  const extra = lower.filter((edge) => !upper.some((one) => Math.abs(one - edge) <= NEAR));
  return [...upper, ...extra].sort((a, b) => a - b);
}

const indexOf = (edges: readonly number[], edge: number): number => {
  const distances = edges.map((one) => Math.abs(one - edge));
  return distances.indexOf(least(distances));
};

/** Where the edges of a piece are among those of the whole. As many are the same, however far texts keep from them. */
const indexesOf = (own: readonly number[], edges: readonly number[]): readonly number[] =>
  own.map((edge, i) => (own.length === edges.length ? i : indexOf(edges, edge)));

/** A piece on the edges of the whole. */
function widened(table: PageTable, edges: readonly number[], shift: number): PageTable {
  const own = table.edges.map((edge) => edge + shift);
  const at = [...indexesOf(own, edges)];
  // All columns are covered, also where the texts of a piece begin or end a little inside.
  at[at.length - 1] = edges.length - 1;
  at[0] = 0;
  const cells = table.cells.map((cell) => {
    const column = at[cell.column] as number;
    return { ...cell, column, colSpan: (at[cell.column + cell.colSpan] as number) - column };
  });
  return { ...table, edges, cells };
}

const rowText = (table: PageTable, row: number): string =>
  table.cells
    .filter((cell) => cell.row === row)
    .map((cell) => `${cell.column}+${cell.colSpan}x${cell.rowSpan}:${bareText(cell)}`)
    .join('|');

/** A head that is repeated by the file's own word has no text of its own. */
const blankRow = (table: PageTable, row: number): string => rowText(table, row).replace(/:[^|]*/gu, ':');

/** The number of rows at the top of a piece that only repeat the head of the table. */
function repeatedRows(upper: PageTable, lower: PageTable): number {
  let rows = 0;
  const isAlike = (row: number) => {
    const below = rowText(lower, row);
    return below === rowText(upper, row) || below === blankRow(upper, row);
  };
  while (rows < Math.min(upper.rows, lower.rows) && isAlike(rows)) rows++;
  const isCut = (at: number) => lower.cells.some(({ row, rowSpan }) => row < at && row + rowSpan > at);
  while (rows > 0 && isCut(rows)) rows--;
  return rows === lower.rows ? 0 : rows;
}

const withoutHead = (table: PageTable, head: number): PageTable => ({
  ...table,
  rows: table.rows - head,
  cells: table.cells.filter(({ row }) => row >= head).map((cell) => ({ ...cell, row: cell.row - head })),
});

/** A piece without a row: cells that begin there are gone, those that reach into it are a row shorter. */
function withoutRow(table: PageTable, gone: number): PageTable {
  const cells = table.cells
    .filter(({ row, rowSpan }) => row !== gone || rowSpan > 1)
    .map((cell) => {
      const reaches = cell.row <= gone && gone < cell.row + cell.rowSpan;
      return { ...cell, row: cell.row > gone ? cell.row - 1 : cell.row, rowSpan: cell.rowSpan - (reaches ? 1 : 0) };
    });
  return { ...table, rows: table.rows - 1, cells };
}

/** A row that has nothing but a strip of paper at the cut: the page ends or begins within it. */
function withoutStrip(table: PageTable, row: number): PageTable {
  const starting = table.cells.filter((cell) => cell.row === row && cell.rowSpan === 1);
  const isStrip = table.rows > 1 && starting.length > 0 && starting.every((cell) => bareText(cell) === '');
  return isStrip ? withoutRow(table, row) : table;
}

/** The edges that both pieces have in common; undefined if a column of one would lie in two of the other. */
function commonEdges(upper: PageTable, lower: PageTable, shift: number): readonly number[] | undefined {
  if (!upper.isTorn && !lower.isTorn)
    return unitedEdges(
      upper.edges,
      lower.edges.map((edge) => edge + shift),
    );
  // Columns found by texts are as many as texts show them: the piece that shows more of them tells.
  const [more, less] = upper.edges.length >= lower.edges.length ? [upper, lower] : [lower, upper];
  const at = indexesOf(less.edges, more.edges);
  return at.every((one, i) => i === 0 || one > (at[i - 1] as number)) ? more.edges : undefined;
}

/** One table of a piece at the end of a page and one at the beginning of the next; undefined if they are two tables. */
export function joinTables(upper: PageTable, lower: PageTable): PageTable | undefined {
  const [left, right] = [upper.edges[0] as number, upper.edges.at(-1) as number];
  const [from, to] = [lower.edges[0] as number, lower.edges.at(-1) as number];
  const isTorn = upper.isTorn || lower.isTorn;
  if (!isTorn && Math.abs(right - left - (to - from)) > NEAR) return undefined;
  if (isTorn && Math.abs(right - to) > 40) return undefined;
  const shift = isTorn ? 0 : left - from;
  const edges = commonEdges(upper, lower, shift);
  if (edges === undefined) return undefined;
  const [above, below] = [widened(upper, edges, 0), widened(lower, edges, shift)];
  const rest = withoutHead(below, repeatedRows(above, below));
  return stackPieces(withoutStrip(above, above.rows - 1), withoutStrip(rest, 0));
}
