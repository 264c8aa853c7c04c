import { int16, uint8, uint16 } from '../../bytes/big-endian.js';
import { componentsOf, isComposite } from './composite.js';
import type { TrueType } from './truetype.js';

/** A point of an outline, in font units, y upwards. A point off the curve is a control point. */
export interface OutlinePoint {
  readonly x: number;
  readonly y: number;
  readonly onCurve: boolean;
}

/** A closed curve. */
export type Contour = readonly OutlinePoint[];

/** Flags of a point (OpenType, glyf table). */
const ON_CURVE = 0x01;
const REPEAT = 0x08;
const X = { short: 0x02, same: 0x10 };
const Y = { short: 0x04, same: 0x20 };

function readFlags(
  outline: Uint8Array,
  start: number,
  count: number,
): { readonly flags: number[]; readonly end: number } {
  const flags: number[] = [];
  let at = start;
  while (flags.length < count) {
    const flag = uint8(outline, at++);
    const times = flag & REPEAT ? uint8(outline, at++) + 1 : 1;
    for (let i = 0; i < times; i++) flags.push(flag);
  }
  return { flags, end: at };
}

/** The coordinates of all points on one axis. The font states each as a difference from the one before. */
function readAxis(outline: Uint8Array, start: number, flags: readonly number[], axis: typeof X) {
  let [at, value] = [start, 0];
  const values = flags.map((flag) => {
    if (flag & axis.short) value += (flag & axis.same ? 1 : -1) * uint8(outline, at++);
    else if (!(flag & axis.same)) {
      value += int16(outline, at);
      at += 2;
    }
    return value;
  });
  return { values, end: at };
}

function simple(outline: Uint8Array, count: number): readonly Contour[] {
  const ends = Array.from({ length: count }, (_, i) => uint16(outline, 10 + 2 * i));
  const instructions = 10 + 2 * count;
  const start = instructions + 2 + uint16(outline, instructions);
  const { flags, end } = readFlags(outline, start, (ends.at(-1) ?? -1) + 1);
  const xs = readAxis(outline, end, flags, X);
  const ys = readAxis(outline, xs.end, flags, Y);
  const points = flags.map((flag, i) => {
    return { x: xs.values[i] as number, y: ys.values[i] as number, onCurve: (flag & ON_CURVE) !== 0 };
  });
  return ends.map((last, i) => points.slice(i === 0 ? 0 : (ends[i - 1] as number) + 1, last + 1));
}

function composite(font: TrueType, outline: Uint8Array): readonly Contour[] {
  return componentsOf(outline).flatMap(({ glyph, shift: [dx, dy], matrix: [a, b, c, d] }) => {
    const moved = ({ x, y, onCurve }: OutlinePoint) => ({ x: a * x + c * y + dx, y: b * x + d * y + dy, onCurve });
    return contoursOf(font, glyph).map((contour) => contour.map(moved));
  });
}

/** The contours of a glyph; none for white space. */
export function contoursOf(font: TrueType, glyph: number): readonly Contour[] {
  const outline = font.outlineOf(glyph);
  if (outline.length === 0) return [];
  return isComposite(outline) ? composite(font, outline) : simple(outline, int16(outline, 0));
}
