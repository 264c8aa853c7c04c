import type { Destination } from '../host/destination.js';
import {
  type Diagnostic,
  type FormatId,
  type LookOptions,
  type Read,
  ReportError,
  type ReportFile,
  stops,
} from '../index.js';
import { makeFiles } from '../make-files.js';
import { exitCodeFor } from './exit-codes.js';
import { flagFiles } from './flag-files.js';
import { expandFiles, readFrom, refuseCollisions, toInputs } from './inputs.js';
import { type LookFlags, toFormats, toLook } from './look-flags.js';
import { misuse } from './misuse.js';
import { openFile } from './open-file.js';
import { claim, inputFinder, STANDARD_OUTPUT, writeOutputs } from './outputs.js';
import { type RenderedOutput, type RenderOutcome, tellAsJson, tellAsText } from './render-outcome.js';
import { outputPaths } from './render-outputs.js';
import { give, tellAside, timed } from './voice.js';
import { whenChanged } from './watch-files.js';

/** The options of `nianbao render` as they are typed. */
export interface RenderFlags extends LookFlags {
  readonly output: string;
  readonly format: string;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly open?: boolean;
  readonly watch?: boolean;
}

/** A report to be rendered. */
interface Job {
  readonly file: string;
  readonly formats: readonly FormatId[];
  readonly look: LookOptions;
  /** One for each format; none for standard output. */
  readonly places: readonly Destination[];
}

/** Writes what was made: into its places, or to standard output. */
function deliver(files: readonly ReportFile[], places: readonly Destination[]): readonly RenderedOutput[] {
  if (places.length === 0) for (const { bytes } of files) give(bytes);
  else writeOutputs(places.map((place, i) => ({ place, bytes: files[i]?.bytes ?? new Uint8Array() })));
  return files.map((file, i) => ({ ...file, path: places[i]?.path }));
}

/** Renders a report that has been read. Every format is made before any is written. */
async function renderRead(
  { report, locate, findings, losses }: Read,
  { file, formats, look, places }: Job,
): Promise<RenderOutcome> {
  try {
    const made = await timed('写出文字，核对，生成文件', () => makeFiles(report, formats, look));
    const outputs = deliver(made.files, places);
    return { file, title: made.title, outputs, losses, findings: [...findings, ...locate(made.findings)] };
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return { file, title: undefined, outputs: [], losses, findings: [...findings, ...locate(error.diagnostics)] };
  }
}

async function renderFile(job: Job): Promise<RenderOutcome> {
  const { file, look } = job;
  try {
    return await renderRead(await timed(`读入 ${file}`, () => readFrom(file, look)), job);
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return { file, title: undefined, outputs: [], losses: [], findings: error.diagnostics };
  }
}

/**
 * What is to be rendered, and where to.
 *
 * @throws ReportError with everything that keeps a file from being written, before any is made
 */
async function jobsOf(files: readonly string[], flags: RenderFlags): Promise<readonly Job[]> {
  const inputs = toInputs(expandFiles(files));
  refuseCollisions(inputs);
  const formats = toFormats(flags.format);
  const paths = outputPaths(inputs, formats, flags.output);
  const look = await toLook(flags, formats);
  if (flags.output === STANDARD_OUTPUT) return inputs.map(({ file }) => ({ file, formats, look, places: [] }));
  const read = [...inputs.map(({ file }) => file), ...flagFiles(flags)];
  const inputAt = inputFinder(read);
  const jobs = inputs.map(({ file }, i) => {
    const all = formats.map((format, k) => ({ format, path: paths[i]?.[k] ?? '' }));
    return { file, look, outputs: formats.length > 1 ? withoutInput(all, inputAt) : all };
  });
  const places = await claim(
    jobs.flatMap(({ outputs }) => outputs.map(({ path }) => path)),
    { inputs: read, force: flags.force },
  );
  let next = 0;
  return jobs.map(({ outputs, ...job }) => {
    const first = next;
    next += outputs.length;
    return { ...job, formats: outputs.map(({ format }) => format), places: places.slice(first, next) };
  });
}

interface Output {
  readonly format: FormatId;
  readonly path: string;
}

function refuseBoth(): never {
  throw misuse({ cause: 'json-and-standard-output' });
}

/** Of several files to be made, those that are not the input itself: a Word file is not written over by the one made of it. */
function withoutInput(outputs: readonly Output[], inputAt: (file: string) => string | undefined): readonly Output[] {
  const free = outputs.filter(({ path }) => inputAt(path) === undefined);
  if (free.length === 0) return outputs;
  for (const { path, format } of outputs) {
    if (inputAt(path) === undefined) continue;
    const why = `不生成 ${path}：它是这次读取的文件；要 ${format.toUpperCase()} 文件，用 -o 写到别的文件夹`;
    tellAside(why);
  }
  return free;
}

async function renderAll(files: readonly string[], flags: RenderFlags): Promise<number> {
  const tell = flags.json ? tellAsJson : tellAsText;
  const all: Diagnostic[] = [];
  for (const job of await jobsOf(files, flags)) {
    const outcome = await renderFile(job);
    tell(outcome);
    all.push(...outcome.findings);
    if (flags.open && !outcome.findings.some(stops)) for (const { path } of job.places) await openFile(path);
  }
  return exitCodeFor(all);
}

/** Refuses what is read or written once only. */
function refuseStreams(files: readonly string[], { output }: RenderFlags): void {
  if (![...files, output].includes('-')) return;
  throw misuse({ cause: 'watched-stream' });
}

/** `nianbao render`: a report that fails does not stop the others. */
export async function renderFiles(files: readonly string[], flags: RenderFlags): Promise<number> {
  if (flags.json && flags.output === STANDARD_OUTPUT) refuseBoth();
  if (!flags.watch) return renderAll(files, flags);
  refuseStreams(files, flags);
  const watched = () => [...expandFiles(files), ...flagFiles(flags)];
  // A viewer that is open shows the file anew by itself.
  let { open = false } = flags;
  return whenChanged(watched, async () => {
    await renderAll(files, { ...flags, open });
    open = false;
  });
}
