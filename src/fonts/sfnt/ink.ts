import { int16 } from '../../bytes/big-endian.js';
import { componentsOf, isComposite } from './composite.js';
import type { TrueType } from './truetype.js';

/** Composite glyphs may be made of composite ones, but hardly any deeper. */
const DEEPEST = 5;

/** Whether a glyph draws anything: some fonts have empty glyphs for characters that they do not really have. */
export function hasInk(font: TrueType, glyph: number, depth = 0): boolean {
  const outline = font.outlineOf(glyph);
  if (outline.length === 0) return false;
  if (isComposite(outline)) {
    return depth < DEEPEST && componentsOf(outline).some((part) => hasInk(font, part.glyph, depth + 1));
  }
  const [contours, left, bottom, right, top] = [0, 2, 4, 6, 8].map((at) => int16(outline, at));
  return contours !== 0 && left !== right && bottom !== top;
}
