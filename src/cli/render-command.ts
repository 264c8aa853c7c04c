import { extname, join } from 'node:path';
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
import { documentOf } from '../prepare.js';
import { attachmentsOf, substitutionsIn } from '../render.js';
import { exitCodeFor } from './exit-codes.js';
import { type Input, readInput, refuseCollisions, toInputs } from './inputs.js';
import { type LookFlags, toFormats, toLook } from './look-flags.js';
import { isFolder, type Output, writeWhole } from './write.js';

/** The options of `nianbao render` as they are typed. */
export interface RenderFlags extends LookFlags {
  readonly output: string;
  readonly format: string;
}

/** Where a file goes: into the folder, or to the very path if one file is asked for. */
function outputPath(input: Input, format: FormatId, flags: RenderFlags, isOnly: boolean): string {
  const { extension } = formats[format];
  const isFile = isOnly && !isFolder(flags.output) && extname(flags.output) === `.${extension}`;
  return isFile ? flags.output : join(flags.output, `${input.name}.${extension}`);
}

/** How the inputs of one call are rendered. */
interface Job {
  readonly ids: readonly FormatId[];
  readonly flags: RenderFlags;
  readonly look: LookOptions;
  /** One file only is to be made. */
  readonly isOnly: boolean;
}

/** Makes the files of one report and says what was made and noticed. Every format is made before any is written. */
async function renderOne(input: Input, { ids, flags, look, isOnly }: Job): Promise<readonly Diagnostic[]> {
  const { report, locate } = readInput(input);
  try {
    const prepared = prepareReport(report, look);
    const document = documentOf(prepared);
    const attachments = attachmentsOf(report, look);
    const outputs: Output[] = [];
    for (const format of ids) {
      const bytes = await renderDocument(document, { ...look, format }, attachments);
      outputs.push({ path: outputPath(input, format, flags, isOnly), bytes });
    }
    writeWhole(outputs);
    for (const { path, bytes } of outputs)
      process.stdout.write(`已生成 ${path}（${Math.ceil(bytes.length / 1024)} KB）
`);
    return locate([...prepared.findings, ...substitutionsIn(document, look)]);
  } catch (error) {
    if (error instanceof ReportError) throw new ReportError(locate(error.diagnostics));
    throw error;
  }
}

/** `nianbao render`: one report that fails does not stop the others. */
export async function render(files: readonly string[], flags: RenderFlags): Promise<number> {
  const inputs = toInputs(files);
  refuseCollisions(inputs);
  const ids = toFormats(flags.format);
  const job = { ids, flags, look: toLook(flags), isOnly: inputs.length === 1 && ids.length === 1 };
  const all: Diagnostic[] = [];
  for (const input of inputs) {
    const problems = await renderOne(input, job).catch((error: unknown) => {
      if (error instanceof ReportError) return error.diagnostics;
      throw error;
    });
    for (const problem of problems) process.stderr.write(`${formatDiagnostic(problem)}\n`);
    all.push(...problems);
  }
  return exitCodeFor(all);
}
