import { type EditionId, editions } from '../editions/editions.js';
import type { Edition } from '../form/form.js';
import { dataCells, valueAt } from '../table/cells.js';
import { nest } from '../table/complete.js';
import type { Report, ReportInput } from './report-schema.js';

/** What a blank report is for. */
export interface BlankOptions {
  readonly edition: EditionId;
  readonly year: number;
  /** The agency's full name. */
  readonly agency: string;
  /** The report of the year before: what it carries forward is filled in as carried over. */
  readonly previous?: Report;
}

/** The figure that continues last year's, where it is simply one of last year's figures. */
function carried(edition: Edition, path: string, previous: Report | undefined): number | null {
  const roll = edition.rolls.find(({ at, terms }) => at === path && terms.every(({ of }) => of === 'previous'));
  if (roll === undefined || previous === undefined) return null;
  const values = roll.terms.map((term) => valueAt(previous, term.path.split('.')));
  return values.every((value) => typeof value === 'number') ? values.reduce((a, b) => a + b, 0) : null;
}

/** A report to be filled in: right in shape, every cell blank but for those that last year's report decides. */
export function blankReport({ edition: id, year, agency, previous }: BlankOptions): ReportInput {
  const edition: Edition = editions[id];
  const tables = Object.entries(edition.tables).map(([key, spec]) => [
    key,
    nest(dataCells(spec), ({ path }) => carried(edition, [key, ...path].join('.'), previous)),
  ]);
  const blank = {
    edition: id,
    year,
    agency: previous?.agency.name === agency ? previous.agency : { name: agency },
    facts: { channels: [], platforms: [], problems: [], measures: [], otherMatters: [] },
    ...Object.fromEntries(tables),
  };
  return blank as ReportInput;
}
