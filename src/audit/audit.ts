import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { AuditedReport, FindingCounts, Grade, RuleTotal } from './audited-report.js';

/** An input that is no report that could be checked, and why. */
export interface UnreadInput {
  readonly id: string;
  readonly findings: readonly Diagnostic[];
}

/** The reports of an agency in a year: those that it handed in, of which the worst gives the grade; none if it handed in nothing. */
export interface YearCell {
  readonly year: number;
  readonly grade: Grade | 'missing';
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
  readonly years: readonly YearCell[];
}

/** An agency and a year of which there are several reports. */
export interface RepeatedReport {
  readonly agency: string;
  readonly year: number;
  readonly ids: readonly string[];
  /** Whether they all say the same. */
  readonly isSame: boolean;
}

export interface AuditCounts extends FindingCounts {
  readonly reports: number;
  readonly red: number;
  readonly yellow: number;
  readonly green: number;
  readonly missing: number;
  readonly unread: number;
}

/** An audit without its reports. */
export interface AuditSummary {
  readonly counts: AuditCounts;
  /** Those handed in and those asked for, the earliest first. */
  readonly years: readonly number[];
  /** Those of them of which so few have handed in that nobody is told as missing, unless the caller says which years to audit. */
  readonly sparse: readonly number[];
  /** In the order of the list; those that are not on it, by name, after them. */
  readonly agencies: readonly AgencyRow[];
  readonly missing: readonly { readonly agency: string; readonly year: number }[];
  readonly repeated: readonly RepeatedReport[];
  /** Those that failed most often first, then by code. */
  readonly rules: readonly RuleTotal[];
}

/** What an audit gives, piece by piece: first what could not be read, then each report as it is done, then the summary of all. */
export type AuditItem =
  | ({ readonly kind: 'unread' } & UnreadInput)
  | { readonly kind: 'report'; readonly report: AuditedReport }
  | { readonly kind: 'summary'; readonly summary: AuditSummary };

/** A whole audit: the same for the same reports, in whatever order they were given. */
export interface Audit extends AuditSummary {
  /** By agency, in the order of the summary, then by year. */
  readonly reports: readonly AuditedReport[];
  readonly unread: readonly UnreadInput[];
}
