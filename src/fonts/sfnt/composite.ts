import { int8, int16, uint16 } from '../../bytes/big-endian.js';

/** Composite glyphs: those made of other glyphs (OpenType, glyf table). */

const WORDS = 0x0001;
const ARE_OFFSETS = 0x0002;
const SCALE = 0x0008;
const MORE = 0x0020;
const XY_SCALE = 0x0040;
const TWO_BY_TWO = 0x0080;

/** A part of a composite glyph. */
export interface Component {
  readonly glyph: number;
  /** The offset in the outline at which the number of the glyph stands. */
  readonly numberAt: number;
  /** In font units. A part that is aligned by points is not shifted. */
  readonly shift: readonly [dx: number, dy: number];
  /** The transformation: x becomes ax + cy, y becomes bx + dy. */
  readonly matrix: readonly [a: number, b: number, c: number, d: number];
}

/** Whether an outline is that of a composite glyph. */
export const isComposite = (outline: Uint8Array): boolean => outline.length > 0 && int16(outline, 0) < 0;

function readShift(outline: Uint8Array, at: number, flags: number): Component['shift'] {
  if (!(flags & ARE_OFFSETS)) return [0, 0];
  return flags & WORDS ? [int16(outline, at), int16(outline, at + 2)] : [int8(outline, at), int8(outline, at + 1)];
}

/** The matrix, and how many bytes it takes. */
function readMatrix(outline: Uint8Array, at: number, flags: number): readonly [Component['matrix'], number] {
  const number = (i: number) => int16(outline, at + 2 * i) / 0x4000;
  if (flags & TWO_BY_TWO) return [[number(0), number(1), number(2), number(3)], 8];
  if (flags & XY_SCALE) return [[number(0), 0, 0, number(1)], 4];
  if (flags & SCALE) return [[number(0), 0, 0, number(0)], 2];
  return [[1, 0, 0, 1], 0];
}

/** The parts of a composite glyph, in order. */
export function componentsOf(outline: Uint8Array): readonly Component[] {
  const components: Component[] = [];
  let at = 10;
  let flags: number;
  do {
    flags = uint16(outline, at);
    const matrixAt = at + (flags & WORDS ? 8 : 6);
    const [matrix, length] = readMatrix(outline, matrixAt, flags);
    const shift = readShift(outline, at + 4, flags);
    components.push({ glyph: uint16(outline, at + 2), numberAt: at + 2, shift, matrix });
    at = matrixAt + length;
  } while (flags & MORE);
  return components;
}
