import { type Gap, gapsIn, type Handed, repeatedIn, type Series, yearsBetween } from '../agencies/series.js';
import { auditedYears } from './asked-years.js';
import type { AgencyRow, AuditCounts, AuditSummary, YearCell } from './audit.js';
import type { AuditedReport, FindingCounts, Grade, RuleTotal } from './audited-report.js';

/** A report that was handed in, with what became of it. */
export interface HandedReport extends Handed {
  readonly id: string;
  /** The same for two files with the same report. */
  readonly content: string;
}

/** What is kept of a report for the summary. */
export type Outcome = Pick<AuditedReport, 'grade' | 'counts'>;

/** What there is to sum up. */
export interface Tally {
  readonly series: readonly Series<HandedReport>[];
  readonly hasList: boolean;
  /** Those that are asked for, if the caller says which. */
  readonly years?: readonly number[] | undefined;
  /** By the id of the report; nothing of those that could not be checked. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly rules: readonly RuleTotal[];
  readonly unread: number;
}

/** The worst first. */
const GRADES: readonly Grade[] = ['red', 'yellow', 'green'];

type ReportSeries = Series<HandedReport>;

/** The years of an agency that is on no list: from its first report to its last. */
const ownYears = ({ years }: ReportSeries): readonly number[] => yearsBetween([...years.values()].flat());

/** Who handed in nothing: of the agencies on the list for any year asked for; of others for one between two of theirs. */
function missingIn(series: readonly ReportSeries[], asked: ReadonlySet<number>) {
  const others = series.flatMap((one) =>
    (one.listed ? [] : ownYears(one)).flatMap((year) =>
      one.years.has(year) || !asked.has(year) ? [] : [{ agency: one.agency, year }],
    ),
  );
  const listed = gapsIn(
    series,
    [...asked].sort((a, b) => a - b),
  ).map(({ agency, year }: Gap) => ({ agency: agency.name, year }));
  return [...listed, ...others];
}

function cellOf(one: ReportSeries, year: number, isMissing: boolean, outcomes: Tally['outcomes']): readonly YearCell[] {
  const handed = one.years.get(year) ?? [];
  if (handed.length === 0) return isMissing ? [{ year, grade: 'missing', ids: [] }] : [];
  const grades = handed.map(({ id }) => outcomes.get(id)?.grade ?? 'red');
  const worst = GRADES.find((grade) => grades.includes(grade)) ?? 'green';
  return [{ year, grade: worst, ids: handed.map(({ id }) => id) }];
}

function rowOf(one: ReportSeries, years: readonly number[], missing: ReadonlySet<string>, tally: Tally): AgencyRow {
  const { agency, listed } = one;
  return {
    agency,
    ...(listed?.above !== undefined && { above: listed.above }),
    isListed: listed !== undefined || !tally.hasList,
    years: years.flatMap((year) => cellOf(one, year, missing.has(`${agency} ${year}`), tally.outcomes)),
  };
}

const sumOf = (outcomes: readonly Outcome[], key: keyof FindingCounts): number =>
  outcomes.reduce((sum, { counts }) => sum + counts[key], 0);

function countsOfAll({ outcomes, unread }: Tally, missing: number): AuditCounts {
  const all = [...outcomes.values()];
  const of = (grade: Grade) => all.filter((one) => one.grade === grade).length;
  return {
    reports: all.length,
    red: of('red'),
    yellow: of('yellow'),
    green: of('green'),
    missing,
    unread,
    errors: sumOf(all, 'errors'),
    warnings: sumOf(all, 'warnings'),
    notes: sumOf(all, 'notes'),
    waived: sumOf(all, 'waived'),
  };
}

/** Sums up an audit. */
export function summarise(tally: Tally): AuditSummary {
  const { series, rules } = tally;
  const { years, asked, sparse } = auditedYears(series, tally.years);
  const missing = missingIn(series, asked);
  const gaps = new Set(missing.map(({ agency, year }) => `${agency} ${year}`));
  const repeated = repeatedIn(series, (one, other) => one.content === other.content);
  return {
    counts: countsOfAll(tally, missing.length),
    years,
    sparse,
    agencies: series.map((one) => rowOf(one, years, gaps, tally)),
    missing,
    repeated: repeated.map(({ items, ...facts }) => ({ ...facts, ids: items.map(({ id }) => id) })),
    rules: rules.toSorted((a, b) => b.failed - a.failed || (a.code < b.code ? -1 : 1)),
  };
}
