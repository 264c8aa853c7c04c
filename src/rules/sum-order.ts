import type { FactsOf } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { fact, type Subject, type Verdict } from './rule.js';
import { type Failed, type Outcome, outcomesOf } from './sum-outcomes.js';
import { suspectsOf } from './sum-suspects.js';
import { allValues } from './table-values.js';

/** A sum, and what is to be said of it. */
interface Judged {
  readonly rule: string;
  readonly verdict: Verdict;
}

const isFailed = (outcome: Outcome | Failed): outcome is Failed => 'by' in outcome;

/** The failed totals that a sum adds up. */
const partsOf = ({ sum, key }: Failed, failed: readonly Failed[]): readonly Failed[] =>
  failed.filter((one) => one.key === key && one.sum.computable && sum.left.includes(one.sum.at));

/** How far a sum is from single cells: totals of totals come after what they add up, identities at the end. */
function depthOf(one: Failed, failed: readonly Failed[]): number {
  if (!one.sum.computable) return Number.POSITIVE_INFINITY;
  return 1 + Math.max(0, ...partsOf(one, failed).map((part) => depthOf(part, failed)));
}

/** The sums that a total adds up, if it would hold when they did: nobody should change it. */
function innocent(one: Failed, failed: readonly Failed[]): readonly string[] {
  const parts = partsOf(one, failed);
  const left = parts.reduce((rest, { by }) => rest.plus(by), one.by);
  return left.eq(0) ? parts.map(({ sum }) => sum.at.label) : [];
}

function judge(outcomes: readonly (Outcome | Failed)[], { report }: Subject): readonly Judged[] {
  const failed = outcomes.filter(isFailed);
  if (failed.length === 0) return outcomes.map(({ sum, verdict }) => ({ rule: sum.rule, verdict }));
  const suspects = suspectsOf(outcomes, failed, report);
  const judged = (one: Outcome | Failed): Judged => {
    const { rule } = one.sum;
    if (!isFailed(one)) return { rule, verdict: one.verdict };
    const suspect = suspects.get(one);
    if (suspect) return { rule, verdict: { ...one.verdict, suspect } };
    const facts = { ...(one.verdict.facts as FactsOf<`sum/${string}`>), because: innocent(one, failed) };
    return { rule, verdict: { ...one.verdict, facts } };
  };
  const inOrder = failed
    .map((one) => ({ one, depth: depthOf(one, failed) }))
    .sort((a, b) => (a.depth === b.depth ? 0 : a.depth - b.depth));
  return [...outcomes.filter((one) => !isFailed(one)), ...inOrder.map(({ one }) => one)].map(judged);
}

/** Every sum of a report, the most specific of those that fail first. Worked out once for all rules. */
export const judgedSums = fact((subject: Subject): readonly Judged[] =>
  outcomesOf(subject.report, subject.form, allValues(subject)).flatMap((outcomes) => judge(outcomes, subject)),
);

/** Puts findings about sums in the order in which they should be looked at, before all others. */
export function specificFirst(findings: readonly Diagnostic[], subject: Subject): readonly Diagnostic[] {
  const isSum = ({ code }: Diagnostic) => code.startsWith('sum/');
  const sums = findings.filter(isSum);
  if (sums.length < 2) return findings;
  const order = new Map<string, number>(
    judgedSums(subject).flatMap(({ rule, verdict }, i) =>
      verdict.status === 'fail' ? [[`sum/${rule} ${verdict.path.join('.')}`, i] as const] : [],
    ),
  );
  const rankOf = ({ code, path }: Diagnostic) => order.get(`${code} ${path.join('.')}`) ?? 0;
  return [...sums.toSorted((a, b) => rankOf(a) - rankOf(b)), ...findings.filter((one) => !isSum(one))];
}
