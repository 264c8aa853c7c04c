import { nameOfForm, nounOf } from '../editions/editions.js';
import type { Form } from '../form/form.js';
import type { Roll } from '../form/rolls.js';
import { isAbsent } from '../report/absent.js';
import { formShape } from '../report/form-shape.js';
import { valueAt } from '../table/cells.js';
import { exactSum, exactText } from '../table/exact-sum.js';
import { lastYearRules } from './last-year.js';
import { ABSENT, fail, PASS, type Rule, type Subject, type Verdict } from './rule.js';
import { idsOf } from './sum-rules.js';

/** A report and last year's. */
interface Continued extends Pick<Subject, 'report' | 'form' | 'whyNoPrevious'> {
  readonly previous?: Pick<NonNullable<Subject['previous']>, 'report'> | undefined;
}

const whyNot = ({ report, form }: Continued, section: string): string =>
  isAbsent(report, section) ? ABSENT : `上年或本年的单元格空白，或上年的${nounOf([form])}没有这一项`;

/** Whether a figure continues last year's. */
export function verdictOn(roll: Roll, subject: Continued): Verdict {
  const path = roll.at.split('.');
  const label = formShape(subject.form).labels.get(roll.at) ?? roll.at;
  if (subject.previous === undefined) return { status: 'unassessed', path, label, why: subject.whyNoPrevious };
  const terms = roll.terms.map(({ of, path: term }) =>
    valueAt(of === 'previous' ? subject.previous?.report : subject.report, term.split('.')),
  );
  const expected = exactSum(
    terms,
    roll.terms.map(({ sign }) => sign),
  );
  const value = exactSum([valueAt(subject.report, path)]);
  if (value === undefined || expected === undefined || value.unit !== expected.unit) {
    return { status: 'unassessed', path, label, why: whyNot(subject, path[0] ?? '') };
  }
  if (value.sum.eq(expected.sum)) return PASS;
  const difference = exactText({ ...value, sum: value.sum.minus(expected.sum) });
  const facts = { name: label, left: exactText(expected), right: exactText(value), difference };
  return fail(`years/${roll.rule}`, path, facts, { label });
}

function rollRule(id: string): Rule {
  return {
    code: `years/${id}`,
    severity: 'error',
    formula: '数字与上年的报告相接',
    basis: '跨年数据的含义',
    hint: '核对本年和上年的报告；上年确有更正的，在 waivers 中写明 rule、path 和 reason',
    example: { wrong: '上年结转下年 2 件，本年的上年结转 1 件', right: '上年结转下年 2 件，本年的上年结转 2 件' },
    check: (subject) => subject.form.rolls.filter(({ rule }) => rule === id).map((roll) => verdictOn(roll, subject)),
  };
}

function checkYear({ report: { year }, form }: Subject): readonly Verdict[] {
  const [from, to] = form.years;
  if (year >= from && (to === undefined || year <= to)) return [PASS];
  return [fail('edition/year', ['year'], { year, form: nameOfForm(form), years: form.years })];
}

/** Rules that compare figures with last year's, and the report year with the form's. */
export const yearRules = (form: Form): readonly Rule[] => [
  ...idsOf(
    'years/',
    form,
    form.rolls.map(({ rule }) => rule),
  ).map(rollRule),
  {
    code: 'edition/year',
    severity: 'warning',
    formula: '报告年度在报告格式的施行年度之内',
    basis: '规定的格式',
    hint: '核对年度和所用的格式（year、edition）',
    example: { wrong: '2020 年度的报告用格式（2021年版）', right: '2020 年度的报告用格式（2019年版）' },
    check: checkYear,
  },
  ...lastYearRules,
];
