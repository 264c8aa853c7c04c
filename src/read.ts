import type { Form } from './form/form.js';
import { loadYaml } from './host/load-yaml.js';
import { type ReadOptions, type ReadReport, readReportText } from './readers/read-report.js';
import type { AnyReport, Report, ReportOf } from './report/report.js';

/**
 * Reads a report from the text of a JSON or YAML file.
 *
 * @param name the file's name, for messages; its extension tells JSON from YAML
 * @param options `forms`: forms of the caller's own, besides the editions; `line` and `at`: where the report is, if it is only part of
 *   a text, or the text only part of a file
 * @throws ReportError with all problems of syntax and shape, each with line and column
 */
export function readReport(text: string, name: string): ReadReport;
export function readReport<const F extends readonly Form[]>(
  text: string,
  name: string,
  options: ReadOptions & { readonly forms: F },
): ReadReport<Report | ReportOf<F[number]>>;
export function readReport(text: string, name: string, options: ReadOptions): ReadReport<AnyReport>;
export function readReport(text: string, name: string, options: ReadOptions = {}): ReadReport<AnyReport> {
  return readReportText(text, name, options, loadYaml);
}
