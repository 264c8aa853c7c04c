import type { Job, JobResult, Store } from '../../batch/index.js';
import { openQueue } from '../../batch/queue.js';
import { isTransient } from '../../diagnostics/diagnostic.js';
import type { LookOptions } from '../../index.js';
import { version } from '../version.js';
import type { Progress, Tally } from './progress.js';
import { type Execute, stand } from './run.js';
import { markStore, termsOn } from './terms.js';

/** How a batch is given to other machines. */
export interface Remote {
  readonly url: string;
  /** The most jobs that are in the queue at once. */
  readonly width: number;
  readonly look: LookOptions;
}

async function* withLook(jobs: AsyncIterable<Job>, look: LookOptions): AsyncGenerator<Job> {
  for await (const job of jobs) yield { ...job, look };
}

/** Runs a batch on the machines that serve a queue, all of which put its files into one store. */
export async function onQueue(
  { url, width, look }: Remote,
  store: Store,
  progress: Progress,
  run: (execute: Execute) => Promise<void>,
): Promise<Tally> {
  await markStore(store);
  const stands = async ({ ok, outputs, findings }: JobResult) =>
    ok ? await stand(outputs, store) : !findings.some(isTransient);
  const queue = await openQueue(url, { width, version, terms: termsOn(store), stands, tell: progress.tell });
  try {
    if ((await queue.workers()) === 0) progress.tell('还没有 worker 在取任务；在各台机器上运行 nianbao worker');
    await run((jobs) => queue.follow(withLook(jobs, look)));
  } finally {
    await queue.close();
  }
  return progress.end();
}
