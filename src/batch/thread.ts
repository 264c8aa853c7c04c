import { parentPort, workerData } from 'node:worker_threads';
import { move, transferableSymbol, valueSymbol } from 'piscina';
import { type FileNames, type Kept, keepFiles } from './keep.js';
import { renderTask } from './render-task.js';
import { fileStore } from './store.js';
import type { Rendered, Task } from './task.js';

/** A task whose files the thread puts into a folder by itself. */
export interface Errand extends Task {
  readonly names: FileNames;
  readonly folder: string;
}

/** A task with the number that the pool knows it by. */
export type Numbered<T extends Task> = T & { readonly number: number };

/** What a thread tells the pool when it takes a task up: from now on its time counts. */
export interface Begun {
  readonly begun: number;
}

/** The memory behind the files, to be handed over instead of copied. Bytes that share theirs with others are copied first. */
function handOver(rendered: Rendered): Rendered {
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

/** A task that has no look gets the one that the thread was started with. */
async function make({ number, ...task }: Numbered<Task>): Promise<Rendered> {
  const begun: Begun = { begun: number };
  parentPort?.postMessage(begun);
  const start = performance.now();
  const rendered = await renderTask({ look: workerData, ...task });
  return { ...rendered, milliseconds: Math.round(performance.now() - start) };
}

/** What threads of the pool run: either they hand over what they have made, or they put it where it is to be. */
export const render = async (task: Numbered<Task>): Promise<Rendered> => handOver(await make(task));

export const keep = async ({ names, folder, ...task }: Numbered<Errand>): Promise<Kept> =>
  keepFiles(await make(task), names, fileStore(folder));
