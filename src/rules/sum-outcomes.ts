import type { Form } from '../form/form.js';
import type { AnyReport } from '../report/report.js';
import { type DataCell, valueAt } from '../table/cells.js';
import { countSum, type ExactSum, exactSum, exactText } from '../table/exact-sum.js';
import { type Sum, sumsOf } from '../table/sums.js';
import { ABSENT, type Failure, fail, PASS, type Verdict } from './rule.js';

/** What became of a sum of a report. */
export interface Outcome {
  /** The key of the table. */
  readonly key: string;
  readonly sum: Sum;
  readonly verdict: Verdict;
}

/** A sum that does not hold, and by how much the right side is more. */
export interface Failed extends Outcome {
  readonly verdict: Failure;
  readonly by: ExactSum['sum'];
}

const valuesOf = (data: unknown, cells: readonly DataCell[]): readonly unknown[] =>
  cells.map(({ path }) => valueAt(data, path));

/** Whether both sides are whole numbers and the same. Most sums are of counts, and hold. */
function isEven(data: unknown, { left, right }: Sum): boolean {
  const count = countSum(data, left);
  return count !== undefined && count === countSum(data, right);
}

/** Why there is no verdict: only amounts can have units. */
const whyNot = (cells: readonly DataCell[]): string =>
  cells.some(({ kind }) => kind === 'amount') ? '有空白的单元格，或金额的单位不同' : '有空白的单元格';

/** A total, or the two sides of an identity. */
const saidOf = ({ at, computable, words }: Sum) =>
  computable
    ? ({ cause: 'total', name: at.label } as const)
    : ({ cause: 'identity', column: at.column.at(-1)?.label ?? '', sides: words } as const);

function outcomeOf(key: string, data: unknown, sum: Sum): Outcome | Failed {
  if (isEven(data, sum)) return { key, sum, verdict: PASS };
  const { at, left, right } = sum;
  const [parts, total] = [exactSum(valuesOf(data, left)), exactSum(valuesOf(data, right))];
  const [path, label] = [[key, ...at.path], right.map((cell) => cell.label).join(' + ')];
  if (data === undefined) return { key, sum, verdict: { status: 'unassessed', path, label, why: ABSENT } };
  if (parts === undefined || total === undefined || parts.unit !== total.unit) {
    return { key, sum, verdict: { status: 'unassessed', path, label, why: whyNot([...left, ...right]) } };
  }
  const by = total.sum.minus(parts.sum);
  if (by.eq(0)) return { key, sum, verdict: PASS };
  const sides = {
    left: exactText(parts),
    right: exactText(total),
    difference: exactText({ sum: by, unit: parts.unit }),
  };
  return { key, sum, by, verdict: fail(`sum/${sum.rule}`, path, { ...saidOf(sum), ...sides }, { label }) };
}

/** Every sum of the tables of a report, table by table. */
export const outcomesOf = (report: AnyReport, { tables }: Form): readonly (readonly (Outcome | Failed)[])[] =>
  Object.entries(tables).map(([key, spec]) => {
    const data = valueAt(report, [key]);
    return sumsOf(spec).map((sum) => outcomeOf(key, data, sum));
  });
