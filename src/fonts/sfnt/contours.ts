import { componentsOf, isComposite } from './composite.js';
import type { TrueType } from './truetype.js';

/** A point of an outline, in font units, y upwards; off the curve it bends the curve towards itself. */
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

function readFlags(outline: Buffer, start: number, count: number): { readonly flags: number[]; readonly end: number } {
  const flags: number[] = [];
  let at = start;
  while (flags.length < count) {
    const flag = outline.readUInt8(at++);
    const times = flag & REPEAT ? outline.readUInt8(at++) + 1 : 1;
    for (let i = 0; i < times; i++) flags.push(flag);
  }
  return { flags, end: at };
}

/** The coordinates of all points on one axis, which the font gives as steps. */
function readAxis(outline: Buffer, start: number, flags: readonly number[], axis: typeof X) {
  let [at, value] = [start, 0];
  const values = flags.map((flag) => {
    if (flag & axis.short) value += (flag & axis.same ? 1 : -1) * outline.readUInt8(at++);
    else if (!(flag & axis.same)) {
      value += outline.readInt16BE(at);
      at += 2;
    }
    return value;
  });
  return { values, end: at };
}

function simple(outline: Buffer, count: number): readonly Contour[] {
  const ends = Array.from({ length: count }, (_, i) => outline.readUInt16BE(10 + 2 * i));
  const instructions = 10 + 2 * count;
  const start = instructions + 2 + outline.readUInt16BE(instructions);
  const { flags, end } = readFlags(outline, start, (ends.at(-1) ?? -1) + 1);
  const xs = readAxis(outline, end, flags, X);
  const ys = readAxis(outline, xs.end, flags, Y);
  const points = flags.map((flag, i) => {
    return { x: xs.values[i] as number, y: ys.values[i] as number, onCurve: (flag & ON_CURVE) !== 0 };
  });
  return ends.map((last, i) => points.slice(i === 0 ? 0 : (ends[i - 1] as number) + 1, last + 1));
}

function composite(font: TrueType, outline: Buffer): readonly Contour[] {
  return componentsOf(outline).flatMap(({ glyph, shift: [dx, dy], matrix: [a, b, c, d] }) => {
    const moved = ({ x, y, onCurve }: OutlinePoint) => ({ x: a * x + c * y + dx, y: b * x + d * y + dy, onCurve });
    return contoursOf(font, glyph).map((contour) => contour.map(moved));
  });
}

/** The outline of a glyph; none for white space. */
export function contoursOf(font: TrueType, glyph: number): readonly Contour[] {
  const outline = font.outlineOf(glyph);
  if (outline.length === 0) return [];
  return isComposite(outline) ? composite(font, outline) : simple(outline, outline.readInt16BE(0));
}
