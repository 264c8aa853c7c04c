import type { Form } from '../form/form.js';
import { type DataCell, dataCells, valueAt } from '../table/cells.js';
import { type ExactSum, exactSum, exactText } from '../table/exact-sum.js';
import { type Sum, sumRulesIn, sumsOf } from '../table/sums.js';
import { ABSENT, PASS, type Rule, type Subject, type Verdict } from './rule.js';

const sumOf = (data: unknown, cells: readonly DataCell[]): ExactSum | undefined =>
  exactSum(cells.map(({ path }) => valueAt(data, path)));

function messageOf({ at, computable, words }: Sum, sum: string, total: string, difference: string): string {
  if (computable) return `${at.label} 是 ${total}，应为 ${sum}`;
  const [left, right] = words;
  return `${at.column.at(-1)?.label}：${left}是 ${sum}，${right}是 ${total}，相差 ${difference}`;
}

/** Why there is no verdict: only amounts can have units. */
const whyNot = (cells: readonly DataCell[]): string =>
  cells.some(({ kind }) => kind === 'amount') ? '有空白的单元格，或金额的单位不同' : '有空白的单元格';

function verdictOn(key: string, data: unknown, one: Sum): Verdict {
  const { at, left, right } = one;
  const [sum, total] = [sumOf(data, left), sumOf(data, right)];
  const [path, label] = [[key, ...at.path], right.map((cell) => cell.label).join(' + ')];
  if (data === undefined) return { status: 'unassessed', path, label, why: ABSENT };
  if (sum === undefined || total === undefined || sum.unit !== total.unit)
    return { status: 'unassessed', path, label, why: whyNot([...left, ...right]) };
  if (sum.sum.eq(total.sum)) return PASS;
  const { unit } = sum;
  const [expected, found] = [exactText(sum), exactText(total)];
  const difference = exactText({ sum: total.sum.minus(sum.sum), unit });
  const message = messageOf(one, expected, found, exactText({ sum: sum.sum.minus(total.sum), unit }));
  return { status: 'fail', path, label, message, found, expected, left: expected, right: found, difference };
}

function sumRule(id: string): Rule {
  return {
    code: `sum/${id}`,
    severity: 'error',
    formula: '各分项之和 = 总计',
    basis: '总计的含义',
    hint: '核对分项和总计；确须按已公布的数字印出时，在 waivers 中写明 rule、path 和 reason',
    check: ({ report, form }) =>
      Object.entries(form.tables).flatMap(([key, spec]) =>
        sumsOf(spec)
          .filter(({ rule }) => rule === id)
          .map((sum) => verdictOn(key, valueAt(report, [key]), sum)),
      ),
  };
}

function blanks({ report, form }: Subject): readonly Verdict[] {
  const present = Object.entries(form.tables).filter(([key]) => valueAt(report, [key]) !== undefined);
  return present.flatMap(([key, spec]) =>
    dataCells(spec).flatMap(({ path, label }): readonly Verdict[] => {
      if (valueAt(report, [key, ...path]) !== null) return [PASS];
      return [{ status: 'fail', path: [key, ...path], label, message: `${label} 留空` }];
    }),
  );
}

/** The ids of the rules with one prefix: those that the form words and those in use, sorted. */
export const idsOf = (prefix: string, { wording }: Form, used: readonly string[]): readonly string[] => {
  const worded = Object.keys(wording).flatMap((code) => (code.startsWith(prefix) ? code.slice(prefix.length) : []));
  return [...new Set([...worded, ...used])].sort();
};

/** The arithmetic of a form's tables, read off their definitions, and cells left blank. */
export const tableRules = (form: Form): readonly Rule[] => [
  ...idsOf('sum/', form, Object.values(form.tables).flatMap(sumRulesIn)).map(sumRule),
  {
    code: 'cell/blank',
    severity: 'warning',
    formula: '表中各格都有数值，没有的填 0',
    basis: '通行做法',
    hint: '数值为零时按惯例填 0；留空会印成空白格',
    check: blanks,
  },
];
