import { join } from 'node:path';
import type { Store } from '../../batch/index.js';
import { inLine } from '../../diagnostics/problem-text.js';
import { makeFolder } from '../../host/new-folders.js';
import { readRegular } from '../../host/regular-file.js';
import { sweep } from '../../host/write-files.js';
import { formatDiagnostic, type LookOptions, type ReportError, stops } from '../../index.js';
import { EXIT, exitCodeFor, SIGNAL_EXIT } from '../exit-codes.js';
import { flagFiles } from '../flag-files.js';
import { type LookFlags, toFormats, toLook } from '../look-flags.js';
import { misuse } from '../misuse.js';
import { claim, type OutputRules, STANDARD_OUTPUT } from '../outputs.js';
import { type PoolFlags, toJobs, toPoolOptions } from '../pool-flags.js';
import { toRedis } from '../redis-flag.js';
import { give, tellAside, tellLine, tellLines } from '../voice.js';
import { namerOf } from './file-names.js';
import { countReports, findReports } from './find-reports.js';
import { inputHasher } from './input-hash.js';
import { JOURNAL, openJournal } from './journal.js';
import { lock } from './lock.js';
import { isManifest, MANIFEST } from './manifest.js';
import { onQueue } from './on-queue.js';
import { onThreads } from './on-threads.js';
import { durationText, type Progress, startProgress, type Tally } from './progress.js';
import { resultLine } from './result-line.js';
import { type BatchRun, type RunJobs, runBatch } from './run-batch.js';
import { expand, type SourceFile } from './sources.js';
import { takenNamesIn } from './taken-names.js';
import { isS3, type TargetFlags, toStore } from './target.js';

/** The options of `nianbao batch` as they are typed. */
export interface BatchFlags extends LookFlags, TargetFlags, PoolFlags {
  readonly format: string;
  readonly name: string;
  readonly force?: boolean;
  readonly changed?: boolean;
  readonly redis?: string;
  readonly manifest?: string;
}

/** Jobs in the queue at a time, if not given: twice the threads of eight machines with sixteen cores. */
const QUEUE_WIDTH = 256;

/** Reports what became of each report: failures for people, lines for programs. */
function reporter(progress: Progress): BatchRun['onEnd'] {
  return (entry, outcome) => {
    if (outcome === 'failed') {
      progress.log([inLine(`失败 ${entry.id}`), ...entry.findings.filter(stops).map(formatDiagnostic)].join('\n'));
    }
    if (outcome !== 'unchanged' && !process.stdout.isTTY) give(`${resultLine(entry, outcome)}\n`);
    progress.count(outcome);
  };
}

function summary({ done, failed, unchanged, milliseconds }: Tally, folder: string): string {
  const counts = `共 ${done + failed + unchanged} 份：生成 ${done}，沿用 ${unchanged}，失败 ${failed}`;
  return `${counts}；用时 ${durationText(milliseconds)}；清单 ${join(folder, MANIFEST)}`;
}

function interrupted(signal: keyof typeof SIGNAL_EXIT): void {
  tellLines('\n已中断；再运行一次，只做剩下的');
  process.exit(SIGNAL_EXIT[signal]);
}

const SIGNALS = Object.keys(SIGNAL_EXIT) as readonly (keyof typeof SIGNAL_EXIT)[];

/** The folder of journal and manifest: that of the files, unless they go to S3. */
function folderOf({ output, manifest }: BatchFlags): string {
  if (output === STANDARD_OUTPUT) throw misuse({ cause: 'batch-folder' });
  if (isS3(output)) return manifest ?? '.';
  if (manifest === undefined) return output;
  throw misuse({ cause: 'manifest-alone', file: manifest });
}

type RunSomewhere = (store: Store, progress: Progress, run: (runJobs: RunJobs) => Promise<void>) => Promise<void>;

