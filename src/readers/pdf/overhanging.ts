import { greatest } from '../../limits/extremes.js';
import type { DrawnPage, Glyph } from './drawn-page.js';
import { slotAt } from './fill-grid.js';
import { type Line, linesOf } from './glyph-lines.js';
import type { Grid, GridCell } from './ruled-grid.js';
import { endsEarly } from './split-paragraphs.js';

/** Lines that hang out of the last row of a table at the foot of a page, where browsers cut a row and not the texts in it. */

/** Farther below the line before it, in its size, nothing goes on. */
const NEXT = 1.7;

/** The end of a sentence. */
const ENDS = /[。！？!?][”’）)》]?$/u;

/** The cell of the last row over a line that lies within its columns, if it is narrower than the table. */
function cellOver({ xs, ys, cells }: Grid, { left, right }: Line): GridCell | undefined {
  const slot = slotAt(xs, (left + right) / 2);
  const cell = cells.find(
    ({ row, rowSpan, column, colSpan }) => row + rowSpan === ys.length - 1 && column <= slot && column + colSpan > slot,
  );
  if (cell === undefined || cell.colSpan === xs.length - 1) return undefined;
  const isWithin = left >= (xs[cell.column] as number) && right <= (xs[cell.column + cell.colSpan] as number);
  return isWithin ? cell : undefined;
}

/** The last line of a cell, or of what hangs out of it. */
function lastLine(glyphs: readonly Glyph[], { xs, ys }: Grid, cell: GridCell): Line | undefined {
  const [left, right] = [xs[cell.column] as number, xs[cell.column + cell.colSpan] as number];
  const top = ys[cell.row] as number;
  return linesOf(glyphs.filter(({ x, y }) => x >= left && x < right && y > top)).at(-1);
}

/** Whether a line goes on with what stands in a cell above it: that is full, and has not come to an end. */
function hangsOut(line: Line, grid: Grid, above: readonly Glyph[]): boolean {
  const cell = cellOver(grid, line);
  const last = cell && lastLine(above, grid, cell);
  if (cell === undefined || last === undefined || ENDS.test(last.text)) return false;
  const measure = { left: grid.xs[cell.column] as number, right: grid.xs[cell.column + cell.colSpan] as number };
  return (
    Math.abs(line.size - last.size) < 0.1 * line.size &&
    line.y - last.y <= NEXT * line.size &&
    !endsEarly(last, line, measure, 1.2)
  );
}

/** A page whose lowest table reaches down to the lines that hang out of it, if nothing else stands below it. */
export function withOverhang(page: DrawnPage): DrawnPage {
  const lowest = page.grids.toSorted((a, b) => b.bottom - a.bottom)[0];
  if (lowest === undefined) return page;
  const isBelow = ({ y, size }: Glyph) => y - size * 0.36 >= lowest.bottom;
  const lines = linesOf(page.glyphs.filter(isBelow));
  const hanging = lines.every((line) =>
    hangsOut(
      line,
      lowest,
      page.glyphs.filter(({ y }) => y < line.y - 1),
    ),
  );
  if (lines.length === 0 || !hanging) return page;
  const bottom = greatest(lines.map(({ y, size }) => y + size * 0.3));
  const reaching = { ...lowest, bottom, ys: [...lowest.ys.slice(0, -1), bottom] };
  return { ...page, grids: page.grids.map((grid) => (grid === lowest ? reaching : grid)) };
}
