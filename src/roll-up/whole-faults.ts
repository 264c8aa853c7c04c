import { agencyKey } from '../agencies/agency-name.js';
import type { Code } from '../diagnostics/codes.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Form } from '../form/form.js';
import type { AnyReport } from '../report/report.js';
import { verdictOn } from '../rules/years.js';
import { printedCell } from '../table/printed-figure.js';
import type { ComparedCell } from './compare-total.js';

/** Last year's report of the whole that is none: of another year or another agency. */
function notLastYears({ year, agency }: AnyReport, previous: AnyReport): readonly Diagnostic[] {
  const [found, expected] = [previous, { year: year - 1, agency }].map((one) => `${one.agency.name}${one.year}年度`);
  if (previous.year === year - 1 && agencyKey(previous.agency.name) === agencyKey(agency.name)) return [];
  const [given = '', wanted = ''] = [found, expected];
  const where = { path: ['previous'] };
  if (previous.year !== year - 1) return [diagnostic('previous/year', { cause: 'rollup', given, year, wanted }, where)];
  const hint = '换用汇总的机关上一年度的报告';
  return [diagnostic('previous/agency', { given, wanted }, { ...where, severity: 'warning', hint })];
}

/** What does not continue last year's figures of the whole. */
export function brokenRolls(report: AnyReport, form: Form, previous: AnyReport | undefined): readonly Diagnostic[] {
  if (previous === undefined) return [];
  const faults = notLastYears(report, previous);
  if (previous.year !== report.year - 1) return faults;
  const subject = { report, form, previous: { report: previous }, whyNoPrevious: '' };
  const broken = form.rolls.flatMap((roll) => {
    const verdict = verdictOn(roll, subject);
    if (verdict.status !== 'fail') return [];
    const { status: _, code, facts, ...where } = verdict;
    const { formula, basis } = form.wording[`years/${roll.rule}`] ?? {};
    return [
      diagnostic<Code>(code, facts, {
        ...where,
        ...(formula !== undefined && { formula }),
        ...(basis !== undefined && { basis }),
        hint: '核对各机关本年的和上年的数字，下级有增减的也会不接',
      }),
    ];
  });
  return [...faults, ...broken];
}

/** Where the whole is not what was published. */
export function differences(compared: readonly ComparedCell[]): readonly Diagnostic[] {
  return compared.flatMap(({ path, label, result, sum, published, difference = '' }) => {
    if (result !== 'differs') return [];
    return [
      diagnostic(
        'rollup/differs',
        { name: label, given: printedCell(published), wanted: printedCell(sum), difference },
        { path, label },
      ),
    ];
  });
}

/** What could not be compared: an error if the published report is not one of this year and form. */
export function notCompared(compared: readonly ComparedCell[], isOther: boolean): readonly Diagnostic[] {
  const left = compared.filter(({ result }) => result === 'not-comparable');
  if (left.length === 0) return [];
  return [
    diagnostic(
      'rollup/not-compared',
      { count: left.length, all: [...new Set(left.flatMap(({ why }) => why ?? []))] },
      { severity: isOther ? 'error' : 'warning', places: left.map(({ path, label }) => ({ path, label })) },
    ),
  ];
}

/** That the published report is not that of the agency of the whole: perhaps of its office, perhaps a wrong file. */
export function otherPublisher({ agency }: AnyReport, against: AnyReport | undefined): readonly Diagnostic[] {
  if (against === undefined || agencyKey(against.agency.name) === agencyKey(agency.name)) return [];
  const facts = { given: against.agency.name, wanted: agency.name };
  return [diagnostic('rollup/other-agency', facts, { severity: 'warning' })];
}