/** What the outputs of a batch are held against: everything that it reads. */
function rulesOf(args: readonly string[], sources: readonly SourceFile[], flags: BatchFlags): OutputRules {
  return { inputs: [...args, ...sources.map(({ path }) => path), ...flagFiles(flags)], force: flags.force };
}

/**
 * Refuses a folder whose manifest or journal would be written over something else.
 *
 * @throws ReportError `file/exists`, `usage/output-is-input`, `file/unwritable`
 */
async function claimFolder(folder: string, rules: OutputRules): Promise<void> {
  await claim([join(folder, JOURNAL)], { ...rules, isOurs: async () => true });
  await claim([join(folder, MANIFEST)], { ...rules, isOurs: async (file) => isManifest(file) });
}

/** Where the jobs of a batch are done: on threads, or on the machines that serve a queue. */
function placeOf(flags: BatchFlags, look: LookOptions): RunSomewhere {
  if (flags.redis) {
    const remote = { url: toRedis(flags.redis), width: toJobs(flags) ?? QUEUE_WIDTH, look };
    return (store, { log }, run) => onQueue(remote, store, log, run);
  }
  const options = { ...toPoolOptions(flags), look };
  return (store, _, run) => onThreads(options, store, run);
}

/** Another run has taken the folder: this one must write nothing more. */
function folderLost({ diagnostics }: ReportError): void {
  tellLines(diagnostics.map(formatDiagnostic).join('\n'));
  process.exit(exitCodeFor(diagnostics));
}

/** Runs work while a folder is locked and an interruption is reported. */
async function inFolder<T>(folder: string, work: (confirm: () => void) => Promise<T>): Promise<T> {
  const { confirm, release } = await lock(folder, { tell: tellLine, onLost: folderLost });
  for (const signal of SIGNALS) process.once(signal, interrupted);
  try {
    return await work(confirm);
  } finally {
    for (const signal of SIGNALS) process.off(signal, interrupted);
    await release();
  }
}

/**
 * Runs work in a folder without the unfinished files that killed runs have left there, or threads that were ended while they wrote:
 * those that took too long, and all of them where a full disk ends the run.
 */
async function tidily<T>(folder: string, confirm: () => void, work: () => Promise<T>): Promise<T> {
  await sweep(folder);
  try {
    return await work();
  } finally {
    confirm();
    await sweep(folder);
  }
}

/** `nianbao batch`: many reports. One that fails does not stop the others; an interrupted run is continued. */
export async function batchFiles(args: readonly string[], flags: BatchFlags): Promise<number> {
  const folder = folderOf(flags);
  const formats = toFormats(flags.format);
  const look = await toLook(flags, formats);
  const namer = namerOf(flags.name);
  const runSomewhere = placeOf(flags, look);
  const hash = await inputHasher(formats, look);
  const sources = expand(args, folder);
  const rules = rulesOf(args, sources, flags);
  await claimFolder(folder, rules);
  const store = await toStore(flags);
  makeFolder(folder);
  const run = async (confirm: () => void) => {
    const journal = await openJournal(folder, flags.changed === true, confirm);
    const progress = startProgress(process.stderr, await countReports(sources, look));
    if (journal.isResumed) progress.log('上一次没有做完，接着做剩下的');
    await runSomewhere(store, progress, (runJobs) =>
      runBatch(findReports(sources, look), {
        ...{ formats, namer, hash, journal, store, runJobs },
        taken: takenNamesIn(store, rules),
        onEnd: reporter(progress),
      }),
    );
    const tally = progress.end();
    if (isS3(flags.output)) await store.put(MANIFEST, readRegular(join(folder, MANIFEST)));
    tellAside(summary(tally, folder));
    return tally.failed > 0 ? EXIT.report : EXIT.done;
  };
  // With a queue nothing is swept: other machines may be writing into a shared folder.
  return inFolder(folder, (confirm) => (flags.redis ? run(confirm) : tidily(folder, confirm, () => run(confirm))));
}
