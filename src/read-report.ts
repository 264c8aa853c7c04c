import { type Diagnostic, ReportError } from './diagnostics.js';
import type { Report } from './editions/report.js';
import { readSource } from './input/read.js';
import { locate } from './input/source.js';
import { parseReport } from './parse.js';

/** A report read from text. */
export interface ReadReport {
  readonly report: Report;
  /** Gives problems found later the line and column of the text. */
  readonly locate: (problems: readonly Diagnostic[]) => readonly Diagnostic[];
}

/**
 * Reads a report from the text of a JSON or YAML file.
 *
 * @param name the file's name, for messages; `.yaml` and `.yml` say what it is
 * @throws ReportError with all problems of syntax and shape, each with line and column
 */
export function readReport(text: string, name: string): ReadReport {
  const source = readSource(text, name);
  try {
    return { report: parseReport(source.value), locate: (problems) => locate(problems, source) };
  } catch (error) {
    throw error instanceof ReportError ? new ReportError(locate(error.diagnostics, source)) : error;
  }
}
