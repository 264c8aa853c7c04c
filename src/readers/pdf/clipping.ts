import { applied, type Matrix } from './matrix.js';
import { type Box, boxAround } from './page-geometry.js';
import type { ShownGlyph } from './shown-glyphs.js';

/** What is drawn outside of the area that is shown is on no paper: browsers leave such marks where a page ends within a text. */

/** The part of a box that is in another one, too; undefined edges leave it as it is. */
export function clipped(box: Box, matrix: Matrix, edges: unknown): Box {
  const [x1 = NaN, y1 = NaN, x2 = NaN, y2 = NaN] = Array.from({ length: 4 }, (_, i) => Number(Object(edges)[i]));
  if (![x1, y1, x2, y2].every(Number.isFinite)) return box;
  const corners = [applied(matrix, x1, y1), applied(matrix, x2, y1), applied(matrix, x1, y2), applied(matrix, x2, y2)];
  const other = boxAround(corners);
  return {
    left: Math.max(box.left, other.left),
    right: Math.min(box.right, other.right),
    top: Math.max(box.top, other.top),
    bottom: Math.min(box.bottom, other.bottom),
  };
}

/** How a glyph lies to the area that is shown: in it, above or below it, or beside it. A glyph is where its middle is. */
export function sideOf(
  { x, y, dx, dy, size }: ShownGlyph,
  { left, right, top, bottom }: Box,
): 'in' | 'over' | 'beside' {
  const length = Math.hypot(dx, dy) || 1;
  const [along, up] = [x + dx / 2 + (0.36 * size * dy) / length, y + dy / 2 - (0.36 * size * dx) / length];
  if (along < left || along > right) return 'beside';
  return up < top || up > bottom ? 'over' : 'in';
}
