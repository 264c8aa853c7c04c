import { applied, type Matrix } from './matrix.js';
import { boxAround, type Rule } from './page-geometry.js';
import type { Pen } from './pen.js';

/** What is thicker is an area, not a rule, in points. */
const THICKEST = 3.2;

/** How far from straight a rule may be. */
const CROOKED = 0.6;

type Point = readonly [x: number, y: number];

/** The rule between two points of the page; undefined if it goes neither across nor down. */
function ruleBetween([x1, y1]: Point, [x2, y2]: Point): Rule | undefined {
  const [across, down] = [Math.abs(x2 - x1), Math.abs(y2 - y1)];
  if (down <= CROOKED && across > down) {
    return { isAcross: true, at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) };
  }
  if (across <= CROOKED && down > across) {
    return { isAcross: false, at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) };
  }
  return undefined;
}

/** The lines of a path as pdf.js packs it: 0 moves, 1 draws a line, 2 a curve, 3 closes. */
function segments(path: ArrayLike<number>, ctm: Matrix): readonly (readonly [Point, Point])[] {
  const found: [Point, Point][] = [];
  let first: Point = [0, 0];
  let last = first;
  for (let i = 0; i < path.length; ) {
    const kind = path[i];
    if (kind === 3) {
      found.push([last, first]);
      last = first;
      i += 1;
      continue;
    }
    const size = kind === 2 ? 6 : 2;
    const next = applied(ctm, path[i + size - 1] as number, path[i + size] as number);
    if (kind === 0) first = next;
    if (kind === 1) found.push([last, next]);
    last = next;
    i += 1 + size;
  }
  return found;
}

/** The closed parts of a path, as the corners of each. */
function parts(path: ArrayLike<number>, ctm: Matrix): readonly (readonly Point[])[] {
  const found: Point[][] = [];
  for (let i = 0; i < path.length; ) {
    const kind = path[i];
    const size = kind === 3 ? 0 : kind === 2 ? 6 : 2;
    if (kind === 0) found.push([]);
    if (size > 0) found.at(-1)?.push(applied(ctm, path[i + size - 1] as number, path[i + size] as number));
    i += 1 + size;
  }
  return found;
}

/** A filled area that is thin is a rule along its middle. */
function thinArea(corners: readonly Point[]): Rule | undefined {
  const { left, right, top, bottom } = boxAround(corners);
  const [width, height] = [right - left, bottom - top];
  if (Math.min(width, height) > THICKEST || Math.max(width, height) <= 0) return undefined;
  return width > height
    ? { isAcross: true, at: (top + bottom) / 2, from: left, to: right }
    : { isAcross: false, at: (left + right) / 2, from: top, to: bottom };
}

const isPaper = (colour: string): boolean => /^#f[c-f]f[c-f]f[c-f]$/i.test(colour);

/** The rules that a path draws when it is stroked or filled in a colour that can be seen. */
export function pathRules(
  path: ArrayLike<number>,
  { ctm, fill, stroke, lineWidth }: Pen,
  drawn: { readonly isFilled: boolean; readonly isStroked: boolean },
): readonly Rule[] {
  if (path.length > 20_000) return [];
  const scale = Math.sqrt(Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]));
  const stroked =
    drawn.isStroked && !isPaper(stroke) && lineWidth * scale <= THICKEST
      ? segments(path, ctm).flatMap(([from, to]) => ruleBetween(from, to) ?? [])
      : [];
  const filled = drawn.isFilled && !isPaper(fill) ? parts(path, ctm).flatMap((part) => thinArea(part) ?? []) : [];
  return [...stroked, ...filled];
}

/** A picture drawn as a hair line: pictures fill the unit square. */
export const pictureRule = ({ ctm }: Pen): Rule | undefined =>
  thinArea([applied(ctm, 0, 0), applied(ctm, 1, 0), applied(ctm, 1, 1), applied(ctm, 0, 1)]);
