import type { Diagnostic, ReportFile } from '../index.js';
import { tellLosses } from './inputs.js';
import { jsonText } from './json-text.js';
import { give, tellAside, tellDone, tellProblems } from './voice.js';

/** A file that was made; without a path it went to standard output. */
export interface RenderedOutput extends ReportFile {
  readonly path: string | undefined;
}

/** What became of a report. */
export interface RenderOutcome {
  /** The input as it was typed. */
  readonly file: string;
  /** The report's title, as printed; undefined if nothing was made. */
  readonly title: string | undefined;
  readonly outputs: readonly RenderedOutput[];
  /** What was lost in reading. */
  readonly losses: readonly Diagnostic[];
  readonly findings: readonly Diagnostic[];
}

const sizeOf = (bytes: Uint8Array): string => `${Math.ceil(bytes.length / 1024)} KB`;

function tellOutput({ path, bytes }: RenderedOutput): void {
  if (path === undefined) tellAside(`已写到标准输出（${sizeOf(bytes)}）`);
  else tellDone(`已生成 ${path}（${sizeOf(bytes)}）`);
}

/** For people: what was made on standard output, unless that has the file itself; the rest on standard error. */
export function tellAsText(outcome: RenderOutcome): void {
  tellLosses(outcome);
  for (const output of outcome.outputs) tellOutput(output);
  tellProblems(outcome.findings);
}

/** For programs: a line for each report, with everything about it. */
export function tellAsJson({ file, title, outputs, losses, findings }: RenderOutcome): void {
  const record = {
    file,
    ok: title !== undefined,
    title,
    outputs: outputs.map(({ format, path, bytes, pages, sealPlace }) => ({
      format,
      path,
      bytes: bytes.length,
      pages,
      sealPlace,
    })),
    losses,
    findings,
  };
  give(`${jsonText(record)}\n`);
}
