import type { Job as Entry } from 'bullmq';
import { type Diagnostic, diagnostic, isTransient, ReportError } from '../diagnostics/diagnostic.js';
import { type JobResult, runJob } from './job.js';
import type { Pool } from './pool.js';
import { decodeJob, type QueuedJob, type Terms } from './queue-job.js';
import { connectTo, loadBullmq, QUEUE, reach, watch } from './redis.js';
import type { Store } from './store.js';

/** How a machine does the jobs of a queue. */
export interface ServeOptions {
  readonly pool: Pool;
  readonly store: Store;
  /** What the machine is called in findings. */
  readonly name: string;
  readonly version: string;
  /** What a job's terms are here. */
  readonly terms: (job: QueuedJob['job']) => Promise<Terms>;
  /** Seconds without a sign of life after which a machine's jobs are given to others. */
  readonly lease: number;
  readonly onEnd: (result: JobResult) => void;
  /** Told what goes wrong with the server. */
  readonly tell: (text: string) => void;
}

/** How often the machine that does a job may be lost before nobody tries it any more. */
const MOST_LOSSES = 2;

/** Milliseconds. A machine that cannot do a job must not be quicker than those that can, or it would get them all. */
const PAUSE = 2000;

type Difference = Pick<Diagnostic, 'found' | 'expected' | 'hint'>;

function differenceOf(queued: QueuedJob, { input, store }: Terms): Difference | undefined {
  if (queued.store !== store) {
    return {
      found: '另一个输出位置',
      expected: '与批量生成相同的共享文件夹或 S3 位置',
      hint: '两边的 -o 要指同一处；共享文件夹要已挂载',
    };
  }
  if (queued.input !== input) {
    return {
      found: '内容不同的字体或模板',
      expected: '两边内容相同的字体和模板',
      hint: '把字体和模板放到各台机器的同一路径，再重新启动 worker',
    };
  }
  return undefined;
}

function mismatch(name: string, difference: Difference): Diagnostic {
  return diagnostic('queue/mismatch', { message: `worker ${name} 与发起批量生成的机器不一致`, ...difference });
}

/** What is wrong with a job here, before it is begun. */
async function faultsOf(queued: QueuedJob, { name, version, terms }: ServeOptions): Promise<readonly Diagnostic[]> {
  if (queued.version !== version) {
    const difference = {
      found: `nianbao ${version}`,
      expected: `nianbao ${queued.version}`,
      hint: '在各台机器上安装同一版本，再重新启动 worker',
    };
    return [mismatch(name, difference)];
  }
  try {
    const difference = differenceOf(queued, await terms(queued.job));
    return difference ? [mismatch(name, difference)] : [];
  } catch (error) {
    if (error instanceof ReportError) return error.diagnostics;
    throw error;
  }
}

async function runQueued(queued: QueuedJob, options: ServeOptions): Promise<JobResult> {
  const findings = await faultsOf(queued, options);
  if (findings.length === 0) return runJob(decodeJob(queued.job), options);
  await new Promise((resolve) => setTimeout(resolve, PAUSE));
  return { id: queued.job.input.id, ok: false, outputs: [], findings };
}

/**
 * Does jobs of the queue of a Redis server, as many at once as the pool has threads, until it is told to stop; gives what does that:
 * it takes no more and waits for what is under way. What is wrong with a report is a result; what may be otherwise next time is tried
 * again, here or elsewhere.
 *
 * @throws ReportError `package/missing`, `queue/unreachable`
 */
export async function serveQueue(url: string, options: ServeOptions): Promise<() => Promise<void>> {
  const { pool, lease, onEnd, tell } = options;
  const { Worker } = await loadBullmq();
  const work = async ({ data, attemptsMade, opts: { attempts = 1 } }: Entry<QueuedJob>): Promise<JobResult> => {
    const result = await runQueued(data, options);
    onEnd(result);
    if (attemptsMade + 1 < attempts && result.findings.some(isTransient)) throw new Error('to be tried again');
    return result;
  };
  const worker = new Worker<QueuedJob, JobResult>(QUEUE, work, {
    ...connectTo(url),
    autorun: false,
    concurrency: pool.concurrency,
    lockDuration: 1000 * lease,
    stalledInterval: 1000 * lease,
    maxStalledCount: MOST_LOSSES,
    drainDelay: 1,
  });
  await reach(worker, url);
  watch(worker, tell);
  const running = worker.run().catch((error) => worker.emit('error', error));
  return async () => {
    // Closing would give up a connection that is down, and what is under way would never be told.
    await worker.pause(true);
    await running;
    await worker.close(true);
  };
}
