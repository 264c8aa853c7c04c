import { formsOf } from '../editions/editions.js';
import { type AnyReport, blankReport, type Form } from '../index.js';
import { type DataCell, dataCells, valueAt } from '../table/cells.js';
import { nest } from '../table/complete.js';
import { sumsOf } from '../table/sums.js';
import { misuse } from './misuse.js';

/** The options of `nianbao workbook` as they are typed. */
export interface WorkbookFlags {
  readonly edition?: string;
  readonly year?: string;
  readonly agency?: string;
  readonly previous?: string;
  readonly output: string;
  readonly agencies?: string;
  readonly previousFolder?: string;
  readonly form?: readonly string[];
  readonly force?: boolean;
}

/** The year that is typed; undefined if none is. */
export function yearIn({ year }: { readonly year?: string }): number | undefined {
  if (year === undefined) return undefined;
  if (!/^\d{4}$/.test(year)) throw misuse('年份不对', year, '四位数字，如 2026', '用 --year 2026');
  return Number(year);
}

/** The id of the form that is named, or of the edition that is in force in a year. */
export function editionFor(year: number, { edition }: { readonly edition?: string }, forms: readonly Form[]): string {
  const all = formsOf({ forms });
  const named = all.find(({ id }) => id === edition);
  const own = forms.length === 1 ? forms : all;
  const inForce = own.findLast(({ years: [from, to] }) => year >= from && (to === undefined || year <= to));
  const found = edition === undefined ? inForce : named;
  if (found) return found.id;
  const ids = all.map(({ id }) => id).join('、');
  throw misuse(
    edition === undefined ? `${year} 年度没有施行的版式` : '没有这个版式',
    edition ?? String(year),
    ids,
    '用 --edition 指定；自己的报告格式用 --form 加载',
  );
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
export function blankWith(
  {
    edition,
    year,
    agency,
    previous,
  }: { edition: string; year: number; agency: string; previous?: AnyReport | undefined },
  forms: readonly Form[],
): object {
  const made = blankReport({ edition, year, agency, forms, ...(previous && { previous }) });
  const blank = withoutTotals(made, edition, forms);
  if (previous === undefined) return blank;
  const { previous: _, ...last } = previous;
  return { ...blank, previous: last };
}
