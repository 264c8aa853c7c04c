import type { Form } from '../form/form.js';
import type { AnyReport } from '../report/report.js';
import { valueAt } from '../table/cells.js';
import { figureKey, unitSum } from '../table/unit-sum.js';
import { type WholeCell, wholeCells } from './whole-cells.js';

/** Whether two values of a cell are one figure, however each is written; two blanks are one as well. */
export function isSameFigure(one: unknown, other: unknown, { unit }: Pick<WholeCell, 'unit'>): boolean {
  if ((one ?? null) === null || (other ?? null) === null) return (one ?? null) === (other ?? null);
  return unitSum([one, other], unit, [1, -1])?.sum.eq(0) ?? false;
}

/** What all tables of a report of a form say: the same of two reports if their figures are the same, however each is written. */
export const figuresKey = (form: Form, report: AnyReport): string =>
  wholeCells(form)
    .map(({ path, unit }) => figureKey(valueAt(report, path), unit))
    .join('\n');
