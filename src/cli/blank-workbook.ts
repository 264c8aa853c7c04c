import { formsOf } from '../editions/editions.js';
import { blankReport, type Form } from '../index.js';
import { type DataCell, dataCells, valueAt } from '../table/cells.js';
import { nest } from '../table/complete.js';
import { sumsOf } from '../table/sums.js';
import type { BlankAbout, BlankFlags } from './blank-flags.js';

/** The options of `nianbao workbook` as they are typed. */
export interface WorkbookFlags extends BlankFlags {
  readonly output: string;
  readonly agencies?: string;
  readonly previousFolder?: string;
  readonly form?: readonly string[];
  readonly force?: boolean;
}

/** Totals of which parts are blank are for the workbook to work out, also those that continue last year's. */
function withoutTotals(blank: object, edition: string, forms: readonly Form[]): object {
  const tables = formsOf({ forms }).find(({ id }) => id === edition)?.tables ?? {};
  const open = Object.entries(tables).map(([key, spec]) => {
    const data = valueAt(blank, [key]);
    const isBlank = (cell: DataCell) => (valueAt(data, cell.path) ?? null) === null;
    const blanks = new Set(
      sumsOf(spec).flatMap(({ at, left, computable }) => (computable && left.some(isBlank) ? [at] : [])),
    );
    return [key, nest(dataCells(spec), (cell) => (blanks.has(cell) ? null : valueAt(data, cell.path)))] as const;
  });
  return { ...blank, ...Object.fromEntries(open) };
}

/** A blank report with last year's beside it. */
export function blankWith({ edition, year, agency, previous }: BlankAbout, forms: readonly Form[]): object {
  const made = blankReport({ edition, year, agency, forms, ...(previous && { previous }) });
  const blank = withoutTotals(made, edition, forms);
  if (previous === undefined) return blank;
  const { previous: _, ...last } = previous;
  return { ...blank, previous: last };
}
