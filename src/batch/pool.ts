import { EventEmitter } from 'node:events';
import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { shipped } from '../host/files.js';
import type { LookOptions } from '../index.js';
import type { Kept } from './keep.js';
import type { Failed, Rendered, Task } from './task.js';
import type { Begun, Errand, Numbered } from './thread.js';

/** How many threads there are, what each may use, and how reports look. */
export interface PoolOptions {
  /** Threads; one for each core if not given. */
  readonly concurrency?: number;
  /** Megabytes of heap that a thread may use, 512 if not given; a report that needs more is given up. */
  readonly memory?: number;
  /** Seconds that a report may take once a thread has taken it up, 60 if not given. */
  readonly timeout?: number;
  /** For every task that does not say otherwise. It is sent to a thread once, when that starts. */
  readonly look?: LookOptions;
}

interface RunOptions {
  readonly signal?: AbortSignal | undefined;
}

/** Threads that render reports. */
export interface Pool {
  /**
   * Renders one report. What is wrong with it, or befalls the thread, comes back as findings: `worker/timeout`, `worker/memory`,
   * `worker/crashed` cost this report and no other.
   *
   * @throws the signal's reason if it is aborted; an `AbortError` if the pool is closed
   */
  readonly render: (task: Task, options?: RunOptions) => Promise<Rendered>;
  /** The same, and the thread puts the files into a folder: nothing of them crosses. */
  readonly keep: (errand: Errand, options?: RunOptions) => Promise<Kept>;
  readonly concurrency: number;
  /** Tasks that no thread has taken up yet. */
  readonly waiting: number;
  /** Ends the threads; what is under way is given up. */
  readonly close: () => Promise<void>;
}

/**
 * Megabytes for what a thread has just made. A report is garbage once it is made: where several of them fit, little is looked at
 * twice, and a report takes a quarter less processor time than with what V8 gives by itself.
 */
const YOUNG = 64;

/** The longest delay that a timer takes, in milliseconds. */
const LONGEST = 2 ** 31 - 1;

function crashed(found: string): Diagnostic {
  return diagnostic('worker/crashed', {
    message: '生成这份报告的线程崩溃了',
    found,
    expected: '线程正常完成',
    hint: '其余报告不受影响；再运行一次会重试，仍然如此请报告给 nianbao',
  });
}

function outOfMemory(memory: number): Diagnostic {
  return diagnostic('worker/memory', {
    message: '生成这份报告所需的内存超过上限',
    found: `超过 ${memory} MB`,
    expected: `不超过 ${memory} MB`,
    hint: '检查报告是否异常庞大；确实需要的，提高内存上限（--memory）',
  });
}

function tooLong(timeout: number): Diagnostic {
  return diagnostic('worker/timeout', {
    message: '生成这份报告的时间超过上限',
    found: `超过 ${timeout} 秒`,
    expected: `不超过 ${timeout} 秒`,
    hint: '检查报告是否异常庞大、模板是否循环过多；确实需要的，提高时间上限（--timeout）',
  });
}

function uncloneable(found: string): Diagnostic {
  return diagnostic('shape/type', {
    message: '报告里有不能交给其他线程的值',
    found,
    expected: '只由对象、数组、文字、数字、布尔值和 null 组成的报告',
    hint: '去掉函数等值，或先转成 JSON',
  });
}

/** A task whose result is awaited. */
interface Open {
  readonly begin: () => void;
  readonly fail: (finding: Diagnostic) => void;
}

/** Starts threads that render reports. */
export function createPool(options: PoolOptions = {}): Pool {
  const { concurrency = availableParallelism(), memory = 512, timeout = 60, look = {} } = options;
  const piscina = new Piscina({
    filename: shipped('dist/batch/thread.js'),
    name: 'render',
    minThreads: concurrency,
    maxThreads: concurrency,
    idleTimeout: Number.POSITIVE_INFINITY,
    recordTiming: false,
    // Threads that wait in `Atomics.wait` sometimes stay there when they are to end, and the process with them.
    atomics: 'disabled',
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: YOUNG },
    workerData: look,
  });
  const open = new Map<number, Open>();
  let count = 0;
  let isClosed = false;
  let lastFault: unknown;

  const whyOf = (error: unknown): Diagnostic => {
    const { name, code, message = String(error) } = Object(error) as Partial<NodeJS.ErrnoException>;
    if (code === 'ERR_WORKER_OUT_OF_MEMORY') return outOfMemory(memory);
    return name === 'DataCloneError' ? uncloneable(message) : crashed(message);
  };

  piscina.on('message', ({ begun }: Begun) => open.get(begun)?.begin());
  // What befalls a thread that has no task. If it could not even start, the pool does not start another.
  piscina.on('error', (error) => {
    lastFault = error;
  });
  // Where no thread is left, nobody would ever take up what waits.
  piscina.on('workerDestroy', () => {
    setImmediate(() => {
      if (piscina.threads.length > 0 || isClosed) return;
      for (const one of open.values()) one.fail(whyOf(lastFault));
    });
  });

  /** Has a thread run one of its functions. */
  const run = async <R>(name: 'render' | 'keep', task: Task, { signal }: RunOptions): Promise<R | Failed> => {
    signal?.throwIfAborted();
    if (isClosed) throw new DOMException('the pool is closed', 'AbortError');
    const number = ++count;
    // Less to make for every report than an `AbortController`, and as good for the pool.
    const stop = new EventEmitter();
    let finding: Diagnostic | undefined;
    let timer: NodeJS.Timeout | undefined;
    const abort = () => stop.emit('abort');
    const fail = (why: Diagnostic) => {
      finding = why;
      abort();
    };
    const begin = () => {
      timer = setTimeout(() => fail(tooLong(timeout)), Math.min(timeout * 1000, LONGEST));
    };
    open.set(number, { begin, fail });
    signal?.addEventListener('abort', abort);
    try {
      const numbered: Numbered<Task> = { ...task, number };
      return await piscina.run(numbered, { name, signal: stop });
    } catch (error) {
      signal?.throwIfAborted();
      if (isClosed) throw new DOMException('the pool is closed', 'AbortError');
      return { ok: false, findings: [finding ?? whyOf(error)] };
    } finally {
      clearTimeout(timer);
      open.delete(number);
      signal?.removeEventListener('abort', abort);
    }
  };

  const close = async () => {
    isClosed = true;
    // Else a thread that ends late would be replaced.
    piscina.options.minThreads = 0;
    await piscina.destroy();
  };

  return {
    render: (task, options = {}) => run<Rendered>('render', task, options),
    keep: (errand, options = {}) => run<Kept>('keep', errand, options),
    concurrency,
    get waiting() {
      return piscina.queueSize;
    },
    close,
  };
}
