import { inFlight } from '../../batch/in-flight.js';
import { createPool, type PoolOptions, runJob, type Store } from '../../batch/index.js';
import { withRoomyThreads } from '../thread-flags.js';
import type { RunJobs } from './run-batch.js';

/** Runs a batch on threads of this process. */
export const onThreads = (
  options: PoolOptions,
  store: Store,
  run: (runJobs: RunJobs) => Promise<void>,
): Promise<void> =>
  withRoomyThreads(async () => {
    const pool = createPool(options);
    try {
      await run((jobs) => inFlight(jobs, 2 * pool.jobs, (job) => runJob(job, { pool, store })));
    } finally {
      await pool.close();
    }
  });
