import type { Cell, Table } from '../model/document.js';

const CONTINUED = '（续）';

/** A cell's part within rows `from` to `to`; undefined if it has none. A label that is cut is repeated with （续）. */
function clip(cell: Cell, from: number, to: number): Cell | undefined {
  const top = Math.max(cell.row, from);
  const bottom = Math.min(cell.row + cell.rowSpan, to);
  if (top >= bottom) return undefined;
  const isCut = top > cell.row && cell.text !== '' && !cell.text.endsWith(CONTINUED);
  const text = isCut ? `${cell.text}${CONTINUED}` : cell.text;
  return { ...cell, row: top, rowSpan: bottom - top, text };
}

/** A table, or a part of one that had to be cut: each cell still knows which cell of the document it is. */
export interface Piece {
  readonly table: Table;
  /** For each cell its number in the document's table; undefined for a head that is only repeated. */
  readonly origins: readonly (number | undefined)[];
}

/** A table that is not cut. */
export function wholePiece(table: Table): Piece {
  return { table, origins: table.cells.map((_, i) => i) };
}

/** The rows `from` to `to` of a piece as a piece of its own, under the same head. */
export function part({ table, origins }: Piece, from: number, to: number): Piece {
  const { headRows, cells } = table;
  const isFirst = from === headRows;
  const kept = cells.flatMap((cell, i) => {
    if (cell.row < headRows) return [{ cell, origin: isFirst ? origins[i] : undefined }];
    const clipped = clip(cell, from, to);
    return clipped ? [{ cell: { ...clipped, row: clipped.row - from + headRows }, origin: origins[i] }] : [];
  });
  return {
    table: { ...table, cells: kept.map(({ cell }) => cell), rows: headRows + to - from },
    origins: kept.map(({ origin }) => origin),
  };
}

/**
 * Cuts a piece between two rows, so that the first part is as high as its room allows.
 *
 * @param heights of its rows as they are set
 * @returns the two parts, each with the head; undefined if not even one row fits below the head
 */
export function cutPiece(piece: Piece, heights: readonly number[], room: number): readonly [Piece, Piece] | undefined {
  const { headRows, rows } = piece.table;
  let height = 0;
  let row = 0;
  while (row < rows && height + (heights[row] as number) <= room) {
    height += heights[row] as number;
    row++;
  }
  if (row <= headRows || row >= rows) return undefined;
  return [part(piece, headRows, row), part(piece, row, rows)];
}
