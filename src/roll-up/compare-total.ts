import { isAbsent } from '../report/absent.js';
import type { AnyReport } from '../report/report.js';
import { valueAt } from '../table/cells.js';
import type { CellValue } from '../table/data.js';
import { exactText } from '../table/exact-sum.js';
import { unitSum } from '../table/unit-sum.js';
import type { RolledCell } from './add-up.js';
import type { Chosen } from './choose-reports.js';

/** A cell of the whole beside the total that was published. */
export interface ComparedCell {
  /** Where reports have it. */
  readonly path: readonly string[];
  /** In the form's own words. */
  readonly label: string;
  /** Whether they are the same. */
  readonly result: 'equal' | 'differs' | 'not-comparable';
  /** What the reports add up to. */
  readonly sum: CellValue;
  /** The figure that was published. */
  readonly published: CellValue;
  /** Of one that differs: published minus sum, with its unit, as `-3` or `0.5万元`. */
  readonly difference?: string;
  /** Why it cannot be compared. */
  readonly why?: string;
}

function whyNot({ value, path, table }: RolledCell, published: AnyReport): string | undefined {
  if (isAbsent(published, table) || valueAt(published, [table]) === undefined) return '公布的报告没有这一部分';
  if ((valueAt(published, path) ?? null) === null) return '公布的这一格空着';
  return value === null ? '合计不全' : undefined;
}

function compared(cell: RolledCell, published: AnyReport): ComparedCell {
  const { path, label, value, unit } = cell;
  const shown = (valueAt(published, path) ?? null) as CellValue;
  const facts = { path, label, sum: value, published: shown };
  const why = whyNot(cell, published);
  if (why !== undefined) return { ...facts, result: 'not-comparable', why };
  const difference = unitSum([shown, value], unit, [1, -1]);
  if (difference === undefined) return { ...facts, result: 'not-comparable', why: '单位不同' };
  if (difference.sum.eq(0)) return { ...facts, result: 'equal' };
  return { ...facts, result: 'differs', difference: exactText(difference) };
}

/** Whether a published report is of another year or form than the whole. */
export const isOtherTotal = ({ edition, year }: AnyReport, chosen: Chosen): boolean =>
  edition !== chosen.form.id || year !== chosen.year;

/** Each cell of the whole beside the total that was published. One of another year or form is compared in no cell. */
export function compareTotal(
  cells: readonly RolledCell[],
  published: AnyReport,
  chosen: Chosen,
): readonly ComparedCell[] {
  if (!isOtherTotal(published, chosen)) return cells.map((cell) => compared(cell, published));
  const why = published.year === chosen.year ? '公布的是另一种格式' : `公布的是 ${published.year} 年度的`;
  return cells.map(({ path, label, value }) => ({
    path,
    label,
    result: 'not-comparable',
    sum: value,
    published: null,
    why,
  }));
}
