import type { Table } from '../../model/document.js';
import type { TableFit } from './table-fit.js';

/**
 * For each row, whether it stays on a page with the next. All do in a table that goes on one page. In others the head stays
 * with the first row below it, a band with the row it leads to, and the rows of one label with each other, unless no page
 * holds them all.
 */
export function keptRows(table: Table, { whole, heights, room }: TableFit): readonly boolean[] {
  const inTable = (row: number): boolean => row < table.rows - 1;
  if (whole) return heights.map((_, row) => inTable(row));
  const total = (from: number, to: number): number => heights.slice(from, to).reduce((sum, height) => sum + height, 0);
  const left = room - total(0, table.headRows);
  const groups = table.cells.filter(({ row, rowSpan }) => rowSpan > 1 && total(row, row + rowSpan) <= left);
  const bands = table.cells.filter(({ role }) => role === 'band');
  return heights.map(
    (_, row) =>
      inTable(row) &&
      (row < table.headRows ||
        groups.some((group) => group.row <= row && row < group.row + group.rowSpan - 1) ||
        bands.some((band) => band.row + band.rowSpan - 1 === row)),
  );
}
