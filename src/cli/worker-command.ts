import { hostname } from 'node:os';
import { createPool, type JobResult } from '../batch/index.js';
import { serveQueue } from '../batch/queue-worker.js';
import { addressOf } from '../batch/redis.js';
import { resultLine } from './batch/result-line.js';
import { type TargetFlags, toStore } from './batch/target.js';
import { termsOn, toRedis } from './batch/terms.js';
import { EXIT } from './exit-codes.js';
import { numberOf, wholeNumberOf } from './numbers.js';
import { spareCores } from './optimiser.js';
import { version } from './version.js';

/** The options of `nianbao worker` as they are typed. */
export interface WorkerFlags extends TargetFlags {
  readonly redis: string;
  readonly jobs?: string;
  readonly timeout: string;
  readonly memory: string;
  readonly stalledAfter: string;
}

const tell = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** By convention 128 and the signal's number. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

/** Waits until the process is told to end. Told again, it ends at once. */
function toldToEnd(): Promise<void> {
  let isTold = false;
  return new Promise((resolve) => {
    for (const [signal, code] of Object.entries(SIGNALS)) {
      process.on(signal, () => {
        if (isTold) process.exit(code);
        isTold = true;
        tell('不再取新的，做完手上的就结束；再按一次立即结束');
        resolve();
      });
    }
  });
}

const onEnd = (result: JobResult): void => {
  process.stdout.write(`${resultLine(result, result.ok ? 'done' : 'failed')}\n`);
};

/** `nianbao worker`: does what batches on any machine give to a queue, until it is told to end. */
export async function worker(flags: WorkerFlags): Promise<number> {
  const url = toRedis(flags.redis);
  const lease = numberOf(flags.stalledAfter, '--stalled-after', 1, 3600);
  const limits = {
    timeout: numberOf(flags.timeout, '--timeout', 0.1, 86_400),
    memory: wholeNumberOf(flags.memory, '--memory', 32, 1_048_576),
    ...(flags.jobs !== undefined && { concurrency: wholeNumberOf(flags.jobs, '--jobs', 1, 1024) }),
  };
  const store = await toStore(flags);
  const told = toldToEnd();
  spareCores();
  const pool = createPool(limits);
  try {
    const name = `${hostname()}:${process.pid}`;
    const stop = await serveQueue(url, { pool, store, name, version, terms: termsOn(store), lease, onEnd, tell });
    tell(`${name} 在 ${addressOf(url)} 等任务，写到 ${flags.output}，同时做 ${pool.concurrency} 份`);
    await told;
    await stop();
  } finally {
    await pool.close();
  }
  return EXIT.done;
}
