import type { JobsOptions, Queue, Job as QueueEntry, QueueEvents } from 'bullmq';
import { diagnostic } from '../diagnostics/diagnostic.js';
import type { JobResult } from './job.js';
import type { QueuedJob } from './queue-job.js';
import { connectTo, loadBullmq, QUEUE, reach, watchConnection } from './redis.js';

/** The queue of a Redis server as seen by a process that adds jobs: adding, looking up, and hearing that one has ended. */
export interface QueueConnection {
  readonly add: (id: string, queued: QueuedJob) => Promise<unknown>;
  readonly remove: (id: string) => Promise<unknown>;
  /** The result of a job; undefined if it has none yet. A job that is not in the queue is added. */
  readonly poll: (id: string, queued: QueuedJob) => Promise<JobResult | undefined>;
  /** Listens for the end of a job from now on. `ended` also resolves after some seconds without news. */
  readonly listen: (id: string) => { readonly ended: Promise<void>; readonly stop: () => void };
  /** The number of processes that serve the queue at the moment. */
  readonly workers: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** Seconds after which a job is polled even without news of it: news are lost if the server restarts. */
const POLL_INTERVAL = 5;

/** Seconds for which results are kept for a batch that was interrupted. */
const RESULT_LIFETIME = 7 * 24 * 3600;

/** A job with a transient failure is tried three times, with pauses of one and two seconds. */
const JOB_OPTIONS: JobsOptions = {
  attempts: 3,
  backoff: { type: 'exponential', delay: 1000 },
  removeOnComplete: { age: RESULT_LIFETIME },
  removeOnFail: { age: RESULT_LIFETIME },
  stackTraceLimit: 0,
};

/** The result of a job that is over. A killed worker leaves none. */
function resultOf(entry: QueueEntry<QueuedJob, JobResult>): JobResult {
  if (entry.returnvalue) return entry.returnvalue;
  const finding = diagnostic('queue/abandoned', { reason: entry.failedReason });
  return { id: entry.data.job.input.id, ok: false, outputs: [], findings: [finding] };
}

/** Waits for a promise, at most a second: closing a lost connection never ends. */
async function briefly(promise: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, 1000);
  });
  await Promise.race([promise.catch(() => {}), late]);
  clearTimeout(timer);
}

/** Resolves a promise for each job whose end is announced. */
function listenerFor(events: QueueEvents): QueueConnection['listen'] {
  const listeners = new Map<string, () => void>();
  const announce = ({ jobId }: { readonly jobId: string }) => listeners.get(jobId)?.();
  events.on('completed', announce).on('failed', announce);
  // Already reported by the queue's own connection to the same server.
  events.on('error', () => {});
  return (id) => {
    let timer: NodeJS.Timeout | undefined;
    const ended = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, 1000 * POLL_INTERVAL);
      listeners.set(id, resolve);
    });
    const stop = () => {
      clearTimeout(timer);
      listeners.delete(id);
    };
    return { ended, stop };
  };
}

function pollerFor(queue: Queue<QueuedJob, JobResult>, add: QueueConnection['add']): QueueConnection['poll'] {
  return async (id, queued) => {
    const state = await queue.getJobState(id);
    if (state === 'unknown') await add(id, queued);
    if (state !== 'completed' && state !== 'failed') return undefined;
    const entry = await queue.getJob(id);
    return entry && resultOf(entry);
  };
}

/**
 * Connects to the queue of a Redis server.
 *
 * @param log receives messages about the server
 * @throws ReportError `package/missing`, `queue/unreachable`
 */
export async function connectToQueue(url: string, log: (text: string) => void): Promise<QueueConnection> {
  const { Queue, QueueEvents } = await loadBullmq();
  const queue = new Queue<QueuedJob, JobResult>(QUEUE, connectTo(url));
  await reach(queue, url);
  const unwatch = watchConnection(queue, log);
  const events = new QueueEvents(QUEUE, connectTo(url));
  const listen = listenerFor(events);
  await events.waitUntilReady();
  const add: QueueConnection['add'] = (id, queued) => queue.add(QUEUE, queued, { ...JOB_OPTIONS, jobId: id });
  return {
    add,
    listen,
    remove: (id) => queue.remove(id),
    poll: pollerFor(queue, add),
    workers: () => queue.getWorkersCount(),
    close: async () => {
      unwatch();
      await briefly(Promise.all([events.close(), queue.disconnect()]));
    },
  };
}
