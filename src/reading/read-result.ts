import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { AnyReport } from '../report/report.js';

/** A report read from any kind of file. */
export interface Read<R = AnyReport> {
  /** Every cell of its tables is there. */
  readonly report: R;
  /** What was read otherwise than it stands in the source, left out, missing or doubtful, each with its place. */
  readonly losses: readonly Diagnostic[];
  /** What is questionable about the way a text of our own kinds is written; to be told with the findings about the report. */
  readonly findings: readonly Diagnostic[];
  /** Of a document: where it has each part of the report, in words, by dotted paths. A text of our own kinds has lines instead. */
  readonly places?: ReadonlyMap<string, string>;
  /** Whether it is a workbook of ours, of which `locate` tells problems in the words of its sheets. */
  readonly isFilled?: true;
  /** Adds the place in the source to problems found later. */
  readonly locate: (problems: readonly Diagnostic[]) => readonly Diagnostic[];
}
