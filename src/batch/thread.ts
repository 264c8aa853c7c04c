import { parentPort, workerData } from 'node:worker_threads';
import { move, transferableSymbol, valueSymbol } from 'piscina';
import type { FolderJob } from './job.js';
import { type Kept, keepFiles } from './keep.js';
import { renderTask } from './render-task.js';
import { fileStore } from './store.js';
import type { Rendered, Task } from './task.js';

/** A task with the number by which the pool knows it. */
export type Numbered<T extends Task> = T & { readonly number: number };

/** The message of a thread that starts a task: its time limit runs from then on. */
export interface Started {
  readonly started: number;
}

/** Transfers the memory of the files instead of copying it. Bytes that share a buffer with others are copied first. */
function transfer(rendered: Rendered): Rendered {
  if (!rendered.ok) return rendered;
  const files = rendered.files.map(({ format, bytes }) => ({
    format,
    bytes: bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes),
  }));
  const value = { ...rendered, files };
  return move({
    [valueSymbol]: value,
    [transferableSymbol]: files.map(({ bytes }) => bytes.buffer),
  }) as unknown as Rendered;
}

/**
 * Does a task. One without a look of its own gets the look with which the thread was started; forms are always those that the thread
 * was started with, whatever a task brings along.
 */
async function timed({ number, ...task }: Numbered<Task>): Promise<Rendered> {
  const message: Started = { started: number };
  parentPort?.postMessage(message);
  const start = performance.now();
  const { look = workerData } = task;
  const rendered = await renderTask({ ...task, look: { ...look, forms: workerData.forms } });
  return { ...rendered, milliseconds: Math.round(performance.now() - start) };
}

/** Called by the pool: renders a report and hands over its files. */
export const render = async (task: Numbered<Task>): Promise<Rendered> => transfer(await timed(task));

/** Called by the pool: renders a report and keeps its files, of which only names and digests are handed over. */
export const keep = async ({ names, folder, ...task }: Numbered<FolderJob>): Promise<Kept> =>
  keepFiles(await timed(task), names, fileStore(folder));
