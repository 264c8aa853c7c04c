import { balancedLines, filled } from './balance-lines.js';
import { lineEms } from './ems.js';
import { piecesOf } from './title-lines.js';

/**
 * The lines of a name below a report: one if it fits, or as few as hold it, broken between words, in all formats alike. None is longer than the
 * first if that can be, because then Word breaks the name there too if it is given just the room of that line.
 *
 * @param room the width of a line in ems
 */
export function nameLines(words: readonly string[], room: number): readonly string[] {
  const pieces = words.flatMap((word) => (lineEms(word) <= room ? [word] : piecesOf(word)));
  const even = balancedLines(pieces, room, lineEms);
  for (let width = Math.ceil(Math.max(...even.map(lineEms))); width <= room; width += 0.5) {
    const lines = filled(pieces, width, lineEms);
    const [first = 0, ...others] = lines.map(lineEms);
    if (lines.length === even.length && others.every((other) => other <= first)) return lines;
  }
  return even;
}
