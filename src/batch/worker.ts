import { parentPort, workerData } from 'node:worker_threads';
import { move, transferableSymbol, valueSymbol } from 'piscina';
import { renderTask } from './render-task.js';
import type { Rendered, Task } from './task.js';

/** A task with the number that the pool knows it by. */
export interface Numbered extends Task {
  readonly number: number;
}

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

/** What threads of the pool run: a task that has no look gets the one that the thread was started with. */
export async function render({ number, ...task }: Numbered): Promise<Rendered> {
  const begun: Begun = { begun: number };
  parentPort?.postMessage(begun);
  const start = performance.now();
  const rendered = await renderTask({ look: workerData, ...task });
  return handOver({ ...rendered, milliseconds: Math.round(performance.now() - start) });
}
