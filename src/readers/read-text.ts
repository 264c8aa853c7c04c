import type { Diagnostic, Path } from '../diagnostics/diagnostic.js';
import type { FormOptions } from '../editions/editions.js';
import type { Report } from '../report/report.js';

// Apart from what reads, so that who only names these types has no part in those of a parser.

/** A report read from text. */
export interface ReadReport<R = Report> {
  /** Every cell of its tables is there. */
  readonly report: R;
  /** Adds line and column of the text to problems found later. */
  readonly locate: (problems: readonly Diagnostic[]) => readonly Diagnostic[];
  /** What is questionable about the way the text is written, with line and column: to be told with the findings about the report. */
  readonly findings: readonly Diagnostic[];
}

/** How a report is read. */
export type ReadOptions = ReportPlace & FormOptions;

/** Where a report is, if it is only part of a text, or the text only part of a file. */
export interface ReportPlace {
  /** The line of the file on which the text begins; 1 if not given. */
  readonly line?: number;
  /** The path to the report in the text; empty if not given. */
  readonly at?: Path;
}
