import type { Cell, Table } from '../model/document.js';

const CONTINUED = '（续）';

/**
 * A cell's part within rows `from` to `to`, of which the first becomes row `at`; undefined if it has none. A label that is cut is
 * repeated with （续）.
 */
function clip(cell: Cell, from: number, to: number, at: number): Cell | undefined {
  const top = Math.max(cell.row, from);
  const bottom = Math.min(cell.row + cell.rowSpan, to);
  if (top >= bottom) return undefined;
  const isCut = top > cell.row && cell.text !== '' && !cell.text.endsWith(CONTINUED);
  const text = isCut ? `${cell.text}${CONTINUED}` : cell.text;
  const { column, colSpan, role, path } = cell;
  return { row: top - from + at, column, rowSpan: bottom - top, colSpan, role, text, path };
}

/** A table, or a part of one that had to be cut: each cell still knows which cell of the document it is. */
export interface Piece {
  readonly table: Table;
  /** For each cell its number in the document's table; undefined for a head that is only repeated. */
  readonly origins: readonly (number | undefined)[];
  /** For each row the first cell that reaches into it or stands below: cells are in the order of their rows. */
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

const pieceOf = (table: Table, origins: Piece['origins']): Piece => ({ table, origins, firsts: firstsOf(table) });

/** A table that is not cut. */
export function wholePiece(table: Table): Piece {
  return pieceOf(
    table,
    table.cells.map((_, i) => i),
  );
}

/** The rows `from` to `to` of a piece as a piece of its own, under the same head. */
export function part({ table, origins, firsts }: Piece, from: number, to: number): Piece {
  const { headRows, cells } = table;
  const head = cells.slice(0, firsts[headRows]);
  const isFirst = from === headRows;
  const kept = head.map((cell, i) => ({ cell, origin: isFirst ? origins[i] : undefined }));
  for (let i = firsts[from] ?? cells.length; (cells[i]?.row ?? to) < to; i++) {
    const clipped = clip(cells[i] as Cell, from, to, headRows);
    if (clipped) kept.push({ cell: clipped, origin: origins[i] });
  }
  const rows = headRows + to - from;
  return pieceOf(
    { ...table, cells: kept.map(({ cell }) => cell), rows },
    kept.map(({ origin }) => origin),
  );
}

/**
 * The row before which a piece is to be cut, so that the part above is as high as its room allows.
 *
 * @param heights of its rows as they are set
 * @returns undefined if not even one row fits below the head, or if all fit
 */
export function cutRow({ table }: Piece, heights: readonly number[], room: number): number | undefined {
  const { headRows, rows } = table;
  let height = 0;
  let row = 0;
  while (row < rows && height + (heights[row] as number) <= room) {
    height += heights[row] as number;
    row++;
  }
  return row <= headRows || row >= rows ? undefined : row;
}
