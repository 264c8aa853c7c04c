import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type FileNames, keepFiles, type Output } from './keep.js';
import type { Pool } from './pool.js';
import type { Store } from './store.js';
import type { Task } from './task.js';

/** A report to be rendered and kept: plain data, for whoever does it. */
export interface Job extends Task {
  /** For each of the task's formats. */
  readonly names: FileNames;
}

/** What came of a job. */
export interface JobResult {
  readonly id: string;
  readonly ok: boolean;
  /** In the order of the job's formats; none if it failed. */
  readonly outputs: readonly Output[];
  readonly findings: readonly Diagnostic[];
  /** How long it took a thread; not known if that did not live to tell. */
  readonly milliseconds?: number;
}

/**
 * Renders a report on a pool and puts its files into a store. Every format is made before any is kept.
 *
 * @throws what `render` of the pool throws, and what the store throws besides a `ReportError`
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
