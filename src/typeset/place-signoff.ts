import { type SignoffWidths, sealedMiddle, sealTop, unsealedStarts } from '../theme/signoff-geometry.js';
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

const widthsOf = ({ names, dates }: Texts, size: number, width: number): SignoffWidths => {
  return { line: width, name: widest(names), date: widest(dates), character: size };
};

/** The lines of a sign-off without a seal; all lines of a long name begin at one place. */
export function placeUnsealed(texts: Texts, size: number, width: number): Places {
  const { name, date } = unsealedStarts(widthsOf(texts, size, width));
  return { names: texts.names.map(() => name), dates: texts.dates.map(() => date) };
}

/** The lines of a sign-off with a seal, centred below it. */
export function placeSealed(texts: Texts, size: number, width: number, seal: SetSeal): Places {
  const { names, dates } = texts;
  const middle = sealedMiddle(widthsOf(texts, size, width));
  const centred = (lines: readonly SetLine[]) => lines.map((line) => middle - line.width / 2);
  return {
    names: centred(names),
    dates: centred(dates),
    seal: (lines, pitch) => {
      return { ...seal, x: middle - seal.width / 2, y: sealTop(lines, pitch, seal.height) };
    },
  };
}
