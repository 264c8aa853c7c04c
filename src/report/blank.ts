import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { type EditionId, type FormOptions, formOf } from '../editions/editions.js';
import type { Form } from '../form/form.js';
import { isCarried } from '../form/rolls.js';
import { dataCells, valueAt } from '../table/cells.js';
import { nest } from '../table/complete.js';
import type { CellValue } from '../table/data.js';
import { exactSum, sumValue } from '../table/exact-sum.js';
import type { AnyReport, ReportInput } from './report.js';

/** What a blank report needs. */
export interface BlankOptions extends FormOptions {
  /** The id of an edition, or of one of the caller's own forms. */
  readonly edition: string;
  /** The report year. */
  readonly year: number;
  /** The agency's full name. */
  readonly agency: string;
  /** The report of the year before: figures that it determines are filled in. */
  readonly previous?: AnyReport;
}

/** The figure that continues last year's, where it is simply the sum of last year's figures. */
function carried({ rolls }: Form, path: string, previous: AnyReport | undefined): CellValue {
  const roll = rolls.find((one) => one.at === path && isCarried([one], path));
  if (roll === undefined || previous === undefined) return null;
  const sum = exactSum(
    roll.terms.map((term) => valueAt(previous, term.path.split('.'))),
    roll.terms.map(({ sign }) => sign),
  );
  return sum === undefined ? null : sumValue(sum);
}

/** An empty list for each fact that is one. */
function blankFacts({ facts }: Form): object {
  const lists = Object.entries(facts).filter(([, { kind }]) => kind === 'list' || kind === 'texts');
  return Object.fromEntries(lists.map(([key]) => [key, []]));
}

function wrongYear(year: number, previous: AnyReport): ReportError {
  return new ReportError([
    diagnostic('previous/year', { cause: 'blank', given: String(previous.year), year, wanted: String(year - 1) }),
  ]);
}

/**
 * A report to be filled in. All cells are blank except those that last year's report determines.
 *
 * @throws ReportError `previous/year` if `previous` is not of the year before
 */
export function blankReport(options: BlankOptions & { readonly edition: EditionId }): ReportInput;
export function blankReport(options: BlankOptions): object;
export function blankReport({ edition, year, agency, previous, ...options }: BlankOptions): object {
  const form = formOf({ edition }, options);
  if (previous !== undefined && previous.year !== year - 1) throw wrongYear(year, previous);
  const tables = Object.entries(form.tables).map(([key, spec]) => [
    key,
    nest(dataCells(spec), ({ path }) => carried(form, [key, ...path].join('.'), previous)),
  ]);
  return {
    edition,
    year,
    agency: previous?.agency.name === agency ? previous.agency : { name: agency },
    facts: blankFacts(form),
    ...Object.fromEntries(tables),
  };
}
