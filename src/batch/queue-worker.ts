import type { Job as QueueEntry } from 'bullmq';
import { isTransient } from '../diagnostics/diagnostic.js';
import type { Form } from '../index.js';
import { valueAt } from '../table/cells.js';
import type { JobResult } from './job.js';
import type { Pool } from './pool.js';
import { decodeJob, type QueuedJob } from './queue-job.js';
import { type Machine, mismatches } from './queue-mismatch.js';
import { connectTo, loadBullmq, QUEUE, reach, watchConnection } from './redis.js';
import { runJob } from './run-job.js';
import type { Store } from './store.js';

/** How a machine does the jobs of a queue. */
export interface ServeOptions extends Machine {
  /** Its threads have the same forms. */
  readonly pool: Pool;
  /** The forms that this machine has loaded, besides the editions. */
  readonly forms: readonly Form[];
  readonly store: Store;
  /** Seconds without a sign of life after which a machine's jobs are given to others. */
  readonly lease: number;
  readonly onEnd: (result: JobResult) => void;
  /** Receives messages about the server. */
  readonly log: (text: string) => void;
}

/** How many machines may be lost while doing a job before it is given up. */
const MAX_LOSSES = 2;

/** Milliseconds before a mismatch is reported. Otherwise a machine that can do nothing would be the fastest, and get all jobs. */
const MISMATCH_DELAY = 2000;

async function runQueued(queued: QueuedJob, options: ServeOptions): Promise<JobResult> {
  const findings = await mismatches(queued, options);
  if (findings.length === 0) return runJob(decodeJob(queued.job, options.forms), options);
  await new Promise((resolve) => setTimeout(resolve, MISMATCH_DELAY));
  const id = valueAt(queued, ['job', 'input', 'id']);
  return { id: typeof id === 'string' ? id : '', ok: false, outputs: [], findings };
}

/**
 * Does jobs of the queue of a Redis server, as many at a time as the pool has threads. Problems of a report are its result;
 * after a transient one BullMQ tries the job again, here or elsewhere.
 *
 * @returns a function that stops: no more jobs are taken, and those in progress are finished
 * @throws ReportError `package/missing`, `queue/unreachable`
 */
export async function serveQueue(url: string, options: ServeOptions): Promise<() => Promise<void>> {
  const { pool, lease, onEnd, log } = options;
  const { Worker } = await loadBullmq();
  const work = async ({ data, attemptsMade, opts }: QueueEntry<QueuedJob>): Promise<JobResult> => {
    const result = await runQueued(data, options);
    onEnd(result);
    const isLastAttempt = attemptsMade + 1 >= (opts.attempts ?? 1);
    if (!isLastAttempt && result.findings.some(isTransient)) throw new Error('to be tried again');
    return result;
  };
  const worker = new Worker<QueuedJob, JobResult>(QUEUE, work, {
    ...connectTo(url),
    autorun: false,
    concurrency: pool.jobs,
    lockDuration: 1000 * lease,
    stalledInterval: 1000 * lease,
    maxStalledCount: MAX_LOSSES,
    drainDelay: 1,
  });
  await reach(worker, url);
  watchConnection(worker, log);
  const running = worker.run().catch((error) => worker.emit('error', error));
  return async () => {
    // Closing at once would give up a lost connection, and the results of jobs in progress with it.
    await worker.pause(true);
    await running;
    await worker.close(true);
  };
}
