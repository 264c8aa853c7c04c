import { agencyKey } from '../agencies/agency-name.js';
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
  const isYear = previous.year !== year - 1;
  return [
    diagnostic(isYear ? 'previous/year' : 'previous/agency', {
      severity: isYear ? 'error' : 'warning',
      message: isYear ? '所给的上年报告不是上年的，没有用来核对' : '所给的上年报告是另一机关的',
      path: ['previous'],
      ...(found !== undefined && { found }),
      ...(expected !== undefined && { expected }),
      hint: '换用汇总的机关上一年度的报告',
    }),
  ];
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
    const { status: _, ...facts } = verdict;
    const { formula, basis } = form.wording[`years/${roll.rule}`] ?? {};
    return [
      diagnostic(`years/${roll.rule}`, {
        ...facts,
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
    const isLess = difference.startsWith('-');
    return [
      diagnostic('rollup/differs', {
        path,
        label,
        message: `${label}：公布的比合计${isLess ? '少' : '多'} ${difference.replace(/^-/u, '')}`,
        found: printedCell(published),
        expected: printedCell(sum),
        difference,
        hint: '核对公布的报告和各机关的报告；各机关报的数见汇总的工作簿（-o 写 .xlsx）',
      }),
    ];
  });
}

/** What could not be compared: an error if the published report is not one of this year and form. */
export function notCompared(compared: readonly ComparedCell[], isOther: boolean): readonly Diagnostic[] {
  const left = compared.filter(({ result }) => result === 'not-comparable');
  if (left.length === 0) return [];
  return [
    diagnostic('rollup/not-compared', {
      severity: isOther ? 'error' : 'warning',
      message: `有 ${left.length} 格无法与公布的比较`,
      found: [...new Set(left.flatMap(({ why }) => why ?? []))].join('；'),
      expected: '公布的和合计都有数，年度、格式相同',
      places: left.map(({ path, label }) => ({ path, label })),
      hint: '补全合计，或核对公布的报告',
    }),
  ];
}
