import type { Theme } from '../theme/theme.js';
import { heightOf, linesOf } from './box-groups.js';
import type { TableBox } from './boxes.js';
import { cutRow, rowsOf, type Slice } from './cut-table.js';
import { normalGrid } from './page-grid.js';
import { type Press, place, remaining, turn } from './press.js';
import { sum } from './row-heights.js';
import { type SetTable, setRows } from './set-table.js';
import { tooHigh } from './table-errors.js';

/**
 * Sets the part above a cut. Labels that the cut shortens can make rows higher, so less room is tried until the part fits. At least
 * one row stays below the cut.
 */
function cut(
  { slice, set }: { readonly slice: Slice; readonly set: SetTable },
  whole: SetTable,
  press: Press,
): { readonly set: SetTable; readonly slice: Slice } | undefined {
  const { table } = press.theme;
  const room = remaining(press) * press.page.grid.pitch - 2 * table.gap;
  for (let tried = Math.min(room, sum(set.heights) - (set.heights.at(-1) ?? 0)); tried > 0; ) {
    const row = cutRow(slice, set.heights, tried);
    if (row === undefined) return undefined;
    const above = rowsOf(slice, set.table.headRows, row);
    const setAbove = setRows(above, whole, table, press.fonts);
    const excess = heightOf(setAbove) - room;
    if (excess <= 0) return { set: setAbove, slice: above };
    tried -= excess;
  }
  return undefined;
}

/** The rest of a table from a row on, limited to the rows that are sure to fill two pages, so that each row is set only a few times. */
function leftFrom(row: number, slice: Slice, { page, table: theme }: Theme): Slice {
  const least = (theme.sizes.at(-1) as number) * theme.leading + 2 * theme.padding.y;
  const { lines, pitch } = normalGrid(page);
  return rowsOf(slice, row, Math.min(slice.table.rows, row + Math.ceil((2 * lines * pitch) / least)));
}

/** Places a table in as many slices as it takes, the last on a page that also has room for the lines after it. */
export function placeInSlices(press: Press, box: TableBox, whole: SetTable, linesAfter: number): void {
  let [rest, row] = [{ slice: box.slice, set: whole }, box.slice.table.headRows];
  while (linesOf(rest.set, press.page.grid, press.theme) + linesAfter > remaining(press)) {
    const above = cut(rest, whole, press);
    // A table of one row need not share its page with the lines after it.
    if (above === undefined && linesOf(rest.set, press.page.grid, press.theme) <= remaining(press)) break;
    if (above) place(press, { ...box, slice: above.slice }, above.set);
    else if (press.at === 0) throw tooHigh(rest.set, press.theme);
    if (above) row += above.slice.table.rows - above.slice.table.headRows;
    const slice = leftFrom(row, box.slice, press.theme);
    rest = { slice, set: setRows(slice, whole, press.theme.table, press.fonts) };
    turn(press);
  }
  place(press, { ...box, slice: rest.slice }, rest.set);
}
