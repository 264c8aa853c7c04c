import { int16, uint8, uint16 } from '../../bytes/big-endian.js';
import { componentsOf, isComposite } from './composite.js';

/** Glyphs of a font that somebody hands in, looked at before anything is drawn of them (OpenType, glyf table). */

/** How deep composite glyphs may be made of composite ones. */
const DEEPEST = 8;

const REPEAT = 0x08;
/** By the bits of a flag for one axis: how many bytes a coordinate takes. */
const sizeOn = (flag: number, short: number, same: number): number => (flag & short ? 1 : flag & same ? 0 : 2);

/** Whether the points that a simple outline states are all there. @throws RangeError if its own lengths are not */
function isWhole(outline: Uint8Array): boolean {
  const contours = int16(outline, 0);
  let last = -1;
  for (let i = 0; i < contours; i++) {
    const end = uint16(outline, 10 + 2 * i);
    if (end <= last) return false;
    last = end;
  }
  const instructions = 10 + 2 * contours;
  let at = contours === 0 ? outline.length : instructions + 2 + uint16(outline, instructions);
  let [left, size] = [last + 1, 0];
  while (left > 0) {
    const flag = uint8(outline, at++);
    const times = Math.min(left, flag & REPEAT ? uint8(outline, at++) + 1 : 1);
    size += times * (sizeOn(flag, 0x02, 0x10) + sizeOn(flag, 0x04, 0x20));
    left -= times;
  }
  return at + size <= outline.length;
}

/** How many points a simple outline has: each stands once in the font, however many glyphs are made of it. */
function pointsIn(outline: Uint8Array): number {
  const contours = outline.length === 0 ? 0 : int16(outline, 0);
  return contours === 0 ? 0 : uint16(outline, 8 + 2 * contours) + 1;
}

/** What a glyph comes to: how many outlines it is drawn of, of how many points, and how deep they stand in each other. */
interface Extent {
  readonly parts: number;
  readonly points: number;
  readonly height: number;
}

/** The glyphs of a font as they are stored. */
interface Glyphs {
  readonly count: number;
  readonly outlineOf: (glyph: number) => Uint8Array;
  /** Outlines of a glyph at most. */
  readonly mostParts: number;
  /** Points of a glyph at most, those of its parts included. */
  readonly mostPoints: number;
}

function provePoints(glyph: number, points: number, most: number): void {
  if (points > most) throw new Error(`第 ${glyph} 个字形的点超过 ${most} 个`);
}

function extentsOf({ count, outlineOf, mostParts, mostPoints }: Glyphs): (glyph: number, depth: number) => Extent {
  const known = new Map<number, Extent>();
  const work = (glyph: number, depth: number): Extent => {
    if (glyph >= count) throw new Error(`字形用到第 ${glyph} 个字形，字体只有 ${count} 个`);
    const outline = outlineOf(glyph);
    if (!isComposite(outline)) return { parts: 1, points: pointsIn(outline), height: 0 };
    if (depth === DEEPEST) throw new Error(`第 ${glyph} 个字形由自己组成，或者套得太深`);
    let [parts, points, height] = [0, 0, 0];
    for (const { glyph: part } of componentsOf(outline)) {
      const inner = extentOf(part, depth + 1);
      [parts, points] = [parts + inner.parts, points + inner.points];
      height = Math.max(height, inner.height + 1);
    }
    if (parts > mostParts) throw new Error(`第 ${glyph} 个字形的部件超过 ${mostParts} 个`);
    if (height > DEEPEST) throw new Error(`第 ${glyph} 个字形套得太深`);
    provePoints(glyph, points, mostPoints);
    return { parts, points, height };
  };
  const extentOf = (glyph: number, depth: number): Extent => {
    const found = known.get(glyph) ?? work(glyph, depth);
    known.set(glyph, found);
    return found;
  };
  return extentOf;
}

/**
 * Makes sure that every glyph can be drawn: its points are all there, and it is not made of itself.
 *
 * @throws Error in Chinese
 */
export function proveOutlines(glyphs: Glyphs): void {
  const extentOf = extentsOf(glyphs);
  for (let glyph = 0; glyph < glyphs.count; glyph++) {
    const outline = glyphs.outlineOf(glyph);
    if (outline.length === 0) continue;
    if (isComposite(outline)) extentOf(glyph, 0);
    else if (!isWhole(outline)) throw new Error(`第 ${glyph} 个字形残缺`);
    else provePoints(glyph, pointsIn(outline), glyphs.mostPoints);
  }
}
