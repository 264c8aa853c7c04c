import { join } from 'node:path';
import { inFlight } from '../../batch/in-flight.js';
import { createPool, type PoolOptions, runJob, type Store } from '../../batch/index.js';
import { namerOf } from '../../batch/names.js';
import { sweep } from '../../batch/store.js';
import { readBytes } from '../../files.js';
import { formatDiagnostic, type LookOptions, type ReportError, stops } from '../../index.js';
import { EXIT, exitCodeFor } from '../exit-codes.js';
import { type LookFlags, toFormats, toLook } from '../look.js';
import { misuse } from '../misuse.js';
import { numberOf, wholeNumberOf } from '../numbers.js';
import { spareCores } from '../optimiser.js';
import { inputHasher } from './input-hash.js';
import { MANIFEST, openJournal } from './journal.js';
import { lock } from './lock.js';
import { onQueue } from './on-queue.js';
import { type Progress, spoken, startProgress, type Tally } from './progress.js';
import { resultLine } from './result-line.js';
import { type Execute, type Run, runBatch } from './run.js';
import { countOf, expand, read } from './sources.js';
import { isS3, makeFolder, type TargetFlags, toStore } from './target.js';
import { toRedis } from './terms.js';

/** The options of `nianbao batch` as they are typed. */
export interface BatchFlags extends LookFlags, TargetFlags {
  readonly format: string;
  readonly name: string;
  readonly jobs?: string;
  readonly changed?: boolean;
  readonly timeout: string;
  readonly memory: string;
  readonly redis?: string;
  readonly manifest?: string;
}

/** Jobs in the queue at once, unless told otherwise: twice the threads of eight machines. */
const WIDTH = 256;

/** Tells what became of a report: failures to people, lines to programs. */
function teller(progress: Progress): Run['onEnd'] {
  return (entry, fate) => {
    if (fate === 'failed') {
      progress.tell([`失败 ${entry.id}`, ...entry.findings.filter(stops).map(formatDiagnostic)].join('\n'));
    }
    if (fate !== 'kept' && !process.stdout.isTTY) process.stdout.write(`${resultLine(entry, fate)}\n`);
    progress.count(fate);
  };
}

function summary({ done, failed, kept, milliseconds }: Tally, folder: string): string {
  const counts = `共 ${done + failed + kept} 份：生成 ${done}，沿用 ${kept}，失败 ${failed}`;
  return `${counts}；用时 ${spoken(milliseconds)}；清单 ${join(folder, MANIFEST)}\n`;
}

/** Runs a batch on threads of this process. */
async function onThreads(
  options: PoolOptions,
  store: Store,
  progress: Progress,
  run: (execute: Execute) => Promise<void>,
): Promise<Tally> {
  spareCores();
  const pool = createPool(options);
  try {
    await run((jobs) => inFlight(jobs, 2 * pool.concurrency, (job) => runJob(job, { pool, store })));
  } finally {
    await pool.close();
  }
  return progress.end();
}

/** By convention 128 and the signal's number. */
function interrupted(): void {
  process.stderr.write('\n已中断；再运行一次，只做剩下的\n');
  process.exit(130);
}

/** Another run has the folder now: of this one nothing more may be written. */
function outrun({ diagnostics }: ReportError): void {
  process.stderr.write(`${diagnostics.map(formatDiagnostic).join('\n')}\n`);
  process.exit(exitCodeFor(diagnostics));
}

/** The folder of journal and manifest: that of the files, unless those go to S3. */
function folderOf({ output, manifest }: BatchFlags): string {
  if (isS3(output)) return manifest ?? '.';
  if (manifest === undefined) return output;
  throw misuse('--manifest 只用于写到 S3', manifest, '清单与文件在同一文件夹', '去掉 --manifest');
}

/** Runs the jobs of a batch: on threads, or on the machines that serve a queue. */
function runOn(
  { redis, jobs, timeout, memory }: BatchFlags,
  look: LookOptions,
): (store: Store, progress: Progress, run: (execute: Execute) => Promise<void>) => Promise<Tally> {
  const width = jobs === undefined ? undefined : wholeNumberOf(jobs, '--jobs', 1, 1024);
  if (redis) {
    const remote = { url: toRedis(redis), width: width ?? WIDTH, look };
    return (...rest) => onQueue(remote, ...rest);
  }
  const options = {
    look,
    timeout: numberOf(timeout, '--timeout', 0.1, 86_400),
    memory: wholeNumberOf(memory, '--memory', 32, 1_048_576),
    ...(width !== undefined && { concurrency: width }),
  };
  return (...rest) => onThreads(options, ...rest);
}

/** `nianbao batch`: many reports on threads. One that fails does not stop the others; a run that was broken off is gone on with. */
export async function batch(args: readonly string[], flags: BatchFlags): Promise<number> {
  const folder = folderOf(flags);
  const formats = toFormats(flags.format);
  const look = toLook(flags);
  const namer = namerOf(flags.name);
  const runAll = runOn(flags, look);
  const hash = inputHasher(formats, look);
  const sources = expand(args, folder);

  const store = await toStore(flags);
  makeFolder(folder);
  const unlock = await lock(folder, { tell: (text) => process.stderr.write(`${text}\n`), onLost: outrun });
  process.once('SIGINT', interrupted);
  try {
    // Other machines may be writing into a folder that they share.
    const tidy = flags.redis ? async () => {} : () => sweep(folder);
    await tidy();
    const journal = await openJournal(folder, flags.changed === true);
    const progress = startProgress(process.stderr, await countOf(sources));
    if (journal.isResumed) progress.tell('上一次没有做完，接着做剩下的');
    const tally = await runAll(store, progress, (execute) =>
      runBatch(read(sources), { formats, namer, hash, journal, store, execute, onEnd: teller(progress) }),
    );
    // A thread that ran past its time may have been ended as it wrote.
    await tidy();
    if (isS3(flags.output)) await store.put(MANIFEST, readBytes(join(folder, MANIFEST)));
    process.stderr.write(summary(tally, folder));
    return tally.failed > 0 ? EXIT.report : EXIT.done;
  } finally {
    process.off('SIGINT', interrupted);
    await unlock();
  }
}
