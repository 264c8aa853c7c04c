import { type DataCell, valueAt } from '../table/cells.js';
import type { CellValue } from '../table/data.js';
import { exactSum, sumValue } from '../table/exact-sum.js';
import { bareFigure } from '../table/noted.js';
import type { TableSpec } from '../table/spec.js';
import { type Sum, sumsOf } from '../table/sums.js';
import { BLANKS_ARE_ZERO } from './fields.js';
import { figureContent } from './figure-content.js';
import { rangesOf, type Slot } from './references.js';

const keyOf = ({ path }: DataCell): string => path.join('.');

/** The sum by which each total is worked out, by the dotted path of the total in its table. */
export function totalsOf(spec: TableSpec): ReadonlyMap<string, Sum> {
  const totals = new Map<string, Sum>();
  for (const sum of sumsOf(spec)) if (sum.computable && !totals.has(keyOf(sum.at))) totals.set(keyOf(sum.at), sum);
  return totals;
}

/**
 * What the sum gives for these figures: nothing as long as a part is blank.
 *
 * @param of the value of a cell of the table
 */
export function summed(sum: Sum, of: (cell: DataCell) => unknown): CellValue {
  const total = exactSum(sum.left.map((cell) => bareFigure(of(cell) ?? null)));
  return total === undefined ? null : sumValue(total);
}

/**
 * Whether a formula may stand for a total: it gives what the report gives, from cells that hold numbers. A total that is printed
 * otherwise than its parts add up to stays as it is.
 */
export function isWorkedOut(sum: Sum, data: unknown): boolean {
  const of = ({ path }: DataCell) => valueAt(data, path) as CellValue | undefined;
  const isNumber = (cell: DataCell) => typeof figureContent(of(cell), cell.kind).value !== 'string';
  const given = of(sum.at) ?? null;
  return sum.left.every(isNumber) && isNumber(sum.at) && JSON.stringify(given) === JSON.stringify(summed(sum, of));
}

/**
 * The formula of a total: nothing while a part is blank, unless blank cells of the table are 0.
 *
 * @param choice the cell that says what blank cells are
 */
export function totalFormula(parts: readonly Slot[], choice: string): string {
  const ranges = rangesOf(parts).join(',');
  return `IF(OR(${choice}="${BLANKS_ARE_ZERO}",COUNT(${ranges})=${parts.length}),SUM(${ranges}),"")`;
}

/** Whether a formula is one of a total, wherever its cells are now, and not one that somebody has put over it. */
export const isTotalFormula = (formula: string | undefined): boolean =>
  formula?.includes(`"${BLANKS_ARE_ZERO}"`) === true && formula.includes('SUM(');
