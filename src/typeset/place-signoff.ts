import { greatest } from '../limits/extremes.js';
import { otherStart, sealedMiddle, unsealedStarts } from '../theme/signoff-geometry.js';
import type { ImageItem } from './page.js';
import type { SetLine } from './set-line.js';

/** A seal at its printed size, in points; without a picture, the room for one. */
export interface SetSeal extends Pick<ImageItem, 'width' | 'height'> {
  readonly picture: ImageItem['picture'] | undefined;
}

/** A seal with its position from the left of the text area, and how many lines are under it: the line that it is attached to and those above. */
export interface PlacedSeal extends SetSeal, Pick<ImageItem, 'x'> {
  readonly lines: number;
}

interface Texts {
  /** The lines of each name. */
  readonly names: readonly (readonly SetLine[])[];
  readonly dates: readonly SetLine[];
}

/** Where the lines of each name and of the date begin, from the left of the text area, and where the seal goes. */
interface Places {
  readonly starts: readonly (readonly number[])[];
  readonly seal?: PlacedSeal;
}

/** How many lines the seal lies over: the last name and the date. */
export const linesUnder = ({ names, dates }: Texts): number => (names.at(-1)?.length ?? 0) + dates.length;

const widest = (lines: readonly SetLine[]): number =>
  greatest(
    lines.map((line) => line.width),
    0,
  );

/** A sign-off without a seal. All lines of a long name are aligned at the left; the names end together. */
export function placeUnsealed({ names, dates }: Texts, size: number, width: number): Places {
  const last = widest(names.at(-1) ?? []);
  const starts = unsealedStarts({ line: width, name: last, date: widest(dates), character: size });
  return {
    starts: [
      ...names.map((lines) => lines.map(() => otherStart(starts, last, widest(lines)))),
      dates.map(() => starts.date),
    ],
  };
}

/** A sign-off with a seal: every line is centred, and so is the seal. */
export function placeSealed({ names, dates }: Texts, size: number, width: number, seal: SetSeal): Places {
  const middle = sealedMiddle({ line: width, name: widest(names.flat()), date: widest(dates), character: size });
  return {
    starts: [...names, dates].map((lines) => lines.map((line) => middle - line.width / 2)),
    seal: { ...seal, x: middle - seal.width / 2, lines: linesUnder({ names, dates }) },
  };
}
