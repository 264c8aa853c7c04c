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

/** Flags of a part of a composite glyph. */
const WORDS = 0x0001;
const ARE_OFFSETS = 0x0002;
const SCALE = 0x0008;
const MORE = 0x0020;
const XY_SCALE = 0x0040;
const TWO_BY_TWO = 0x0080;

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

/** How a part of a composite glyph is scaled and turned, and where the next part begins. */
function readMatrix(
  outline: Buffer,
  start: number,
  flags: number,
): { readonly matrix: number[]; readonly end: number } {
  const number = (i: number) => outline.readInt16BE(start + 2 * i) / 0x4000;
  if (flags & TWO_BY_TWO) return { matrix: [number(0), number(1), number(2), number(3)], end: start + 8 };
  if (flags & XY_SCALE) return { matrix: [number(0), 0, 0, number(1)], end: start + 4 };
  if (flags & SCALE) return { matrix: [number(0), 0, 0, number(0)], end: start + 2 };
  return { matrix: [1, 0, 0, 1], end: start };
}

/** A part stands where it is shifted to; one that is hung up by its points stands where it is. */
function readShift(outline: Buffer, at: number, flags: number): readonly [number, number] {
  if (!(flags & ARE_OFFSETS)) return [0, 0];
  return flags & WORDS
    ? [outline.readInt16BE(at), outline.readInt16BE(at + 2)]
    : [outline.readInt8(at), outline.readInt8(at + 1)];
}

function composite(font: TrueType, outline: Buffer): readonly Contour[] {
  const contours: Contour[] = [];
  let at = 10;
  let flags: number;
  do {
    flags = outline.readUInt16BE(at);
    const [dx, dy] = readShift(outline, at + 4, flags);
    const { matrix, end } = readMatrix(outline, at + (flags & WORDS ? 8 : 6), flags);
    const [a = 1, b = 0, c = 0, d = 1] = matrix;
    const moved = ({ x, y, onCurve }: OutlinePoint) => ({ x: a * x + c * y + dx, y: b * x + d * y + dy, onCurve });
    contours.push(...contoursOf(font, outline.readUInt16BE(at + 2)).map((contour) => contour.map(moved)));
    at = end;
  } while (flags & MORE);
  return contours;
}

/** The outline of a glyph; none for white space. */
export function contoursOf(font: TrueType, glyph: number): readonly Contour[] {
  const outline = font.outlineOf(glyph);
  if (outline.length === 0) return [];
  const count = outline.readInt16BE(0);
  return count < 0 ? composite(font, outline) : simple(outline, count);
}
