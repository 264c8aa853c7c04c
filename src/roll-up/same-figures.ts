import type { Form } from '../form/form.js';
import type { AnyReport } from '../report/report.js';
import { valueAt } from '../table/cells.js';
import { unitSum } from '../table/unit-sum.js';
import { type WholeCell, wholeCells } from './whole-cells.js';

/** Whether two values of a cell are one figure, however each is written; two blanks are one as well. */
export function isSameFigure(one: unknown, other: unknown, { unit }: Pick<WholeCell, 'unit'>): boolean {
  if ((one ?? null) === null || (other ?? null) === null) return (one ?? null) === (other ?? null);
  return unitSum([one, other], unit, [1, -1])?.sum.eq(0) ?? false;
}

/** Whether two reports of a form have the same figures in all tables. */
export const areSameFigures = (form: Form, one: AnyReport, other: AnyReport): boolean =>
  wholeCells(form).every((cell) => isSameFigure(valueAt(one, cell.path), valueAt(other, cell.path), cell));
