import { hostname } from 'node:os';
import { createPool, type JobResult } from '../batch/index.js';
import { serveQueue } from '../batch/queue-worker.js';
import { addressOf } from '../batch/redis.js';
import { fingerprinter } from './batch/job-fingerprint.js';
import { resultLine } from './batch/result-line.js';
import { type TargetFlags, toStore } from './batch/target.js';
import { EXIT, SIGNAL_EXIT } from './exit-codes.js';
import { numberOf } from './numbers.js';
import { type PoolFlags, toPoolOptions } from './pool-flags.js';
import { toRedis } from './redis-flag.js';
import { toReadingOptions } from './text-options.js';
import { withRoomyThreads } from './thread-flags.js';
import { version } from './version.js';
import { give, tellLine } from './voice.js';

/** The options of `nianbao worker` as they are typed. */
export interface WorkerFlags extends TargetFlags, PoolFlags {
  readonly redis: string;
  readonly stalledAfter: string;
  readonly form?: readonly string[];
  /** The fonts and the folders of templates that jobs may name. */
  readonly font?: readonly string[];
  readonly templates?: readonly string[];
}

/** Resolves at the first signal to end. The second one ends the process at once. */
function signalToEnd(): Promise<void> {
  let isEnding = false;
  return new Promise((resolve) => {
    for (const [signal, code] of Object.entries(SIGNAL_EXIT)) {
      process.on(signal, () => {
        if (isEnding) process.exit(code);
        isEnding = true;
        tellLine('不再取新的，做完手上的就结束；再按一次立即结束');
        resolve();
      });
    }
  });
}

const onEnd = (result: JobResult): void => {
  give(`${resultLine(result, result.ok ? 'done' : 'failed')}\n`);
};

async function serve(flags: WorkerFlags): Promise<number> {
  const url = toRedis(flags.redis);
  const lease = numberOf(flags.stalledAfter, '--stalled-after', 1, 3600);
  const { forms, limits } = await toReadingOptions({ form: flags.form ?? [] });
  const options = { ...toPoolOptions(flags), look: { forms } };
  const store = await toStore(flags);
  const ending = signalToEnd();
  const pool = createPool(options);
  try {
    const name = `${hostname()}:${process.pid}`;
    const fingerprint = fingerprinter(store, forms);
    const allowed = { fonts: flags.font ?? [], templates: flags.templates ?? [], ...(limits && { limits }) };
    const stop = await serveQueue(url, {
      ...{ pool, store, forms, name, version, fingerprint, allowed, lease },
      onEnd,
      log: tellLine,
    });
    tellLine(`${name} 在 ${addressOf(url)} 等任务，写到 ${flags.output}，同时做 ${pool.jobs} 份`);
    await ending;
    await stop();
  } finally {
    await pool.close();
  }
  return EXIT.done;
}

/** `nianbao worker`: does the jobs that batches on any machine put into a queue, until it receives a signal. */
export const runWorker = (flags: WorkerFlags): Promise<number> => withRoomyThreads(() => serve(flags));
