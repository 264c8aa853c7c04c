import { saidOf } from '../diagnostics/codes.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Form } from '../form/form.js';
import type { Failure, Verdict } from '../rules/rule.js';
import { outcomesOf } from '../rules/sum-outcomes.js';
import { tableValues } from '../rules/table-values.js';
import { verdictOn } from '../rules/years.js';
import type { Child, Chosen } from './choose-reports.js';

/** What the rules of a form say of one child's report; nothing without a report. */
type Judge = (child: Child, form: Form) => readonly Verdict[];

const sums: Judge = ({ versions: [handed] }, form) =>
  handed === undefined
    ? []
    : outcomesOf(handed.report, form, tableValues(handed.report, form)).flatMap((all) =>
        all.map(({ verdict }) => verdict),
      );

const rolls: Judge = ({ versions: [handed], last }, form) => {
  if (handed === undefined || last === undefined) return [];
  const subject = { report: handed.report, form, previous: { report: last }, whyNoPrevious: '' };
  return form.rolls.map((roll) => verdictOn(roll, subject));
};

/** One finding for each child whose report fails, with all places. What it hands in counts as it is. */
function told({ children, form }: Chosen, judge: Judge, code: 'rollup/sums' | 'rollup/years') {
  return children.flatMap((child): readonly Diagnostic[] => {
    const failed = judge(child, form).filter((verdict): verdict is Failure => verdict.status === 'fail');
    const [first] = failed;
    if (first === undefined) return [];
    const { status: _, code: own, facts, ...where } = first;
    const { message = '', found, expected } = saidOf(own, facts);
    return [
      diagnostic(
        code,
        {
          agency: child.agency,
          count: failed.length,
          first: message,
          given: found,
          wanted: expected,
        },
        {
          ...where,
          severity: 'warning',
          places: failed.map(({ path, label }) => ({ path, ...(label !== undefined && { label }) })),
        },
      ),
    ];
  });
}

/** Children whose own sums do not hold, so that neither do those of the whole. */
export const wrongSums = (chosen: Chosen): readonly Diagnostic[] => told(chosen, sums, 'rollup/sums');

/** Children whose figures do not continue those of their own reports of the year before. */
export const wrongRolls = (chosen: Chosen): readonly Diagnostic[] => told(chosen, rolls, 'rollup/years');
