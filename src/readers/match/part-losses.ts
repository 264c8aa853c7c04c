import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { nameOfForm, nounOf } from '../../editions/editions.js';
import { isReportYear } from '../../report/report-years.js';
import { excerpt, loss } from '../neutral/loss.js';
import type { AbsentSection, FoundParts } from './found-parts.js';

/** The parts of the form that the source lacks. */
function tellMissing(
  { file, form, parts, tables }: FoundParts,
  absent: readonly AbsentSection[],
): readonly Diagnostic[] {
  const isGone = (key: string) => absent.some((one) => one.key === key);
  const noTable = Object.keys(form.tables).filter((key) => !isGone(key) && !tables.some((table) => table.key === key));
  const noHeading = parts.filter(({ key, heading }) => heading === undefined && !isGone(key));
  const headingOf = (key: string) => form.sections.find((one) => one.key === key)?.heading;
  return [
    ...absent.map(({ heading, key }) => loss('missing', { cause: 'section', name: heading }, { file, path: [key] })),
    ...noTable.map((key) =>
      loss(
        'missing',
        { cause: 'table', name: headingOf(key) ?? key },
        { file, path: [key], at: parts.find((one) => one.key === key)?.at },
      ),
    ),
    ...noHeading.map(({ key, at }) =>
      loss('missing', { cause: 'heading', name: headingOf(key) ?? key }, { file, path: ['headings', key], at }),
    ),
  ];
}

/** The sections stand in another order than the form's. */
function tellOrder({ file, form, parts }: FoundParts): readonly Diagnostic[] {
  const order = form.sections.map(({ key }) => key);
  const at = parts.filter(({ heading }) => heading !== undefined).map(({ key }) => order.indexOf(key));
  const out = at.findIndex((place, i) => i > 0 && place < (at[i - 1] ?? 0));
  if (out < 0) return [];
  const all = parts.map(({ heading = '' }) => excerpt(heading));
  return [loss('interpreted', { cause: 'order', all }, { file, at: parts[out]?.at })];
}

/** What says whose report it is, and of which year, if it was not found; a form that did not hold in that year. */
function tellIdentity(found: FoundParts, agency: string | undefined, year: number | undefined): readonly Diagnostic[] {
  const { file, form, opening } = found;
  const [first, last = Number.POSITIVE_INFINITY] = form.years;
  const isOther = year !== undefined && (year < first || year > last);
  return [
    ...(opening.titleAt === undefined ? [loss('missing', { cause: 'title' }, { file, path: ['title'] })] : []),
    ...(agency === undefined ? [loss('missing', { cause: 'agency' }, { file, path: ['agency', 'name'] })] : []),
    ...(isReportYear(year) ? [] : [loss('missing', { cause: 'year' }, { file, path: ['year'] })]),
    ...(isOther
      ? [
          loss(
            'form',
            { cause: 'other-form', year, form: nameOfForm(form), noun: nounOf([form]) },
            { file, path: ['edition'] },
          ),
        ]
      : []),
  ];
}

/** What the source lacks, and what was understood in it, apart from the figures of its tables. */
export function partLosses(
  found: FoundParts,
  absent: readonly AbsentSection[],
  agency: string | undefined,
  year: number | undefined,
): readonly Diagnostic[] {
  return [...tellIdentity(found, agency, year), ...tellMissing(found, absent), ...tellOrder(found)];
}
