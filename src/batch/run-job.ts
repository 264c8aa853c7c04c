import type { Job, JobResult } from './job.js';
import { keepFiles } from './keep.js';
import type { Pool } from './pool.js';
import type { Store } from './store.js';

/**
 * Renders a report on a pool and keeps its files in a store. No file is kept before all formats are made.
 *
 * @throws what `pool.render` throws, and anything but a `ReportError` that the store throws
 */
export async function runJob(
  { names, ...task }: Job,
  { pool, store, signal }: { readonly pool: Pool; readonly store: Store; readonly signal?: AbortSignal | undefined },
): Promise<JobResult> {
  const { folder } = store;
  const kept =
    folder === undefined
      ? await keepFiles(await pool.render(task, { signal }), names, store)
      : await pool.keep({ ...task, names, folder }, { signal });
  return { id: task.input.id, outputs: [], ...kept };
}
