import { documentOf } from './compose/prepared.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import type { FormatId } from './formats/formats.js';
import type { SealPlace } from './model/finish.js';
import { prepareReport } from './prepare.js';
import { attachmentsOf, type LookOptions, lookFindings, type RenderOptions, renderComposed } from './render.js';
import type { AnyReport } from './report/report.js';

/** A file of a report, and what is to be known of it besides its bytes. */
export interface ReportFile {
  /** What it is. */
  readonly format: FormatId;
  /** Its content. */
  readonly bytes: Uint8Array;
  /** How many pages it has: of a PDF and an OFD file. Word and browsers make their own. */
  readonly pages?: number;
  /** With `sealPlace`, where a signing service is to put the seal: of a PDF and an OFD file. */
  readonly sealPlace?: SealPlace;
}

/** The files of a report. */
export interface ReportFiles {
  /** The report's title, as printed. */
  readonly title: string;
  /** In the order of the formats. */
  readonly files: readonly ReportFile[];
  /** About the report, about how it looks, and about what a file does not carry. */
  readonly findings: readonly Diagnostic[];
}

/**
 * Makes the files of a report from one document. Every format is made before any is given.
 *
 * @throws ReportError as `renderReport` does
 */
export async function makeFiles(
  report: AnyReport,
  formats: readonly FormatId[],
  look: LookOptions,
): Promise<ReportFiles> {
  const prepared = prepareReport(report, { ...look, formats });
  const document = documentOf(prepared);
  const attachments = attachmentsOf(report, look);
  const files: ReportFile[] = [];
  const told: Diagnostic[] = [];
  for (const format of formats) {
    const { bytes, pages, sealPlace, findings = [] } = await renderComposed(document, { ...look, format }, attachments);
    files.push({ format, bytes, ...(pages !== undefined && { pages }), ...(sealPlace && { sealPlace }) });
    told.push(...findings);
  }
  const findings = [...prepared.findings, ...(await lookFindings(document, look)), ...told];
  return { title: document.meta.title, files, findings };
}

/** A file of a report with all findings. */
export interface MadeFile extends ReportFile, Pick<ReportFiles, 'findings'> {}

/**
 * Renders a report in one format, as `renderReport` does, and tells what is to be known of the file: its pages, where a seal has its place, and
 * every finding.
 *
 * @throws ReportError as `renderReport` does
 */
export async function makeFile(report: AnyReport, { format, ...look }: RenderOptions): Promise<MadeFile> {
  const { files, findings } = await makeFiles(report, [format], look);
  return { ...(files[0] as ReportFile), findings };
}
