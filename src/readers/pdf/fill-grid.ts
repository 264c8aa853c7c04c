import type { Word } from './glyph-words.js';
import type { Grid, GridCell } from './ruled-grid.js';

/** The index of the slot between edges in which a position lies; the outermost ones reach beyond the table. */
export function slotAt(edges: readonly number[], position: number): number {
  let slot = 0;
  while (slot < edges.length - 2 && position >= (edges[slot + 1] as number)) slot++;
  return slot;
}

/** The cell of each slot. */
function cellBySlot({ xs, cells }: Grid): readonly (readonly GridCell[])[] {
  const rows: GridCell[][] = [];
  for (const cell of cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      const line = rows[row] ?? new Array<GridCell>(xs.length - 1);
      rows[row] = line;
      line.fill(cell, cell.column, cell.column + cell.colSpan);
    }
  }
  return rows;
}

export type Contents = ReadonlyMap<GridCell, readonly Word[]>;

/** The words in each cell, by their middle. */
export function fillGrid(grid: Grid, words: readonly Word[]): Contents {
  const slots = cellBySlot(grid);
  const contents = new Map<GridCell, Word[]>();
  for (const word of words) {
    const cell = slots[slotAt(grid.ys, (word.top + word.bottom) / 2)]?.[slotAt(grid.xs, (word.left + word.right) / 2)];
    if (cell === undefined) continue;
    const inside = contents.get(cell);
    if (inside) inside.push(word);
    else contents.set(cell, [word]);
  }
  return contents;
}
