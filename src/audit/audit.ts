import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { AuditedReport, FindingCounts, Grade, RuleTotal } from './audited-report.js';

/** An input that is no report that could be checked, and why. */
export interface UnreadInput {
  /** The input: its path, or the name that the caller gave it. */
  readonly id: string;
  /** Why it could not be read. */
  readonly findings: readonly Diagnostic[];
}

/** The reports of an agency in a year: those that it handed in, of which the worst gives the grade; none if it handed in nothing. */
export interface YearCell {
  /** The report year. */
  readonly year: number;
  /** The grade of the report; none if there is no report. */
  readonly grade: Grade | 'missing';
  /** The inputs that have a report of the year. */
  readonly ids: readonly string[];
}

/** An agency with its years. */
export interface AgencyRow {
  /** As the list has it, or else its latest report. */
  readonly agency: string;
  /** To whom it reports, by the list. */
  readonly above?: string;
  /** Whether it is on the list; true if there is none. */
  readonly isListed: boolean;
  /** One for each year that is audited. */
  readonly years: readonly YearCell[];
}

/** An agency and a year of which there are several reports. */
export interface RepeatedReport {
  /** As the reports name it. */
  readonly agency: string;
  /** The report year. */
  readonly year: number;
  /** The inputs that have one each. */
  readonly ids: readonly string[];
  /** Whether they all say the same. */
  readonly isSame: boolean;
}

export interface AuditCounts extends FindingCounts {
  /** Reports that were audited. */
  readonly reports: number;
  /** Reports of this grade. */
  readonly red: number;
  /** Reports of this grade. */
  readonly yellow: number;
  /** Reports of this grade. */
  readonly green: number;
  /** Reports that were not handed in. */
  readonly missing: number;
  /** Inputs that could not be read. */
  readonly unread: number;
}

/** An audit without its reports. */
export interface AuditSummary {
  /** Of the whole. */
  readonly counts: AuditCounts;
  /** Those handed in and those asked for, the earliest first. */
  readonly years: readonly number[];
  /** Those of them of which so few have handed in that nobody is told as missing, unless the caller says which years to audit. */
  readonly sparse: readonly number[];
  /** In the order of the list; those that are not on it, by name, after them. */
  readonly agencies: readonly AgencyRow[];
  /** Reports that listed agencies have not handed in. */
  readonly missing: readonly MissingReport[];
  /** Agencies of which there are several reports of one year. */
  readonly repeated: readonly RepeatedReport[];
  /** Those that failed most often first, then by code. */
  readonly rules: readonly RuleTotal[];
}

/** A report that a listed agency has not handed in. */
export interface MissingReport {
  /** The agency, as the list names it. */
  readonly agency: string;
  /** The report year. */
  readonly year: number;
}

/** An input that could not be read, as a piece of an audit. */
export interface UnreadItem extends UnreadInput {
  /** What piece it is. */
  readonly kind: 'unread';
}

/** A report that was audited, as a piece of an audit. */
export interface ReportItem {
  /** What piece it is. */
  readonly kind: 'report';
  /** The report and what was found about it, which an audit keeps packed: made anew each time it is asked for. */
  readonly report: AuditedReport;
}

/** The last piece of an audit. */
export interface SummaryItem {
  /** What piece it is. */
  readonly kind: 'summary';
  /** What is said of all reports. */
  readonly summary: AuditSummary;
}

/** What an audit gives, piece by piece: first what could not be read, then each report as it is done, then the summary of all. */
export type AuditItem = UnreadItem | ReportItem | SummaryItem;

/** A whole audit: the same for the same reports, in whatever order they were given. */
export interface Audit extends AuditSummary {
  /** By agency, in the order of the summary, then by year. */
  readonly reports: readonly AuditedReport[];
  /** Inputs that could not be read, and why. */
  readonly unread: readonly UnreadInput[];
}
