import { type Diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import type { FormOptions } from '../editions/editions.js';
import { parseReport } from '../report/parse.js';
import type { AnyReport, Report } from '../report/report.js';
import { readSource } from './read-source.js';
import { locate } from './source.js';

/** A report read from text. */
export interface ReadReport<R = Report> {
  readonly report: R;
  /** Gives problems found later the line and column of the text. */
  readonly locate: (problems: readonly Diagnostic[]) => readonly Diagnostic[];
}

/**
 * Reads a report from the text of a JSON or YAML file.
 *
 * @param name the file's name, for messages; `.yaml` and `.yml` say what it is
 * @param options `forms`: forms of the caller's own, besides the editions
 * @throws ReportError with all problems of syntax and shape, each with line and column
 */
export function readReport(text: string, name: string): ReadReport;
export function readReport(text: string, name: string, options: FormOptions): ReadReport<AnyReport>;
export function readReport(text: string, name: string, options: FormOptions = {}): ReadReport<AnyReport> {
  const source = readSource(text, name);
  try {
    return { report: parseReport(source.value, options), locate: (problems) => locate(problems, source) };
  } catch (error) {
    throw error instanceof ReportError ? new ReportError(locate(error.diagnostics, source)) : error;
  }
}
