import type { TableTheme } from '../theme/theme.js';
import type { SetCell } from './set-cells.js';

export const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** The heights that the texts need. If a cell over several rows needs more, its rows share the difference. */
export function naturalHeights(cells: readonly SetCell[], rows: number, theme: TableTheme): readonly number[] {
  const heights = new Array<number>(rows).fill(0);
  const bySpan = cells.toSorted((a, b) => a.cell.rowSpan - b.cell.rowSpan);
  for (const { cell, lines, size } of bySpan) {
    const needed = Math.max(1, lines.length) * size * theme.leading + 2 * theme.padding.y;
    const covered = heights.slice(cell.row, cell.row + cell.rowSpan);
    const lack = (needed - sum(covered)) / cell.rowSpan;
    for (let row = cell.row; lack > 0 && row < cell.row + cell.rowSpan; row++)
      heights[row] = (heights[row] as number) + lack;
  }
  return heights;
}

/** Raises low rows to the preferred height, or to the greatest common height at which the table still fits in the room. */
export function raised(natural: readonly number[], preferred: number, room: number): readonly number[] {
  const at = (least: number) => natural.map((height) => Math.max(height, least));
  if (sum(natural) > room || sum(at(preferred)) <= room) return at(preferred);
  let [low, high] = [0, preferred];
  for (let i = 0; i < 20; i++) {
    const middle = (low + high) / 2;
    if (sum(at(middle)) <= room) low = middle;
    else high = middle;
  }
  return at(low);
}
