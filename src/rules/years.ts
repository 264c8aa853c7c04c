import type { Roll, RollRule } from '../form/rolls.js';
import { dataCells, valueAt } from '../table/cells.js';
import { type Outcome, PASS, type Rule, type Subject } from './rule.js';

/** The form's name of the cell at a dotted path. */
function labelAt({ edition }: Subject, path: string): string {
  const [table, ...keys] = path.split('.');
  const spec = Object.entries(edition.tables).find(([key]) => key === table)?.[1];
  const cell = spec && dataCells(spec).find((one) => one.path.join('.') === keys.join('.'));
  return cell?.label ?? path;
}

function outcome(roll: Roll, subject: Subject): Outcome {
  const path = roll.at.split('.');
  const label = labelAt(subject, roll.at);
  if (subject.previous === undefined)
    return { status: 'unassessed', path, label, why: '没有给出上年的报告（previous）' };
  const terms = roll.terms.map(({ of, path: term, sign }) => {
    const value = valueAt(of === 'previous' ? subject.previous : subject.report, term.split('.'));
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

function rollRule(rule: RollRule, formula: string): Rule {
  return {
    code: `years/${rule}`,
    severity: 'error',
    formula,
    basis: '跨年数据的含义',
    hint: '核对本年和上年的报告；上年确有更正的，在 waivers 中写明 rule、path 和 reason',
    check: (subject) =>
      subject.edition.rolls.filter((roll) => roll.rule === rule).map((roll) => outcome(roll, subject)),
  };
}

function checkYear({ report: { year }, edition: { years } }: Subject): readonly Outcome[] {
  const [from, to] = years;
  if (year >= from && (to === undefined || year <= to)) return [PASS];
  const expected = to === undefined ? `${from} 年度及以后` : `${from} 至 ${to} 年度`;
  return [{ status: 'fail', path: ['year'], message: `${year} 年度不用这个版式`, found: String(year), expected }];
}

/** Figures against those of the year before, and the year against the edition. */
export const yearRules: readonly Rule[] = [
  rollRule('C1', '第三张表各列：二、上年结转 = 上年的四、结转下年度继续办理'),
  rollRule('C2', '2021 版式：现行有效件数 = 上年现行有效件数 + 本年制发件数 − 本年废止件数'),
  rollRule('C3', '2019 版式：上一年项目数量 = 上年的上一年项目数量 + 上年的本年增/减'),
  {
    code: 'edition/year',
    severity: 'warning',
    formula: '报告年度在版式的施行年度之内',
    basis: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号',
    hint: '核对 year 和 edition',
    check: checkYear,
  },
];
