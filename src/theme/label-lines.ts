import { memo } from '../memo/memo.js';
import type { Cell } from '../model/document.js';
import { balancedLines, filled } from './balance-lines.js';
import { ems } from './ems.js';

/** A text as the words that its breaks tell. */
const wordsOf = (text: string, breaks: readonly number[]): readonly string[] =>
  [...breaks, text.length].map((end, i) => text.slice(breaks[i - 1] ?? 0, end));

type Label = Pick<Cell, 'text' | 'breaks'>;

/** The words of a label that is too long for one line; undefined if it is not, tells no words, or has one that is too long for a line. */
function longWords({ text, breaks = [] }: Label, perLine: number): readonly string[] | undefined {
  if (breaks.length === 0 || ems(text) <= perLine) return undefined;
  const words = wordsOf(text, breaks);
  return words.some((word) => ems(word) > perLine) ? undefined : words;
}

/** Lines found before: every report has the same labels. */
const known = memo<readonly string[]>(1000);

/**
 * The lines of a label that is too long for one line, broken between its words: 社会公益 above 组织. Decided here, by estimated widths, so that formats
 * do not differ.
 *
 * @param perLine how many full-width characters a line holds
 * @returns undefined if the label fits on one line, tells no words, or has one that is too long for a line
 */
export function labelLines(label: Label, perLine: number): readonly string[] | undefined {
  const words = longWords(label, perLine);
  return words && known(`${perLine} ${words.join('\n')}`, () => balancedLines(words, perLine, ems));
}

/** How many `labelLines` there are, which costs less than to make them even. */
export function labelLineCount(label: Label, perLine: number): number | undefined {
  const words = longWords(label, perLine);
  return words && filled(words, perLine, ems).length;
}
