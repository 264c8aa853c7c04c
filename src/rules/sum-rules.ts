import { type DataCell, dataCells, valueAt } from '../table/cells.js';
import type { SumRule } from '../table/spec.js';
import { type Sum, sumsOf } from '../table/sums.js';
import { type Outcome, PASS, type Rule, type Subject } from './rule.js';

/** Counts are exact integers; sums of them are taken exactly however large they grow. Undefined if a cell is blank. */
function exactSum(data: unknown, cells: readonly DataCell[]): bigint | undefined {
  const values = cells.map((cell) => valueAt(data, cell.path));
  if (!values.every((value) => typeof value === 'number')) return undefined;
  return values.reduce((sum, value) => sum + BigInt(value), 0n);
}

function outcome(key: string, data: unknown, { at, left, right, computable }: Sum): Outcome {
  const [sum, total] = [exactSum(data, left), exactSum(data, right)];
  if (sum === total && sum !== undefined) return PASS;
  const [path, label] = [[key, ...at.path], right.map((cell) => cell.label).join(' + ')];
  if (sum === undefined || total === undefined) return { status: 'unassessed', path, label, why: '有空白的单元格' };
  const message = computable
    ? `${at.label} 是 ${total}，应为 ${sum}`
    : `${at.column.at(-1)?.label}：第一项加第二项之和是 ${sum}，第三项加第四项之和是 ${total}，相差 ${sum - total}`;
  const sides = { left: String(sum), right: String(total), difference: String(total - sum) };
  return { status: 'fail', path, label, message, found: String(total), expected: String(sum), ...sides };
}

function sumRule(rule: SumRule, formula: string, basis: string): Rule {
  return {
    code: `sum/${rule}`,
    severity: 'error',
    formula,
    basis,
    hint: '核对分项和总计；确须按已公布的数字印出时，在 waivers 中写明 rule、path 和 reason',
    check: ({ report, edition }) =>
      Object.entries(edition.tables).flatMap(([key, spec]) =>
        sumsOf(spec)
          .filter((sum) => sum.rule === rule)
          .map((sum) => outcome(key, valueAt(report, [key]), sum)),
      ),
  };
}

function blanks({ report, edition }: Subject): readonly Outcome[] {
  return Object.entries(edition.tables).flatMap(([key, spec]) =>
    dataCells(spec).flatMap(({ path, label }): readonly Outcome[] => {
      if (valueAt(report, [key, ...path]) !== null) return [PASS];
      return [{ status: 'fail', path: [key, ...path], label, message: `${label} 留空` }];
    }),
  );
}

/** The arithmetic of the tables, read off their definitions, and cells left blank. */
export const tableRules: readonly Rule[] = [
  sumRule('E1', '第三张表各列：一 + 二 = 三（七）+ 四', '表中印明的勾稽关系'),
  sumRule('I1', '第三张表各列：（一）至（六）各项之和 = （七）总计', '总计的含义'),
  sumRule('I2', '第三张表各行：自然人 + 五类法人或其他组织 = 总计', '总计的含义'),
  sumRule('I3', '第四张表各组：结果维持 + 结果纠正 + 其他结果 + 尚未审结 = 总计', '总计的含义'),
  {
    code: 'cell/blank',
    severity: 'warning',
    formula: '表中各格都有数值，没有的填 0',
    basis: '通行做法',
    hint: '数值为零时按惯例填 0；留空会印成空白格',
    check: blanks,
  },
];
