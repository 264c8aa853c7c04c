import type { Cell } from '../model/document.js';
import { balancedLines } from './balance-lines.js';
import { ems } from './ems.js';

/** A text as the words that its breaks tell. */
const wordsOf = (text: string, breaks: readonly number[]): readonly string[] =>
  [...breaks, text.length].map((end, i) => text.slice(breaks[i - 1] ?? 0, end));

/**
 * The lines of a label that is too long for one line, broken between its words: 社会公益 above 组织. Decided here, by estimated widths, so that formats
 * do not differ.
 *
 * @param perLine how many full-width characters a line holds
 * @returns undefined if the label fits on one line, tells no words, or has one that is too long for a line
 */
export function labelLines(
  { text, breaks = [] }: Pick<Cell, 'text' | 'breaks'>,
  perLine: number,
): readonly string[] | undefined {
  if (breaks.length === 0 || ems(text) <= perLine) return undefined;
  const words = wordsOf(text, breaks);
  return words.some((word) => ems(word) > perLine) ? undefined : balancedLines(words, perLine, ems);
}
