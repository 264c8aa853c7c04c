import { parentPort, workerData } from 'node:worker_threads';
import { standBack } from '../host/stand-back.js';
import type { LookOptions } from '../index.js';
import type { CheckResult, CheckTask } from './audit-check-task.js';
import type { ReadResult, ReadTask } from './audit-read-task.js';
import type { FolderJob } from './job.js';
import { type Kept, keepFiles } from './keep.js';
import { renderTask } from './render-task.js';
import type { FiguresResult, FiguresTask } from './roll-up-read-task.js';
import { fileStore } from './store.js';
import type { Rendered, Task } from './task.js';

/** A task with the number by which the pool knows it. */
export type Numbered<T extends object> = T & { readonly number: number };

/** What threads are asked to do. */
export type ThreadFunction = 'render' | 'keep' | 'auditRead' | 'auditCheck' | 'figures';

/** What a thread is started with. */
export interface ThreadData {
  readonly look: LookOptions;
  /** How far it stands back for others, from 0 to 19. */
  readonly nice: number;
}

const { look: ownLook, nice } = workerData as ThreadData;
standBack(nice);

/** The message of a thread that starts a task: its time limit runs from then on. */
export interface Started {
  readonly started: number;
}

/** Transfers the memory of the files instead of copying it. Bytes that share a buffer with others are copied first. */
async function transfer(rendered: Rendered): Promise<Rendered> {
  if (!rendered.ok) return rendered;
  // Threads that keep their files, or make none, do without the package.
  const piscina = await import('piscina');
  const files = rendered.files.map(({ bytes, ...facts }) => ({
    ...facts,
    bytes: bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes),
  }));
  const value = { ...rendered, files };
  return piscina.move({
    [piscina.valueSymbol]: value,
    [piscina.transferableSymbol]: files.map(({ bytes }) => bytes.buffer),
  }) as unknown as Rendered;
}

/** Says that a task has been started, and gives it without its number. */
function begun<T extends object>({ number, ...task }: Numbered<T>): Omit<T, 'number'> {
  const message: Started = { started: number };
  parentPort?.postMessage(message);
  return task as Omit<T, 'number'>;
}

/**
 * Does a task. One without a look of its own gets the look with which the thread was started; forms are always those that the thread
 * was started with, whatever a task brings along.
 */
async function timed(numbered: Numbered<Task>): Promise<Rendered> {
  const task = begun(numbered);
  const start = performance.now();
  const { look = ownLook } = task;
  const rendered = await renderTask({ ...task, look: { ...look, forms: ownLook.forms ?? [] } });
  return { ...rendered, milliseconds: Math.round(performance.now() - start) };
}

/** Called by the pool: renders a report and hands over its files. */
export const render = async (task: Numbered<Task>): Promise<Rendered> => transfer(await timed(task));

/** Called by the pool: renders a report and keeps its files, of which only names and digests are handed over. */
export const keep = async ({ names, folder, ...task }: Numbered<FolderJob>): Promise<Kept> =>
  keepFiles(await timed(task), names, fileStore(folder));

/** Called by an audit: reads a report and puts it aside. What does this is loaded by audits only. */
export const auditRead = async (task: Numbered<ReadTask>): Promise<ReadResult> =>
  (await import('./audit-read-task.js')).readTask(begun(task), ownLook);

/** Called by an audit: checks a report that was put aside. */
export const auditCheck = async (task: Numbered<CheckTask>): Promise<CheckResult> =>
  (await import('./audit-check-task.js')).checkTask(begun(task), ownLook);

/** Called by a roll-up and a comparison: reads a report, or its figures. */
export const figures = async (task: Numbered<FiguresTask>): Promise<FiguresResult> =>
  (await import('./roll-up-read-task.js')).figuresTask(begun(task), ownLook);
