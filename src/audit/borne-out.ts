import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { visible } from '../diagnostics/problem-text.js';
import type { RelatedFinding } from './audited-report.js';

/** Whether a text has the figure with which a sum would hold, where the table has another: then it is right, and bears the sum out. */
function bearsOut(text: Diagnostic, sum: Diagnostic): boolean {
  if (text.code !== 'text/figure' || text.facts.cause !== 'count') return false;
  const { data, right } = text.facts;
  const { found, expected } = sum.suspect ?? sum;
  return String(data) === found && right === expected;
}

/** Figures in texts that are told as wrong only because the table is, each with the sum that tells the same. */
export function borneOut(problems: readonly Diagnostic[]): ReadonlyMap<Diagnostic, Diagnostic> {
  const sums = problems.filter(({ code, waived }) => code.startsWith('sum/') && waived === undefined);
  if (sums.length === 0) return new Map();
  return new Map(
    problems.flatMap((text) => {
      const sum = sums.find((one) => bearsOut(text, one));
      return sum === undefined ? [] : [[text, sum] as const];
    }),
  );
}

/** What is said of a figure that bears a sum out, which stands in a section. */
export const toldAsBorneOut = ({ code, found = '' }: Diagnostic, section: string): RelatedFinding => ({
  code,
  message: `文字里的数与应有的相同：${section}，${visible(found)}`,
});
