import { memo } from '../memo/memo.js';
import { balancedLines, filled } from './balance-lines.js';
import { lineEms } from './ems.js';
import { piecesOf } from './title-lines.js';

const NONE: readonly number[] = [];

/** A name as its words, which end at these places. */
const wordsOf = (name: string, ends: readonly number[]): readonly string[] =>
  [...ends, name.length].map((end, i) => name.slice(i === 0 ? 0 : ends[i - 1], end)).filter((word) => word !== '');

function brokenName(name: string, ends: readonly number[], room: number): readonly string[] {
  const pieces = wordsOf(name, ends).flatMap((word) => (lineEms(word) <= room ? [word] : piecesOf(word)));
  const even = balancedLines(pieces, room, lineEms);
  for (let width = Math.ceil(Math.max(...even.map(lineEms))); width <= room; width += 0.5) {
    const lines = filled(pieces, width, lineEms);
    const [first = 0, ...others] = lines.map(lineEms);
    if (lines.length === even.length && others.every((other) => other <= first)) return lines;
  }
  return even;
}

/** Lines found before: a name is asked for where it is placed and where it is written, in each format. */
const known = memo<readonly string[]>(100);

/**
 * The lines of a name below a report: one if it fits, or as few as hold it, broken between words, in all formats alike. None is longer than the
 * first if that can be, because then Word breaks the name there too if it is given just the room of that line.
 *
 * @param ends where its words end, as places in it
 * @param room the width of a line in ems
 */
export function nameLines(name: string, ends: readonly number[] = NONE, room: number): readonly string[] {
  return known(`${room} ${ends} ${name}`, () => brokenName(name, ends, room));
}
