import type { Job, JobResult, Store } from '../../batch/index.js';
import { openQueue } from '../../batch/queue.js';
import { isTransient } from '../../diagnostics/diagnostic.js';
import type { LookOptions } from '../../index.js';
import { version } from '../version.js';
import { fingerprinter, markStore } from './job-fingerprint.js';
import { areIntact } from './planner.js';
import type { RunJobs } from './run-batch.js';

/** A queue that other machines serve. */
export interface Remote {
  readonly url: string;
  /** The most jobs that are in the queue at a time. */
  readonly width: number;
  readonly look: LookOptions;
}

async function* withLook(jobs: AsyncIterable<Job>, look: LookOptions): AsyncGenerator<Job> {
  for await (const job of jobs) yield { ...job, look };
}

/** Runs a batch on the machines that serve a queue; all of them write to the same store. */
export async function onQueue(
  { url, width, look }: Remote,
  store: Store,
  log: (text: string) => void,
  run: (runJobs: RunJobs) => Promise<void>,
): Promise<void> {
  await markStore(store);
  const isValid = async ({ ok, outputs, findings }: JobResult) =>
    ok ? await areIntact(outputs, store) : !findings.some(isTransient);
  const queue = await openQueue(url, {
    width,
    version,
    fingerprint: fingerprinter(store, look.forms ?? []),
    isValid,
    log,
  });
  try {
    if ((await queue.workers()) === 0) log('还没有 worker 在取任务；在各台机器上运行 nianbao worker');
    await run((jobs) => queue.runJobs(withLook(jobs, look)));
  } finally {
    await queue.close();
  }
}
