import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { problem } from './problems.mjs';
import { createTurns } from './turns.mjs';

/**
 * @typedef {{ readonly name: string, readonly bytes: Uint8Array, readonly extension?: string }} Task a report, and as what it is wanted
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

/** Whom the portal reads for when it reads for itself. */
export const PORTAL = { client: '', signal: new AbortController().signal };

/**
 * Reads reports one after another on a thread, which is started when the first is asked for.
 *
 * @param {{ readonly timeout: number, readonly queue: number }} limits the seconds that a report may take, and how many may wait
 */
export function createReading({ timeout, queue }) {
  const turns = createTurns({ width: 1, queue });
  /** @type {Worker | undefined} */
  let worker;

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
    /**
     * @param {Task} task
     * @param {{ readonly client: string, readonly signal: AbortSignal }} who asks, and leaves when the signal is aborted
     * @returns {Promise<Told>}
     * @throws a problem 503 if there is no place for this client
     */
    async read(task, { client, signal }) {
      const end = await turns.take(client, signal).begun;
      try {
        return await ask(task);
      } finally {
        end();
      }
    },
    close: async () => void (await worker?.terminate()),
  };
}
