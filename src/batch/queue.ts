import type { Job as Entry, JobsOptions } from 'bullmq';
import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { inFlight } from './in-flight.js';
import type { Job, JobResult } from './job.js';
import { encodeJob, idOf, type QueuedJob, type Terms } from './queue-job.js';
import { connectTo, loadBullmq, QUEUE, reach, refused, watch } from './redis.js';

/** How jobs are given to other machines. */
export interface QueueOptions {
  /** The most jobs that are in the queue at once. */
  readonly width: number;
  readonly version: string;
  readonly terms: (job: QueuedJob['job']) => Promise<Terms>;
  /** Whether what came of a job for a batch that was broken off still holds. */
  readonly stands: (result: JobResult) => Promise<boolean>;
  /** Told when the server goes away and comes back. */
  readonly tell: (text: string) => void;
}

/** A queue as the one sees it who wants something done. */
export interface JobQueue {
  /**
   * Has jobs done by whoever serves the queue; gives what comes of them as it comes. A result stays in the queue until the next one
   * is asked for: who is killed before that finds it there again.
   */
  readonly follow: (jobs: AsyncIterable<Job>) => AsyncGenerator<JobResult>;
  /** How many processes serve the queue at this moment. */
  readonly workers: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** Seconds after which a job is looked at again even if nothing was heard of it: news are lost when the server is. */
const LOOK = 5;

/** Seconds for which what has come of a job is kept for a batch that was broken off. */
const KEEP = 7 * 24 * 3600;

/** A job that fails for what may not be there next time is tried three times, after one and two seconds. */
const JOB: JobsOptions = {
  attempts: 3,
  backoff: { type: 'exponential', delay: 1000 },
  removeOnComplete: { age: KEEP },
  removeOnFail: { age: KEEP },
  stackTraceLimit: 0,
};

/** What has come of a job that is over. Who dies of it cannot say what was wrong with it. */
function resultOf(entry: Entry<QueuedJob, JobResult>): JobResult {
  if (entry.returnvalue) return entry.returnvalue;
  const finding = diagnostic('queue/abandoned', {
    message: '几次交给 worker 都没有做完',
    found: entry.failedReason,
    expected: '有 worker 把它做完',
    hint: '看 worker 的机器上发生了什么，如内存不足、断电；再运行一次会重试',
  });
  return { id: entry.data.job.input.id, ok: false, outputs: [], findings: [finding] };
}

/** What was asked of the server, unless it has said no. */
async function answered<T>(promise: Promise<T>): Promise<T> {
  try {
    return await promise;
  } catch (error) {
    throw error instanceof ReportError ? error : refused(error);
  }
}

/** Waits for a promise, but not for long: a server that has gone away lets nobody go. */
async function briefly(promise: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, 1000);
  });
  await Promise.race([promise.catch(() => {}), late]);
  clearTimeout(timer);
}

/**
 * Opens the queue of a Redis server.
 *
 * @throws ReportError `package/missing`, `queue/unreachable`; following jobs throws `queue/refused`
 */
export async function openQueue(url: string, { width, version, terms, stands, tell }: QueueOptions): Promise<JobQueue> {
  const { Queue, QueueEvents } = await loadBullmq();
  const queue = new Queue<QueuedJob, JobResult>(QUEUE, connectTo(url));
  await reach(queue, url);
  const unwatch = watch(queue, tell);
  const events = new QueueEvents(QUEUE, connectTo(url));
  /** Wakes who waits for news of a job. */
  const wakers = new Map<string, () => void>();
  const wake = ({ jobId }: { readonly jobId: string }) => wakers.get(jobId)?.();
  events.on('completed', wake).on('failed', wake);
  // The queue's own connection tells of the same server.
  events.on('error', () => {});
  await events.waitUntilReady();

  const close = async () => {
    unwatch();
    await briefly(Promise.all([events.close(), queue.disconnect()]));
  };

  /** Listens from now on for the end of a job. */
  const listen = (id: string) => {
    let timer: NodeJS.Timeout | undefined;
    const news = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, 1000 * LOOK);
      wakers.set(id, resolve);
    });
    const stop = () => {
      clearTimeout(timer);
      wakers.delete(id);
    };
    return { news, stop };
  };

  const add = (id: string, queued: QueuedJob) => queue.add(QUEUE, queued, { ...JOB, jobId: id });

  /** What has come of a job; undefined if nothing has yet. One that is not there is put there. */
  const look = async (id: string, queued: QueuedJob): Promise<JobResult | undefined> => {
    const state = await queue.getJobState(id);
    if (state === 'unknown') await add(id, queued);
    if (state !== 'completed' && state !== 'failed') return undefined;
    const entry = await queue.getJob(id);
    return entry && resultOf(entry);
  };

  /** Begins a job, or goes on with what a batch that was broken off has begun. */
  const begin = async (id: string, queued: QueuedJob): Promise<JobResult | undefined> => {
    const before = await look(id, queued);
    if (before === undefined || (await stands(before))) return before;
    await queue.remove(id);
    await add(id, queued);
    return undefined;
  };

  const followOne = async (job: Job): Promise<{ readonly id: string; readonly result: JobResult }> => {
    const encoded = encodeJob(job);
    const queued = { version, ...(await terms(encoded)), job: encoded };
    const id = idOf(queued);
    for (let next = begin; ; next = look) {
      const { news, stop } = listen(id);
      try {
        const result = await answered(next(id, queued));
        if (result) return { id, result };
        await news;
      } finally {
        stop();
      }
    }
  };

  async function* follow(jobs: AsyncIterable<Job>): AsyncGenerator<JobResult> {
    for await (const { id, result } of inFlight(jobs, width, followOne)) {
      yield result;
      await answered(queue.remove(id));
    }
  }

  return {
    follow,
    workers: () => queue.getWorkersCount(),
    close,
  };
}
