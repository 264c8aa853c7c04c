import type { Fonts } from '../fonts/fonts.js';
import type { TableTheme } from '../theme/theme.js';
import { rowsOf, type Slice } from './cut-table.js';
import type { Grid } from './page-grid.js';
import { raised, sum } from './row-heights.js';
import { type SetTable, setRows } from './set-table.js';

/** A table and the part of the document's that it is. */
interface SetSlice {
  readonly slice: Slice;
  readonly set: SetTable;
}

/** A table with rows as high as the room allows, at the same size; undefined if they would be lower than their texts. */
export function tightened(set: SetTable, room: number, theme: TableTheme): SetTable | undefined {
  const left = room - set.note.height;
  return sum(set.natural) <= left ? { ...set, heights: raised(set.natural, theme.rowHeight, left) } : undefined;
}

/** A table with rows so low that it takes as few lines of a grid as its texts allow. */
export function lowered(set: SetTable, { pitch }: Grid, theme: TableTheme): SetTable {
  const lines = Math.ceil((sum(set.natural) + set.note.height + 2 * theme.gap) / pitch - 1e-6);
  return tightened(set, lines * pitch - 2 * theme.gap, theme) ?? set;
}

/** The last row with a band before which the table can be cut so that the rows above fit in the room. */
function bandWithin(set: SetTable, room: number): number | undefined {
  return set.cells
    .flatMap(({ cell }) => (cell.role === 'band' && cell.row > set.table.headRows ? [cell.row] : []))
    .findLast((row) => sum(set.natural.slice(0, row)) <= room);
}

/** Whether a table can be cut before a band so that the rows above fit in the room. */
export const hasBandWithin = (set: SetTable, room: number): boolean => bandWithin(set, room) !== undefined;

/**
 * A table in two parts, cut before a band, where it begins anew with heads of its own: the first as much as fits in the room.
 *
 * @returns undefined if nothing above a band fits, or the table has none
 */
export function cutAtBand(
  { slice, set }: SetSlice,
  room: number,
  theme: TableTheme,
  fonts: Fonts,
): readonly [above: SetSlice, below: SetSlice] | undefined {
  const row = bandWithin(set, room);
  if (row === undefined) return undefined;
  const part = (from: number, to: number): SetSlice => {
    const rows = rowsOf(slice, from, to);
    return { slice: rows, set: setRows(rows, set, theme, fonts) };
  };
  const above = part(set.table.headRows, row);
  return [{ ...above, set: tightened(above.set, room, theme) ?? above.set }, part(row, set.table.rows)];
}
