import { ReportError } from '../diagnostics/diagnostic.js';
import { inFlight } from './in-flight.js';
import type { Job, JobResult } from './job.js';
import { connectToQueue, type QueueConnection } from './queue-connection.js';
import { type EncodedJob, encodeJob, idOf, type JobFingerprint, type QueuedJob } from './queue-job.js';
import { refused } from './redis.js';

/** How jobs are given to other machines. */
export interface QueueOptions {
  /** The most jobs that are in the queue at a time. */
  readonly width: number;
  readonly version: string;
  readonly fingerprint: (job: EncodedJob) => Promise<JobFingerprint>;
  /** Whether a result that an interrupted batch has left in the queue is still valid. */
  readonly isValid: (result: JobResult) => Promise<boolean>;
  /** Receives messages about the server. */
  readonly log: (text: string) => void;
}

/** A queue as seen by a process that wants jobs done. */
export interface JobQueue {
  /**
   * Has jobs done by the workers of the queue, and returns results in the order in which they are finished. A result stays in the
   * queue until the next one is asked for: if the process is killed before that, the next run finds it there.
   */
  readonly runJobs: (jobs: AsyncIterable<Job>) => AsyncGenerator<JobResult>;
  /** The number of processes that serve the queue at the moment. */
  readonly workers: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** A request to the server; any error is its refusal. */
async function requested<T>(promise: Promise<T>): Promise<T> {
  try {
    return await promise;
  } catch (error) {
    throw error instanceof ReportError ? error : refused(error);
  }
}

/** The result of a job, which is added to the queue unless an interrupted batch has left it there. */
async function resultFrom(
  connection: QueueConnection,
  id: string,
  queued: QueuedJob,
  isValid: QueueOptions['isValid'],
): Promise<JobResult> {
  const first: QueueConnection['poll'] = async () => {
    const before = await connection.poll(id, queued);
    if (before === undefined || (await isValid(before))) return before;
    await connection.remove(id);
    await connection.add(id, queued);
    return undefined;
  };
  for (let poll = first; ; poll = connection.poll) {
    // Before polling, so that an end between the two is not missed.
    const { ended, stop } = connection.listen(id);
    try {
      const result = await requested(poll(id, queued));
      if (result) return result;
      await ended;
    } finally {
      stop();
    }
  }
}

/**
 * Opens the queue of a Redis server.
 *
 * @throws ReportError `package/missing`, `queue/unreachable`; `runJobs` throws `queue/refused`
 */
export async function openQueue(url: string, options: QueueOptions): Promise<JobQueue> {
  const { width, version, fingerprint, isValid, log } = options;
  const connection = await connectToQueue(url, log);
  const runJob = async (job: Job): Promise<{ readonly id: string; readonly result: JobResult }> => {
    const encoded = encodeJob(job);
    const queued = { version, ...(await fingerprint(encoded)), job: encoded };
    const id = idOf(queued);
    return { id, result: await resultFrom(connection, id, queued, isValid) };
  };
  async function* runJobs(jobs: AsyncIterable<Job>): AsyncGenerator<JobResult> {
    for await (const { id, result } of inFlight(jobs, width, runJob)) {
      yield result;
      await requested(connection.remove(id));
    }
  }
  return { runJobs, workers: connection.workers, close: connection.close };
}
