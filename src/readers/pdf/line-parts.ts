import { isCount, isFigure } from './cell-text.js';
import { type Line, linesOf } from './glyph-lines.js';
import { textOfWord, type Word, wordsOf } from './glyph-words.js';
import type { Measure } from './page-block.js';

/** Lines of a page with their texts that stand apart. */

/** Texts farther apart than this, in ems, are not of one sentence. */
const APART = 1.3;

/** Two figures farther apart than this are not one. */
const NEXT = 0.5;

/** Texts as far apart as this are two where the second begins below or above another that stands apart: both fill their cells. */
const FULL = 0.8;

/** So many lines above and below show where texts begin. */
const BESIDE = 4;

interface Part extends Measure {
  readonly line: Line;
}

/** A line as the row of a table. */
export interface PartedLine {
  readonly line: Line;
  readonly parts: readonly Part[];
  /** The number of its parts that are figures, if it has more parts than one. */
  readonly figures: number;
  /** It has texts that stand below or above another one, apart from the first in its line. */
  readonly isAligned: boolean;
}

const startsAt = (x: number, starts: readonly number[], size: number): boolean =>
  starts.some((one) => Math.abs(one - x) < 0.1 * size);

/** The parts of a line that stand apart. @param starts where others begin above and below */
function partsOf(line: Line, starts: readonly number[]): readonly Part[] {
  const groups: Line['glyphs'][number][][] = [];
  let last: Word | undefined;
  for (const word of wordsOf(line.glyphs).toSorted((a, b) => a.left - b.left)) {
    const isNext = last !== undefined && isFigure(textOfWord(last)) && isFigure(textOfWord(word));
    const least = isNext ? NEXT : startsAt(word.left, starts, line.size) ? FULL : APART;
    if (last === undefined || word.left - last.right > least * line.size) groups.push([...word.glyphs]);
    else for (const one of word.glyphs) groups.at(-1)?.push(one);
    last = word;
  }
  return groups.flatMap((glyphs) => linesOf(glyphs).map((one) => ({ line: one, left: one.left, right: one.right })));
}

const startsOf = (parts: readonly Part[]): readonly number[] => parts.slice(1).map(({ left }) => left);

/** The lines of a page with their parts. */
export function partedLines(lines: readonly Line[]): readonly PartedLine[] {
  const first = lines.map((line) => startsOf(partsOf(line, [])));
  return lines.map((line, i) => {
    const starts = [...first.slice(Math.max(0, i - BESIDE), i), ...first.slice(i + 1, i + 1 + BESIDE)].flat();
    const parts = partsOf(line, starts);
    const figures = parts.filter((part) => isCount(part.line.text)).length;
    const isAligned = startsOf(parts).some((left) => startsAt(left, starts, line.size));
    return { line, parts, figures: parts.length > 1 ? figures : 0, isAligned };
  });
}
