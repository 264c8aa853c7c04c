import { documentOf } from '../compose/prepared.js';
import { inLine } from '../diagnostics/problem-text.js';
import type { Destination } from '../host/destination.js';
import { type Diagnostic, type FormatId, type LookOptions, prepareReport, ReportError, stops } from '../index.js';
import { attachmentsOf, lookFindings, renderComposed } from '../render.js';
import { exitCodeFor } from './exit-codes.js';
import { flagFiles } from './flag-files.js';
import { expandFiles, readFrom, refuseCollisions, tellLosses, toInputs } from './inputs.js';
import { type LookFlags, toFormats, toLook } from './look-flags.js';
import { misuse } from './misuse.js';
import { openFile } from './open-file.js';
import { claim, inputFinder, STANDARD_OUTPUT, writeOutputs } from './outputs.js';
import { outputPaths } from './render-outputs.js';
import { tellAside, tellDone, tellProblems, timed } from './voice.js';
import { whenChanged } from './watch-files.js';

/** The options of `nianbao render` as they are typed. */
export interface RenderFlags extends LookFlags {
  readonly output: string;
  readonly format: string;
  readonly force?: boolean;
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

const sizeOf = (bytes: Uint8Array): string => `${Math.ceil(bytes.length / 1024)} KB`;

/** Writes what was made, and says so: on standard output, unless that has the file itself. */
function deliver(files: readonly Uint8Array[], places: readonly Destination[]): void {
  if (places.length === 0) {
    for (const bytes of files) {
      process.stdout.write(bytes);
      tellAside(`已写到标准输出（${sizeOf(bytes)}）`);
    }
    return;
  }
  const outputs = places.map((place, i) => ({ place, bytes: files[i] ?? new Uint8Array() }));
  writeOutputs(outputs);
  for (const { place, bytes } of outputs) tellDone(`已生成 ${inLine(place.path)}（${sizeOf(bytes)}）`);
}

/** Renders one report, says what was made and returns its findings. Every format is made before any is written. */
async function renderFile({ file, formats, look, places }: Job): Promise<readonly Diagnostic[]> {
  const read = await timed(`读入 ${inLine(file)}`, () => readFrom(file, look));
  tellLosses(read);
  const { report, locate, findings } = read;
  try {
    const prepared = await timed('写出文字，核对', async () => prepareReport(report, { ...look, formats }));
    const document = documentOf(prepared);
    const attachments = attachmentsOf(report, look);
    const files: Uint8Array[] = [];
    for (const format of formats) {
      const render = () => renderComposed(document, { ...look, format }, attachments);
      files.push(await timed(`生成 ${format.toUpperCase()}`, render));
    }
    deliver(files, places);
    return [...findings, ...locate([...prepared.findings, ...(await lookFindings(document, look))])];
  } catch (error) {
    throw error instanceof ReportError ? new ReportError([...findings, ...locate(error.diagnostics)]) : error;
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
  const look = await toLook(flags);
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

/** Of several files to be made, those that are not the input itself: a Word file is not written over by the one made of it. */
function withoutInput(outputs: readonly Output[], inputAt: (file: string) => string | undefined): readonly Output[] {
  const free = outputs.filter(({ path }) => inputAt(path) === undefined);
  if (free.length === 0) return outputs;
  for (const { path, format } of outputs) {
    if (inputAt(path) === undefined) continue;
    const why = `不生成 ${path}：它是这次读取的文件；要 ${format.toUpperCase()} 文件，用 -o 写到别的文件夹`;
    tellAside(inLine(why));
  }
  return free;
}

async function renderAll(files: readonly string[], flags: RenderFlags): Promise<number> {
  const all: Diagnostic[] = [];
  const jobs = await jobsOf(files, flags);
  for (const job of jobs) {
    const problems = await renderFile(job).catch((error: unknown) => {
      if (error instanceof ReportError) return error.diagnostics;
      throw error;
    });
    tellProblems(problems);
    all.push(...problems);
    if (flags.open && !problems.some(stops)) for (const { path } of job.places) await openFile(path);
  }
  return exitCodeFor(all);
}

/** Refuses what is read or written once only. */
function refuseStreams(files: readonly string[], { output }: RenderFlags): void {
  if (![...files, output].includes('-')) return;
  throw misuse('--watch 不能用于标准输入、标准输出', '-', '文件或文件夹', '把报告存成文件，用 -o 写到文件夹');
}

/** `nianbao render`: a report that fails does not stop the others. */
export async function renderFiles(files: readonly string[], flags: RenderFlags): Promise<number> {
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
