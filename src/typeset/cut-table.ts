import type { Cell, Table } from '../model/document.js';

const CONTINUED = '（续）';

/**
 * The part of a cell within rows `from` to `to`, moved so that row `from` becomes row `at`; undefined if there is none. If the cut goes
 * through a label, the rest has the label again with （续）.
 */
function clip(cell: Cell, from: number, to: number, at: number): Cell | undefined {
  const top = Math.max(cell.row, from);
  const bottom = Math.min(cell.row + cell.rowSpan, to);
  if (top >= bottom) return undefined;
  const isCut = top > cell.row && cell.text !== '' && !cell.text.endsWith(CONTINUED);
  const text = isCut ? `${cell.text}${CONTINUED}` : cell.text;
  const { column, colSpan, role, breaks, path } = cell;
  return { row: top - from + at, column, rowSpan: bottom - top, colSpan, role, text, breaks, path };
}

/** A table or a part of it, whose cells still know which cell of the document they are. */
export interface Slice {
  readonly table: Table;
  /** For each cell its number in the table of the document; undefined for a repeated head. */
  readonly origins: readonly (number | undefined)[];
  /** For each row the number of the first cell that reaches into it or stands below it. Cells are in the order of their rows. */
  readonly firsts: readonly number[];
}

function firstsOf({ cells, rows }: Table): readonly number[] {
  const firsts = new Array<number>(rows).fill(cells.length);
  for (const [i, { row, rowSpan }] of cells.entries()) {
    const last = row + rowSpan - 1;
    firsts[last] = Math.min(firsts[last] as number, i);
  }
  for (let row = rows - 2; row >= 0; row--) firsts[row] = Math.min(firsts[row] as number, firsts[row + 1] as number);
  return firsts;
}

const sliceOf = (table: Table, origins: Slice['origins']): Slice => ({ table, origins, firsts: firstsOf(table) });

/** The whole table. */
export function uncut(table: Table): Slice {
  return sliceOf(
    table,
    table.cells.map((_, i) => i),
  );
}

/** The rows `from` to `to` of a slice, below the same head; with the last row goes the note. */
export function rowsOf({ table, origins, firsts }: Slice, from: number, to: number): Slice {
  const { headRows, cells } = table;
  const head = cells.slice(0, firsts[headRows]);
  const isFirst = from === headRows;
  const kept = head.map((cell, i) => ({ cell, origin: isFirst ? origins[i] : undefined }));
  for (let i = firsts[from] ?? cells.length; (cells[i]?.row ?? to) < to; i++) {
    const clipped = clip(cells[i] as Cell, from, to, headRows);
    if (clipped) kept.push({ cell: clipped, origin: origins[i] });
  }
  const rows = headRows + to - from;
  const note = to === table.rows ? table.note : undefined;
  return sliceOf(
    { ...table, cells: kept.map(({ cell }) => cell), rows, note },
    kept.map(({ origin }) => origin),
  );
}

/**
 * The row before which to cut a slice, so that the part above is as high as fits in the room.
 *
 * @param heights the heights of its rows
 * @returns undefined if not even one row fits below the head, or if all fit
 */
export function cutRow({ table }: Slice, heights: readonly number[], room: number): number | undefined {
  const { headRows, rows } = table;
  let height = 0;
  let row = 0;
  while (row < rows && height + (heights[row] as number) <= room) {
    height += heights[row] as number;
    row++;
  }
  return row <= headRows || row >= rows ? undefined : row;
}
