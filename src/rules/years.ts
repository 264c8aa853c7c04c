import type { Form } from '../form/form.js';
import type { Roll } from '../form/rolls.js';
import { formShape } from '../report/form-shape.js';
import { valueAt } from '../table/cells.js';
import { PASS, type Rule, type Subject, type Verdict } from './rule.js';
import { idsOf } from './sum-rules.js';

function verdictOn(roll: Roll, subject: Subject): Verdict {
  const path = roll.at.split('.');
  const label = formShape(subject.form).labels.get(roll.at) ?? roll.at;
  if (subject.previous === undefined)
    return { status: 'unassessed', path, label, why: '没有给出上年的报告（previous）' };
  const terms = roll.terms.map(({ of, path: term, sign }) => {
    const value = valueAt(of === 'previous' ? subject.previous?.report : subject.report, term.split('.'));
    return typeof value === 'number' ? BigInt(value) * BigInt(sign) : undefined;
  });
  const value = valueAt(subject.report, path);
  if (typeof value !== 'number' || !terms.every((term) => term !== undefined)) {
    return { status: 'unassessed', path, label, why: '上年或本年的单元格空白，或上年的版式没有这一项' };
  }
  const expected = terms.reduce((sum, term) => sum + term, 0n);
  if (BigInt(value) === expected) return PASS;
  const difference = BigInt(value) - expected;
  return {
    status: 'fail',
    path,
    label,
    message: `${label} 是 ${value}，按上年报告应为 ${expected}`,
    found: String(value),
    expected: String(expected),
    left: String(expected),
    right: String(value),
    difference: String(difference),
  };
}

function rollRule(id: string): Rule {
  return {
    code: `years/${id}`,
    severity: 'error',
    formula: '数字与上年的报告相接',
    basis: '跨年数据的含义',
    hint: '核对本年和上年的报告；上年确有更正的，在 waivers 中写明 rule、path 和 reason',
    check: (subject) => subject.form.rolls.filter(({ rule }) => rule === id).map((roll) => verdictOn(roll, subject)),
  };
}

function checkYear({ report: { year }, form: { years } }: Subject): readonly Verdict[] {
  const [from, to] = years;
  if (year >= from && (to === undefined || year <= to)) return [PASS];
  const expected = to === undefined ? `${from} 年度及以后` : `${from} 至 ${to} 年度`;
  return [{ status: 'fail', path: ['year'], message: `${year} 年度不用这个版式`, found: String(year), expected }];
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
    formula: '报告年度在版式的施行年度之内',
    basis: '规定的格式',
    hint: '核对 year 和 edition',
    check: checkYear,
  },
];
