import type { Form } from '../form/form.js';
import type { AnyReport } from '../report/report.js';
import { type DataCell, valueAt } from '../table/cells.js';
import { countSum, type ExactSum, exactSum, exactText } from '../table/exact-sum.js';
import { type Sum, sumsOf } from '../table/sums.js';
import { ABSENT, type Failure, fail, PASS, type Verdict } from './rule.js';
import type { tableValues } from './table-values.js';

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

const valuesIn = (values: readonly unknown[], cells: readonly DataCell[]): readonly unknown[] =>
  cells.map(({ index }) => values[index]);

/** Whether both sides are whole numbers and the same. Most sums are of counts, and hold. */
function isEven(values: readonly unknown[], { left, right }: Sum): boolean {
  const count = countSum(values, left);
  return count !== undefined && count === countSum(values, right);
}

/** Why there is no verdict: only amounts can have units. */
const whyNot = (cells: readonly DataCell[]): string =>
  cells.some(({ kind }) => kind === 'amount') ? '有空白的单元格，或金额的单位不同' : '有空白的单元格';

/** A total, or the two sides of an identity. */
const saidOf = ({ at, computable, words }: Sum) =>
  computable
    ? ({ cause: 'total', name: at.label } as const)
    : ({ cause: 'identity', column: at.column.at(-1)?.label ?? '', sides: words } as const);

function outcomeOf(key: string, isGiven: boolean, values: readonly unknown[], sum: Sum): Outcome | Failed {
  if (isEven(values, sum)) return { key, sum, verdict: PASS };
  const { at, left, right } = sum;
  const [parts, total] = [exactSum(valuesIn(values, left)), exactSum(valuesIn(values, right))];
  const [path, label] = [[key, ...at.path], right.map((cell) => cell.label).join(' + ')];
  if (!isGiven) return { key, sum, verdict: { status: 'unassessed', path, label, why: ABSENT } };
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
export const outcomesOf = (
  report: AnyReport,
  { tables }: Form,
  values: ReturnType<typeof tableValues>,
): readonly (readonly (Outcome | Failed)[])[] =>
  Object.entries(tables).map(([key, spec]) => {
    const isGiven = valueAt(report, [key]) !== undefined;
    return sumsOf(spec).map((sum) => outcomeOf(key, isGiven, values.get(key) ?? [], sum));
  });
