import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { problem } from './problems.mjs';

/**
 * @typedef {{ readonly name: string, readonly text: string, readonly extension?: string }} Task a report, and as what it is wanted
 * @typedef {{ readonly agency: string, readonly year: number, readonly data?: string }
 *   | { readonly findings: readonly import('nianbao').Diagnostic[] }} Told
 */

/** What reports are given as for programs, with the types of it. @type {Readonly<Record<string, string>>} */
export const DATA_TYPES = { json: 'application/json; charset=utf-8', csv: 'text/csv; charset=utf-8' };

/** Megabytes that the thread may take which reads reports. */
const MEMORY = 512;

/** Starts the thread. What it dies of is told to who waits for it; unheard it would end the portal. */
function started() {
  const resourceLimits = { maxOldGenerationSizeMb: MEMORY };
  const worker = new Worker(new URL('./read-worker.mjs', import.meta.url), { resourceLimits });
  worker.on('error', () => {});
  return worker;
}

/**
 * Reads reports one after another on a thread, which is started when the first is asked for.
 *
 * @param {{ readonly timeout: number }} limits the seconds that a report may take
 */
export function createReading({ timeout }) {
  /** @type {Worker | undefined} */
  let worker;
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();

  /** @param {Task} task @returns {Promise<Told>} */
  async function ask(task) {
    worker ??= started();
    worker.postMessage(task);
    try {
      const [told] = await once(worker, 'message', { signal: AbortSignal.timeout(timeout * 1000) });
      return told;
    } catch {
      await worker.terminate();
      worker = undefined;
      throw problem(422, { code: 'worker/timeout', message: '这份报告读得太久，或要用的内存太多' });
    }
  }
  return {
    /** @param {Task} task @returns {Promise<Told>} */
    read(task) {
      const told = last.then(() => ask(task));
      last = told.catch(() => {});
      return told;
    },
    close: async () => void (await worker?.terminate()),
  };
}
