import type { FactsOf } from '../diagnostics/codes.js';
import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { formatPath } from '../diagnostics/problem-text.js';
import { type FormOptions, formsOf } from '../editions/editions.js';
import type { Form } from '../form/form.js';
import { cellValues, dataCells, valueAt } from '../table/cells.js';
import type { AnyReport } from './any-report.js';
import { describe } from './describe.js';

type Argument = FactsOf<'usage/argument'>;

/** What callers hand over instead, with what they forgot. */
function slipOf(given: unknown): Argument | undefined {
  if (typeof given !== 'object' || given === null) return { cause: 'no-report', given: describe(given) };
  if (given instanceof Promise) return { cause: 'not-awaited' };
  return valueAt(given, ['report', 'edition']) === undefined ? undefined : { cause: 'wrapped-report' };
}

/** What every report has, as far as it is needed to say anything about it. */
function lackOf(given: AnyReport): string | undefined {
  if (given.year === undefined) return 'year';
  return typeof given.agency?.name === 'string' ? undefined : 'agency.name';
}

/** The first cell that is not there, of tables that are not declared absent. */
function missingCell(given: AnyReport, { tables }: Form): string | undefined {
  for (const [key, spec] of Object.entries(tables)) {
    if (valueAt(given, ['absent', key]) !== undefined) continue;
    const missing = cellValues(spec, valueAt(given, [key])).indexOf(undefined);
    if (missing >= 0) return formatPath([key, ...(dataCells(spec)[missing]?.path ?? [])]);
  }
  return undefined;
}

const notParsed = (facts: Argument): ReportError => new ReportError([diagnostic('usage/argument', facts)]);

/**
 * The form of a report that may be blank. Callers without types hand over what they have read from a file, or a promise; what that would
 * come to further on says nothing to them.
 *
 * @throws ReportError `usage/argument` if it is no report, or of a form that is not loaded
 */
export function givenForm(given: object, options: FormOptions): Form {
  const slip = slipOf(given);
  if (slip !== undefined) throw notParsed(slip);
  const edition = valueAt(given, ['edition']);
  if (typeof edition !== 'string') throw notParsed({ cause: 'unfilled-report', given: 'edition' });
  const form = formsOf(options).find(({ id }) => id === edition);
  if (form === undefined) throw notParsed({ cause: 'unknown-form', given: describe(edition) });
  return form;
}

/**
 * The form of a report that a caller hands over as parsed.
 *
 * @throws ReportError `usage/argument` if it is no report, or not one that has been parsed, or of a form that is not loaded
 */
export function parsedForm(given: AnyReport, options: FormOptions): Form {
  const form = givenForm(given, options);
  const lack = lackOf(given) ?? missingCell(given, form);
  if (lack !== undefined) throw notParsed({ cause: 'unfilled-report', given: lack });
  return form;
}
