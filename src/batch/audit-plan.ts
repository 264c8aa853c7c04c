import { type AgencyBook, agencyBook } from '../agencies/agency-book.js';
import { agencyKey } from '../agencies/agency-name.js';
import type { ListedAgency } from '../agencies/listed-agency.js';
import { repeatedIn, type Series, seriesOf } from '../agencies/series.js';
import { handedInTwice } from '../audit/audit-findings.js';
import type { ReportFacts } from '../audit/report-facts.js';
import { type Comparable, similarSections } from '../audit/similar-sections.js';
import type { HandedReport } from '../audit/summarise.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { AsidePlace } from '../host/scratch.js';
import { sureness } from '../readers/source-kinds.js';
import type { Alike, CheckTask } from './audit-check-task.js';

/** A report that has been read. */
export interface ReadEntry {
  readonly id: string;
  /** What messages call its file. */
  readonly name: string;
  readonly aside: AsidePlace;
  readonly facts: ReportFacts;
  /** Whether it is only there to be compared with. */
  readonly isPrevious: boolean;
}

interface PlacedEntry extends ReadEntry, HandedReport {}

/** What is to be checked, and how all that was handed in lies by agencies and years. */
export interface AuditPlan {
  readonly tasks: readonly CheckTask[];
  readonly series: readonly Series<HandedReport>[];
}

const compared = (a: string | number, b: string | number): number => (a < b ? -1 : Number(a > b));

/** In an order that does not depend on that of the inputs: by agency and year, the surest file of each first. */
function ordered(entries: readonly ReadEntry[]): readonly PlacedEntry[] {
  const keyed = entries.map((entry) => ({ key: agencyKey(entry.facts.agency), entry }));
  const sorted = keyed.toSorted(
    ({ key, entry: a }, { key: other, entry: b }) =>
      compared(key, other) ||
      compared(a.facts.year, b.facts.year) ||
      compared(Number(a.isPrevious), Number(b.isPrevious)) ||
      compared(sureness(a.name), sureness(b.name)) ||
      compared(a.id, b.id),
  );
  return sorted.map(({ entry }) => {
    const { agency, year, content } = entry.facts;
    return { ...entry, agency, year, content };
  });
}

/** So many of the files with a report of one agency and year are named. */
const MOST_NAMED = 50;

/** What is wrong with reports of which there are several. */
function besideOthers(series: readonly Series<PlacedEntry>[]): ReadonlyMap<PlacedEntry, Diagnostic> {
  const repeated = repeatedIn(series, (one, other) => one.content === other.content);
  return new Map(
    repeated.flatMap(({ items, isSame }) =>
      items.map((item) => {
        const few = items.slice(0, MOST_NAMED + 1).filter((other) => other !== item);
        const others = few.slice(0, MOST_NAMED).map(({ id }) => id);
        return [item, handedInTwice(others, items.length - 1, isSame)] as const;
      }),
    ),
  );
}

/** Agencies whose texts are compared: those below one agency, or all that there are if no list says who is. */
function sisterhood(series: readonly Series<PlacedEntry>[], { agencies }: AgencyBook) {
  return (one: number, other: number): boolean => {
    if (agencies.length === 0) return true;
    const [a, b] = [series[one]?.listed, series[other]?.listed];
    return a !== undefined && b !== undefined && agencyKey(a.above ?? '') === agencyKey(b.above ?? '');
  };
}

/** The sections of each report that are to be compared with those of others. */
function alikeOf(series: readonly Series<PlacedEntry>[], book: AgencyBook): ReadonlyMap<PlacedEntry, readonly Alike[]> {
  const all = series.flatMap(({ years }, i) => [...years.values()].flat().map((entry) => ({ entry, series: i })));
  const reports = all.map(({ entry, series: i }): Comparable => ({ ...entry.facts, series: i }));
  const areSisters = sisterhood(series, book);
  const { sections, common } = similarSections(reports, (one, other) => {
    const apart = Math.abs(one.year - other.year);
    // Last year's text of the agency itself is a rule's matter.
    return one.series === other.series ? apart > 1 : apart <= 1 && areSisters(one.series, other.series);
  });
  const alike = new Map<PlacedEntry, Alike[]>();
  for (const { part, report, other, more } of sections) {
    const [own, theirs] = [all[report], all[other]];
    if (own === undefined || theirs === undefined) continue;
    const prints = own.entry.facts.sections.find((section) => section.part === part)?.prints ?? [];
    const { id, aside } = theirs.entry;
    const one: Alike = {
      ...{ part, id, aside, more },
      isOwn: own.series === theirs.series,
      common: [...prints].filter((print) => common.has(print)),
    };
    alike.set(own.entry, [...(alike.get(own.entry) ?? []), one]);
  }
  return alike;
}

/** The report of the year before: of several the surest. */
function previousOf(entry: PlacedEntry, { years }: Series<PlacedEntry>): Pick<CheckTask, 'previous'> {
  const before = years.get(entry.year - 1)?.[0];
  return before ? { previous: { id: before.id, aside: before.aside } } : {};
}

/** What the summary is made from. The prints of texts have been compared, and are let go. */
const handedOnly = (series: readonly Series<PlacedEntry>[]): readonly Series<HandedReport>[] =>
  series.map(({ years, ...one }) => ({
    ...one,
    years: new Map(
      [...years].map(([year, items]) => [
        year,
        items.map(({ id, agency, content }): HandedReport => ({ id, agency, year, content })),
      ]),
    ),
  }));

/** Plans the checks of all reports that were read. */
export function planAudit(entries: readonly ReadEntry[], agencies: readonly ListedAgency[]): AuditPlan {
  const book = agencyBook(agencies);
  const sorted = ordered(entries);
  const series = seriesOf(sorted, book);
  const handedIn = seriesOf(
    sorted.filter(({ isPrevious }) => !isPrevious),
    book,
  );
  const beside = besideOthers(handedIn);
  const alike = alikeOf(series, book);
  const tasks = series.flatMap((one) =>
    [...one.years.values()].flat().flatMap((entry): readonly CheckTask[] => {
      if (entry.isPrevious) return [];
      const { id, aside } = entry;
      const twice = beside.get(entry);
      return [{ id, aside, ...previousOf(entry, one), alike: alike.get(entry) ?? [], beside: twice ? [twice] : [] }];
    }),
  );
  return { tasks, series: handedOnly(handedIn) };
}
