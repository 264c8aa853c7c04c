import type { FolderJob } from './job.js';
import type { Kept } from './keep.js';
import type { Rendered, Task } from './task.js';
import { type PoolOptions, startThreads, type TaskOptions, type Threads } from './threads.js';

export type { PoolOptions } from './threads.js';

/** Threads that render reports. */
export interface Pool extends Omit<Threads, 'call'> {
  /**
   * Renders one report. Whatever is wrong with it, or happens to its thread, is returned as findings: `worker/timeout`,
   * `worker/memory` and `worker/crashed` affect this report and no other.
   *
   * @throws the signal's reason if it is aborted; an `AbortError` if the pool is closed
   */
  readonly render: (task: Task, options?: TaskOptions) => Promise<Rendered>;
  /** The same, but the thread puts the files into a folder instead of handing them over. */
  readonly keep: (job: FolderJob, options?: TaskOptions) => Promise<Kept>;
}

/**
 * Starts threads that render reports.
 *
 * @throws ReportError `usage/argument` if two forms have the same id
 */
export function createPool(options: PoolOptions = {}): Pool {
  const threads = startThreads(options);
  return {
    render: (task, taskOptions) => threads.call<Rendered>('render', task, taskOptions),
    keep: (job, taskOptions) => threads.call<Kept>('keep', job, taskOptions),
    jobs: threads.jobs,
    get waiting() {
      return threads.waiting;
    },
    close: threads.close,
  };
}
