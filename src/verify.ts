import { loadPdfEngine } from './host/load-pdf-engine.js';
import { loadWorkbookEngine } from './host/load-workbook-engine.js';
import { templatesIn } from './host/templates.js';
import type { TextOptions } from './prepare.js';
import type { KindId } from './readers/source-kinds.js';
import type { Read } from './reading/read-result.js';
import type { AnyReport } from './report/report.js';
import type { Verified } from './verify/verify-published.js';

/** How a published file is verified. */
export interface VerifyOptions extends TextOptions {
  /** Its name, for messages. */
  readonly name: string;
  /** Its kind; told by its content if not given. */
  readonly kind?: KindId;
  /** Adds the places in the report's own file to differences, as `read` and `readReport` give it. */
  readonly locate?: Read['locate'];
}

/**
 * Whether a published file still shows what was signed: a page, also one pasted into a site, a Word file, a PDF, a workbook. Its visible
 * texts and cells are compared with the document of the report; the data that it carries are never looked at.
 *
 * @param published the bytes of the file, or its text
 * @param report the report that was signed
 * @throws ReportError `read/unsupported`, `read/damaged`, `read/too-large` if the file cannot be read or shows no text; every finding
 *   about the report, if one of them stops its rendering
 */
export async function verifyReport(
  published: Uint8Array | string,
  report: AnyReport,
  options: VerifyOptions,
): Promise<Verified> {
  const { name, kind, templates, assets, fonts: _, formats: __, ...rest } = options;
  const { verifyPublished } = await import('./verify/verify-published.js');
  const input = { content: published, name, ...(kind !== undefined && { kind }) };
  const find = templatesIn(templates, assets);
  return verifyPublished(input, report, { ...rest, loadPdfEngine, loadWorkbookEngine, find });
}
