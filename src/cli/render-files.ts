import { extname, join } from 'node:path';
import { documentOf } from '../compose/prepared.js';
import { isFolder } from '../host/files.js';
import type { NewFile } from '../host/write-files.js';
import {
  type Diagnostic,
  type FormatId,
  formatDiagnostic,
  formats,
  type LookOptions,
  prepareReport,
  ReportError,
  renderDocument,
} from '../index.js';
import { attachmentsOf, lookFindings } from '../render.js';
import { exitCodeFor } from './exit-codes.js';
import { type Input, readFrom, refuseCollisions, toInputs } from './inputs.js';
import { type LookFlags, toFormats, toLook } from './look-flags.js';
import { writeOutputs } from './outputs.js';

/** The options of `nianbao render` as they are typed. */
export interface RenderFlags extends LookFlags {
  readonly output: string;
  readonly format: string;
}

/** How the reports of one call are rendered. */
interface Settings {
  readonly formats: readonly FormatId[];
  readonly look: LookOptions;
  /** A folder; or a file's path, if only one file is made. */
  readonly output: string;
  readonly isSingleFile: boolean;
}

function outputPath(input: Input, format: FormatId, { output, isSingleFile }: Settings): string {
  const extension = `.${formats[format].extension}`;
  const isFile = isSingleFile && !isFolder(output) && extname(output) === extension;
  return isFile ? output : join(output, `${input.name}${extension}`);
}

/** Renders one report, prints what was made and returns its findings. Every format is made before any is written. */
async function renderFile(input: Input, settings: Settings): Promise<readonly Diagnostic[]> {
  const { look } = settings;
  const { report, locate, findings } = readFrom(input.file, look);
  try {
    const prepared = prepareReport(report, look);
    const document = documentOf(prepared);
    const attachments = attachmentsOf(report, look);
    const files: NewFile[] = [];
    for (const format of settings.formats) {
      const bytes = await renderDocument(document, { ...look, format }, attachments);
      files.push({ path: outputPath(input, format, settings), bytes });
    }
    writeOutputs(files);
    for (const { path, bytes } of files) {
      process.stdout.write(`已生成 ${path}（${Math.ceil(bytes.length / 1024)} KB）\n`);
    }
    return [...findings, ...locate([...prepared.findings, ...(await lookFindings(document, look))])];
  } catch (error) {
    throw error instanceof ReportError ? new ReportError([...findings, ...locate(error.diagnostics)]) : error;
  }
}

/** `nianbao render`: a report that fails does not stop the others. */
export async function renderFiles(files: readonly string[], flags: RenderFlags): Promise<number> {
  const inputs = toInputs(files);
  refuseCollisions(inputs);
  const ids = toFormats(flags.format);
  const isSingleFile = inputs.length === 1 && ids.length === 1;
  const settings: Settings = { formats: ids, look: await toLook(flags), output: flags.output, isSingleFile };
  const all: Diagnostic[] = [];
  for (const input of inputs) {
    const problems = await renderFile(input, settings).catch((error: unknown) => {
      if (error instanceof ReportError) return error.diagnostics;
      throw error;
    });
    for (const problem of problems) process.stderr.write(`${formatDiagnostic(problem)}\n`);
    all.push(...problems);
  }
  return exitCodeFor(all);
}
