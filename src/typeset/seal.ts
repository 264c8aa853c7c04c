import type { ImageItem } from './page.js';
import type { SetLine } from './set-line.js';

/** A seal as large as it prints; lengths in points. */
export type SetSeal = Pick<ImageItem, 'picture' | 'width' | 'height'>;

/** A seal with its place: from the left of the text area and from the top of the line of the grid that it is bound to. */
export type PlacedSeal = Pick<ImageItem, 'picture' | 'width' | 'height' | 'x' | 'y'>;

interface Texts {
  readonly names: readonly SetLine[];
  readonly dates: readonly SetLine[];
}

/** Where each line of a sign-off begins, from the left of the text area; and the seal, once the lines are counted. */
interface Places {
  readonly names: readonly number[];
  readonly dates: readonly number[];
  readonly seal?: (lines: number, pitch: number) => PlacedSeal;
}

const widest = (lines: readonly SetLine[]): number => Math.max(...lines.map((line) => line.width));

/** The share of a seal that lies above the middle of name and date, which stand a little below its own middle. */
const ABOVE = 0.57;

/**
 * GB/T 9704-2012, 7.3.5.2, documents without a seal: the name two characters in from the right; the date below begins two
 * characters after the name; a date longer than the name stands two characters in, and the name moves left with it.
 */
export function placeUnsealed({ names, dates }: Texts, size: number, width: number): Places {
  const [name, day] = [widest(names), widest(dates)];
  const nameX = Math.max(0, day > name ? width - day - 4 * size : width - name - 2 * size);
  const dateX = Math.min(nameX + 2 * size, width - day);
  return { names: names.map(() => nameX), dates: dates.map(() => dateX) };
}

/**
 * GB/T 9704-2012, 7.3.5.1, documents with a seal: the date four characters in from the right, the name centred over it, the
 * seal upright and centred on both. Under a name too long for that the date moves left.
 */
export function placeSealed({ names, dates }: Texts, size: number, width: number, seal: SetSeal): Places {
  const [name, day] = [widest(names), widest(dates)];
  const middle = Math.min(width - 4 * size - day / 2, width - name / 2);
  const centred = (lines: readonly SetLine[]) => lines.map((line) => middle - line.width / 2);
  return {
    names: centred(names),
    dates: centred(dates),
    // Bound to the last of the lines; the middle of them all is half their number above its foot.
    seal: (lines, pitch) => {
      return { ...seal, x: middle - seal.width / 2, y: (1 - lines / 2) * pitch - ABOVE * seal.height };
    },
  };
}

/** Blank lines above a sealed sign-off: the fewest that keep the seal off the text, so that its top is within a line of it. */
export function blankLines(lines: number, pitch: number, seal: SetSeal): number {
  return Math.max(1, Math.ceil((ABOVE * seal.height) / pitch - lines / 2));
}
