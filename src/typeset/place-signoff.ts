import { type SignoffWidths, sealedMiddle, sealTop, unsealedStarts } from '../theme/signoff-geometry.js';
import type { ImageItem } from './page.js';
import type { SetLine } from './set-line.js';

/** A seal at its printed size, in points. */
export type SetSeal = Pick<ImageItem, 'picture' | 'width' | 'height'>;

/** A seal with its position: from the left of the text area, and from the top of the line that it is attached to. */
export type PlacedSeal = Pick<ImageItem, 'picture' | 'width' | 'height' | 'x' | 'y'>;

interface Texts {
  readonly names: readonly SetLine[];
  readonly dates: readonly SetLine[];
}

/** Where each line of a sign-off begins, from the left of the text area, and where the seal goes, given the number of lines. */
interface Places {
  readonly names: readonly number[];
  readonly dates: readonly number[];
  readonly seal?: (lines: number, pitch: number) => PlacedSeal;
}

const widest = (lines: readonly SetLine[]): number => Math.max(...lines.map((line) => line.width));

const widthsOf = ({ names, dates }: Texts, size: number, width: number): SignoffWidths => {
  return { line: width, name: widest(names), date: widest(dates), character: size };
};

/** A sign-off without a seal. All lines of a long name are aligned at the left. */
export function placeUnsealed(texts: Texts, size: number, width: number): Places {
  const { name, date } = unsealedStarts(widthsOf(texts, size, width));
  return { names: texts.names.map(() => name), dates: texts.dates.map(() => date) };
}

/** A sign-off with a seal: every line is centred, and so is the seal. */
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
