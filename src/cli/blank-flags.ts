import { formsOf } from '../editions/editions.js';
import type { AnyReport, Form } from '../index.js';
import { misuse } from './misuse.js';

/** The options that say what a report to be filled in is about, as they are typed. */
export interface BlankFlags {
  readonly edition?: string;
  readonly year?: string;
  readonly agency?: string;
  readonly previous?: string;
}

/** The year that is typed; undefined if none is. */
export function yearIn({ year }: { readonly year?: string }): number | undefined {
  if (year === undefined) return undefined;
  if (!/^\d{4}$/.test(year)) throw misuse({ cause: 'year', given: year });
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
  throw misuse({
    cause: edition === undefined ? 'edition-of-year' : 'edition',
    given: edition ?? String(year),
    known: all.map(({ id }) => id),
  });
}

/** What a report to be filled in is about: as typed, and otherwise as follows from last year's. */
export interface BlankAbout {
  readonly edition: string;
  readonly year: number;
  readonly agency: string;
  readonly previous?: AnyReport | undefined;
}

/** What the options and last year's report say of a report to be filled in. */
export function blankAbout(flags: BlankFlags, forms: readonly Form[], previous: AnyReport | undefined): BlankAbout {
  const agency = flags.agency ?? previous?.agency.name;
  const year = yearIn(flags) ?? (previous && previous.year + 1);
  if (agency === undefined) throw misuse({ cause: 'no-agency' });
  if (year === undefined) throw misuse({ cause: 'no-year' });
  return { edition: editionFor(year, flags, forms), year, agency, previous };
}
