import type { Area } from '../../typeset/page.js';

/**
 * Lengths on a page. OFD counts in millimetres from the top left corner (GB/T 33190-2016, 7.1); they are rounded to whole microns, and
 * what lies between two points is the difference of the rounded points, so that no error adds up along a line.
 */

/** Points of 1/72 inch as microns. */
export const micronsIn = (points: number): number => (points * 25_400) / 72;

/** The same, whole. */
export const microns = (points: number): number => Math.round(micronsIn(points));

/** Microns as millimetres are written. */
export const millimetres = (length: number): string => String(length / 1000);

/** A rectangle by its edges, in microns. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A rectangle in points as a box. */
export const boxOf = ({ x, y, width, height }: Area): Box => ({
  left: microns(x),
  top: microns(y),
  right: microns(x + width),
  bottom: microns(y + height),
});

/** The outline of a box, from its own corner. */
export function outlineOf({ left, top, right, bottom }: Box): string {
  const [wide, high] = [millimetres(right - left), millimetres(bottom - top)];
  return `M 0 0 L ${wide} 0 L ${wide} ${high} L 0 ${high} C`;
}

/** The smallest box around two. */
export const around = (a: Box, b: Box): Box => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
});

/** A box as `Boundary` has it: its corner, width and height. Nothing may be drawn outside of it. */
export const boundary = ({ left, top, right, bottom }: Box): string =>
  [left, top, right - left, bottom - top].map(millimetres).join(' ');
