import { formsOf } from '../editions/editions.js';
import { type AnyReport, blankReport, type Form } from '../index.js';
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
  const blank = blankReport({ edition, year, agency, forms, ...(previous && { previous }) });
  if (previous === undefined) return blank;
  const { previous: _, ...last } = previous;
  return { ...blank, previous: last };
}
