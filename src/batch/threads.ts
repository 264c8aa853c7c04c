import { EventEmitter } from 'node:events';
import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { formsOf } from '../editions/editions.js';
import { shipped } from '../host/package-files.js';
import type { LookOptions } from '../index.js';
import type { Failed } from './task.js';
import type { Numbered, Started, ThreadData, ThreadFunction } from './thread.js';
import { faultOf, timedOut } from './thread-faults.js';

/** How many threads there are, what each may use, and what reports look like. */
export interface PoolOptions {
  /** Number of threads; one per core if not given. */
  readonly jobs?: number;
  /** Heap of a thread in megabytes, 512 if not given; a report that needs more fails. */
  readonly memory?: number;
  /** Seconds that a report may take once a thread has started it, 60 if not given. */
  readonly timeout?: number;
  /**
   * How far threads stand back for everything else on the machine, from 0 to 19, 0 if not given: with 10, the event loop of a server goes
   * before what it has rendered. Linux alone knows this of single threads; elsewhere nothing is changed.
   */
  readonly nice?: number;
  /** For every task without a look of its own. It is sent to each thread once, at the start. */
  readonly look?: LookOptions;
}

export interface TaskOptions {
  readonly signal?: AbortSignal | undefined;
}

/** Threads that do tasks, each one task at a time. */
export interface Threads {
  /**
   * Calls a function of `thread.ts` in one of the threads. Whatever happens to the thread is returned as findings: `worker/timeout`,
   * `worker/memory` and `worker/crashed` affect this task and no other.
   *
   * @throws the signal's reason if it is aborted; an `AbortError` if the threads are closed
   */
  readonly call: <R>(name: ThreadFunction, task: object, options?: TaskOptions) => Promise<R | Failed>;
  /** How many tasks are done at once. */
  readonly jobs: number;
  /** Tasks that no thread has started yet. */
  readonly waiting: number;
  /** Ends the threads and gives up unfinished tasks. */
  readonly close: () => Promise<void>;
}

/**
 * Megabytes for young objects. A report is garbage once it is finished: with room for several, the garbage collector copies little.
 * With more room reports would take still less processor time, but then what survives one collection, at most a third of this, could
 * be more than the 16 MB that Node lets a thread over its limit have until it has ended; and V8 ends the whole process in its stead.
 */
const YOUNG_GENERATION = 48;

/** The longest delay of a timer, in milliseconds. */
const MAX_DELAY = 2 ** 31 - 1;

/** A task whose result is awaited. */
interface OpenTask {
  readonly start: () => void;
  readonly fail: (finding: Diagnostic) => void;
}

interface Crew {
  readonly piscina: Piscina;
  readonly memory: number;
  readonly timeout: number;
  /**
   * By number. No `Map`, whose tables, when they are made anew, lead from one to the next: what old ones held would live until all objects
   * are gone through, and the main thread's room for young ones would grow by it.
   */
  readonly open: { [number: number]: OpenTask };
  lastNumber: number;
  isClosed: boolean;
}

/** Put in by the bundler for the command line, whose threads run a script of their own. */
declare const COMMAND_LINE_THREAD: string | undefined;

const SCRIPT = typeof COMMAND_LINE_THREAD === 'string' ? COMMAND_LINE_THREAD : 'dist/batch/thread.js';

function startPiscina({ jobs, memory, ...data }: Required<Omit<PoolOptions, 'timeout'>>): Piscina {
  const workerData: ThreadData = data;
  return new Piscina({
    filename: shipped(SCRIPT),
    name: 'render',
    minThreads: jobs,
    maxThreads: jobs,
    idleTimeout: Number.POSITIVE_INFINITY,
    recordTiming: false,
    // A thread that waits in `Atomics.wait` sometimes does not end when told to, and keeps the process alive.
    atomics: 'disabled',
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: YOUNG_GENERATION },
    workerData,
  });
}

/** Starts the clock of tasks that threads have started, and fails all open tasks once no thread is left. */
function watch(crew: Crew): void {
  const { piscina, open, memory } = crew;
  let lastError: unknown;
  piscina.on('message', ({ started }: Started) => open[started]?.start());
  // An error of a thread without a task. If it could not even start, Piscina does not start another.
  piscina.on('error', (error) => {
    lastError = error;
  });
  piscina.on('workerDestroy', () => {
    setImmediate(() => {
      if (piscina.threads.length > 0 || crew.isClosed) return;
      for (const task of Object.values(open)) task.fail(faultOf(lastError, memory));
    });
  });
}

const closedError = () => new DOMException('the pool is closed', 'AbortError');

/** Calls a function of `thread.ts` in one of the threads. */
async function run<R>(crew: Crew, name: ThreadFunction, task: object, { signal }: TaskOptions): Promise<R | Failed> {
  signal?.throwIfAborted();
  if (crew.isClosed) throw closedError();
  const { piscina, open, timeout, memory } = crew;
  const number = ++crew.lastNumber;
  // Cheaper than an `AbortController` for every report; Piscina takes either.
  const stop = new EventEmitter();
  const abort = () => stop.emit('abort');
  let finding: Diagnostic | undefined;
  let timer: NodeJS.Timeout | undefined;
  const fail: OpenTask['fail'] = (fault) => {
    finding = fault;
    abort();
  };
  const start = () => {
    timer = setTimeout(() => fail(timedOut(timeout)), Math.min(timeout * 1000, MAX_DELAY));
  };
  open[number] = { start, fail };
  signal?.addEventListener('abort', abort);
  try {
    const numbered: Numbered<object> = { ...task, number };
    return await piscina.run(numbered, { name, signal: stop });
  } catch (error) {
    signal?.throwIfAborted();
    if (crew.isClosed) throw closedError();
    return { ok: false, findings: [finding ?? faultOf(error, memory)] };
  } finally {
    clearTimeout(timer);
    delete open[number];
    signal?.removeEventListener('abort', abort);
  }
}

/**
 * Starts threads.
 *
 * @param most how many tasks there will be, if that is known: more threads are not started
 * @throws ReportError `usage/argument` if two forms have the same id
 */
export function startThreads(options: PoolOptions = {}, most = Number.POSITIVE_INFINITY): Threads {
  const { memory = 512, timeout = 60, look = {}, nice = 0 } = options;
  const jobs = Math.max(1, Math.min(options.jobs ?? availableParallelism(), most));
  formsOf(look);
  const piscina = startPiscina({ jobs, memory, look, nice });
  const crew: Crew = { piscina, memory, timeout, open: {}, lastNumber: 0, isClosed: false };
  watch(crew);
  return {
    call: (name, task, taskOptions = {}) => run(crew, name, task, taskOptions),
    jobs,
    get waiting() {
      return piscina.queueSize;
    },
    close: async () => {
      crew.isClosed = true;
      // Otherwise Piscina would replace a thread that ends late.
      piscina.options.minThreads = 0;
      await piscina.destroy();
    },
  };
}
