import { type Diagnostic, ReportError } from '../diagnostics.js';
import type { FormatId } from '../index.js';
import type { Pool } from './pool.js';
import { measure, type Store, type Stored } from './store.js';
import type { Rendered, RenderedFile, Task } from './task.js';

/** A report to be rendered and kept: plain data, for whoever does it. */
export interface Job extends Task {
  /** What the file of each of the task's formats is to be called in the store. */
  readonly names: { readonly [F in FormatId]?: string };
}

/** A file that was made and kept. */
export interface Output extends Stored {
  readonly format: FormatId;
  readonly name: string;
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

async function keep({ format, bytes }: RenderedFile, names: Job['names'], store: Store): Promise<Output> {
  const name = names[format];
  if (name === undefined) throw new Error(`the job has no name for its ${format}`);
  // Before the bytes leave: what is kept is compared with this later.
  const stored = measure(bytes);
  await store.put(name, bytes);
  return { format, name, ...stored };
}

async function keepAll(rendered: Rendered, names: Job['names'], store: Store): Promise<Omit<JobResult, 'id'>> {
  if (!rendered.ok) return { ...rendered, outputs: [] };
  const { files, findings, milliseconds } = rendered;
  try {
    const outputs: Output[] = [];
    for (const file of files) outputs.push(await keep(file, names, store));
    return { ok: true, outputs, findings, milliseconds };
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return { ok: false, outputs: [], findings: [...findings, ...error.diagnostics], milliseconds };
  }
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
  const rendered = await pool.render(task, { signal });
  return { id: task.input.id, ...(await keepAll(rendered, names, store)) };
}
