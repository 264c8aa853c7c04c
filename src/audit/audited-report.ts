import type { Code } from '../diagnostics/codes.js';
import type { Severity } from '../diagnostics/diagnostic.js';
import type { SharedPassage } from './shared-text.js';

/** Red with an error that is not waived, yellow with a warning, otherwise green. */
export type Grade = 'red' | 'yellow' | 'green';

/** Another finding by the same cell, or a text that bears it out. */
export interface RelatedFinding {
  /** The code of its kind. */
  readonly code: Code;
  /** One sentence in Chinese, without the place. */
  readonly message: string;
}

/** A finding about a report, told in the words of its form. */
export interface AuditFinding {
  /** How grave it is. */
  readonly severity: Severity;
  /** The code of its kind. */
  readonly code: Code;
  /** The table or the part of the report, such as `三、收到和处理政府信息公开申请情况`. */
  readonly section: string;
  /** The cells of the table, such as `三、（七）总计 · 自然人`, or the paragraph of the text; none if it is about the whole part. */
  readonly cells: readonly string[];
  /** One sentence in Chinese, without the place. */
  readonly message: string;
  /** What the report says. */
  readonly found?: string;
  /** What it should say. */
  readonly expected?: string;
  /** What to do about it, in Chinese. */
  readonly hint: string;
  /** Where the file has it: `第12段后的表，第9行第3列`, `第 12 行第 3 列`. */
  readonly place?: string;
  /** Where the report object has it; empty for the whole report. */
  readonly path: string;
  /** What the rule demands, and what it rests on. */
  readonly formula?: string;
  /** The clause or practice that the rule rests on. */
  readonly basis?: string;
  /** The reason with which the report waives it. */
  readonly waived?: string;
  /** What else fails by the same cell, and which texts have the figure that it should have. */
  readonly related?: readonly RelatedFinding[];
}

/** How often a rule held, did not, was waived, and could not be assessed. */
export interface RuleTotal {
  /** The rule. */
  readonly code: Code;
  /** What it demands, in Chinese. */
  readonly formula: string;
  /** Places that are in order. */
  readonly passed: number;
  /** Places that are not. */
  readonly failed: number;
  /** Places that are not, which reports waive. */
  readonly waived: number;
  /** Places that could not be assessed. */
  readonly unassessed: number;
}

/** Findings by severity; a waived one counts as waived alone. */
export interface FindingCounts {
  /** Findings that stop a report, waived ones aside. */
  readonly errors: number;
  /** Findings to look into, waived ones aside. */
  readonly warnings: number;
  /** What could be better, or could not be checked. */
  readonly notes: number;
  /** Findings that the report waives. */
  readonly waived: number;
}

/** A section that much resembles one of another report. */
export interface SimilarText {
  /** The key of the section. */
  readonly section: string;
  /** The other report. */
  readonly id: string;
  /** Whose report has the text too. */
  readonly agency: string;
  /** The year of that report. */
  readonly year: number;
  /** How much of the section stands there: 0 to 1, with two decimals. */
  readonly share: number;
  /** The longest passages that both have, as this report has them. */
  readonly passages: readonly SharedPassage[];
}

/** What an audit says of one report. */
export interface AuditedReport {
  /** The file, or the id that the caller gave. */
  readonly id: string;
  /** The agency as the report names it. */
  readonly agency: string;
  /** The report year. */
  readonly year: number;
  /** The id of its form. */
  readonly edition: string;
  /** The gravest of its findings, as a colour. */
  readonly grade: Grade;
  /** Of its findings. */
  readonly counts: FindingCounts;
  /** The report of the year before that it was compared with, by its id. */
  readonly previous?: string;
  /** The gravest first; of equal ones in the order of the form. */
  readonly findings: readonly AuditFinding[];
  /** What its file has that belongs to no report, such as the navigation of a page, and was left out in reading. */
  readonly leftOut: readonly string[];
  /** What of its texts stands in reports of other agencies, or in its own of earlier years. */
  readonly similar: readonly SimilarText[];
}
