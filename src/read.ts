import type { Form } from './form/form.js';
import { loadPdfEngine } from './host/load-pdf-engine.js';
import { loadWorkbookEngine } from './host/load-workbook-engine.js';
import { loadYaml } from './host/load-yaml.js';
import { allowedOffice } from './host/office-variable.js';
import { templatesIn } from './host/templates.js';
import type { TextOptions } from './prepare.js';
import type { ConvertOffice } from './readers/office-files.js';
import { readReportText } from './readers/read-report.js';
import type { ReadOptions, ReadReport } from './readers/read-text.js';
import type { KindId } from './readers/source-kinds.js';
import type { Read } from './reading/read-result.js';
import type { AnyReport, Report, ReportOf } from './report/report.js';

/**
 * Reads a report from the text of a JSON or YAML file.
 *
 * @param name the file's name, for messages; its extension tells JSON from YAML
 * Options: `forms`, forms of the caller's own, besides the editions; `line` and `at`, where the report is, if it is only part of a text,
 * or the text only part of a file.
 *
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

/** How a file of any kind is read. */
export interface ReadFileOptions extends TextOptions {
  /** Its name, for messages. */
  readonly name: string;
  /** Its kind; told by its content if not given. */
  readonly kind?: KindId;
  /**
   * LibreOffice's program, by which `.doc`, `.wps`, `.odt` and `.rtf` are turned into Word files and read: its path, or its name. If not
   * given, what the environment variable `NIANBAO_SOFFICE` says; without either, no program is run.
   */
  readonly soffice?: string;
}

/** LibreOffice, loaded when a file needs it. */
const converterOf =
  (program: string): ConvertOffice =>
  async (...file) =>
    (await import('./host/convert-office.js')).convertOffice(program, file);

/**
 * Reads a report from what an office has: our own JSON and YAML, a Word file, a workbook, a PDF, a web page, plain text. The kind is told by the content
 * first, and by the name where that says nothing.
 *
 * @param content the bytes of a file, or a text
 * @param options `forms`: forms of the caller's own, besides the editions; `templates`: the folder with the templates of the caller's
 *   own, which is needed only for files that carry their data and were made with it
 * @returns the report; `losses`, what was read otherwise than it stands in the source, left out, missing or doubtful; and `locate`,
 *   which adds places in the source to findings
 * @throws ReportError `read/no-report` if it is no report; `read/unsupported`, `read/damaged`, `read/too-large` if it cannot be read;
 *   for JSON and YAML all problems of syntax and shape
 */
export async function read(content: Uint8Array | string, options: ReadFileOptions): Promise<Read> {
  const { name, kind, templates, assets, soffice = allowedOffice(), ...rest } = options;
  const { readAny } = await import('./reading/read-any.js');
  const input = { content, name, ...(kind !== undefined && { kind }) };
  return readAny(input, {
    ...rest,
    loadYaml,
    loadPdfEngine,
    loadWorkbookEngine,
    find: templatesIn(templates, assets),
    ...(soffice && { convertOffice: converterOf(soffice) }),
  });
}
