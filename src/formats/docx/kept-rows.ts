import type { Table } from '../../model/document.js';
import type { TableFit } from '../../theme/table-fit.js';

/**
 * For each row, whether it stays on the same page as the next. In a table that fits on one page, all rows do, unless it has bands: before each of these it may
 * be cut, because it begins anew there. In others the head stays with the first row, a band with the row below it, and the rows of one label with each other
 * unless they do not fit on a page.
 */
export function keptRows(table: Table, { whole, heights, room }: TableFit): readonly boolean[] {
  const kept = heights.map((_, row) => whole || row < table.headRows);
  const total = (from: number, to: number): number => heights.slice(from, to).reduce((sum, height) => sum + height, 0);
  const left = room - total(0, table.headRows);
  for (const { role, row, rowSpan } of whole ? [] : table.cells) {
    const end = row + rowSpan;
    if (role === 'band') kept[end - 1] = true;
    if (rowSpan > 1 && total(row, end) <= left) kept.fill(true, row, end - 1);
  }
  for (const { role, row } of whole ? table.cells : []) if (role === 'band' && row > 0) kept[row - 1] = false;
  // The last row stays with the note below.
  return kept.fill(table.note !== undefined, table.rows - 1);
}
