import type { FormOptions } from '../editions/editions.js';
import type { FindTemplate } from '../narrative/find-template.js';
import { type ReaderTools, readSourceInput, type SourceInput } from '../readers/read-reading.js';
import { readReportText } from '../readers/read-report.js';
import type { LoadYaml } from '../readers/yaml-package.js';
import type { Read } from './read-result.js';

/** What reading needs besides the input. */
export interface ReadSources extends FormOptions, ReaderTools {
  /** Gives the parser of YAML. */
  readonly loadYaml: LoadYaml;
  /** Finds templates, by which the data that a file carries are compared with what it shows. */
  readonly find: FindTemplate;
}

/**
 * Reads a report from a file of any kind, told by its content: our own JSON and YAML, a Word file, a workbook, a PDF, a
 * web page, plain text.
 *
 * @throws ReportError `read/no-report` if it is none; `read/unsupported`, `read/damaged`, `read/too-large` if it cannot be read; for
 *   JSON and YAML all problems of syntax and shape
 */
export async function readAny(
  input: SourceInput,
  { loadYaml, find, loadPdfEngine, loadWorkbookEngine, convertOffice, ...options }: ReadSources,
): Promise<Read> {
  const source = await readSourceInput(input, {
    ...(loadPdfEngine && { loadPdfEngine }),
    ...(loadWorkbookEngine && { loadWorkbookEngine }),
    ...(convertOffice && { convertOffice }),
    ...(options.limits && { limits: options.limits }),
  });
  if ('text' in source) {
    return { ...readReportText(source.text, input.name, options, loadYaml, source.kind), losses: [] };
  }
  // Data need no matcher, and most that is read is data.
  const { readDocument } = await import('./read-document.js');
  return readDocument(source.reading, input.name, { ...options, find });
}
