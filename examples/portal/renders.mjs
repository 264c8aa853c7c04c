import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { createCache } from './cache.mjs';
import { problem } from './problems.mjs';

/**
 * @typedef {import('nianbao').FormatId} FormatId
 * @typedef {import('./reports.mjs').Source} Source
 * @typedef {{ readonly title: string, readonly bytes: Uint8Array }} File
 * @typedef {{ readonly ok: true, readonly file: File }
 *   | { readonly ok: false, readonly findings: readonly import('nianbao').Diagnostic[] }} Result
 * @typedef {{ clients: number, begun: boolean, stop: AbortController, result?: Promise<Result>,
 *   timer?: NodeJS.Timeout }} Render one that is under way, and how many wait for it
 */

const { version } = createRequire(import.meta.url)('nianbao/package.json');

/** Milliseconds that a render goes on when nobody waits for it: to end a thread costs a new one, more than most reports. */
const GRACE = 1000;

/** What comes of a report, by a short name: same text, same format, same version, same bytes. @param {Source} source */
export function keyOf({ name, text }, /** @type {string} the format, or another extension */ format) {
  const parts = JSON.stringify([version, format, name, text]);
  return createHash('sha256').update(parts).digest('hex').slice(0, 32);
}

/** Turns: so many at a time, and the others one after another. @param {number} width */
function createTurns(width) {
  /** @type {Set<(value?: undefined) => void>} */
  const waiting = new Set();
  let running = 0;
  const take = async (/** @type {AbortSignal} */ signal) => {
    if (running < width) {
      running += 1;
      return;
    }
    await new Promise((resolve, reject) => {
      waiting.add(resolve);
      signal.addEventListener('abort', () => waiting.delete(resolve) && reject(signal.reason));
    });
  };
  /** Hands the turn on, if somebody waits for it. */
  const give = () => {
    const [next] = waiting;
    if (next === undefined) running -= 1;
    else {
      waiting.delete(next);
      next();
    }
  };
  return { take, give, count: () => ({ running, waiting: waiting.size }) };
}

/**
 * Renders reports on a pool. At most `queue` wait for a thread; equal ones are rendered once; what was made last is kept.
 *
 * @param {{ readonly pool: import('nianbao/batch').Pool, readonly queue: number, readonly cacheBytes: number }} options
 */
export function createRenders({ pool, queue, cacheBytes }) {
  /** @type {ReturnType<typeof createCache<File>>} */
  const cache = createCache(cacheBytes);
  const turns = createTurns(pool.concurrency);
  /** @type {Map<string, Render>} */
  const open = new Map();

  const close = (/** @type {string} */ key, /** @type {Render} */ render) => {
    if (open.get(key) === render) open.delete(key);
  };

  /** @returns {Promise<Result>} */
  async function make(/** @type {Render} */ render, /** @type {Source} */ source, /** @type {FormatId} */ format) {
    const { signal } = render.stop;
    await turns.take(signal);
    render.begun = true;
    try {
      const task = { input: { id: source.name, ...source }, formats: [format] };
      const rendered = await pool.render(task, { signal });
      if (!rendered.ok) return rendered;
      const [{ bytes }] = rendered.files;
      return { ok: true, file: { title: rendered.title, bytes } };
    } finally {
      turns.give();
    }
  }

  function start(/** @type {string} */ key, /** @type {Source} */ source, /** @type {FormatId} */ format) {
    const { running, waiting } = turns.count();
    if (running >= pool.concurrency && waiting >= queue) throw problem(503);
    /** @type {Render} */
    const render = { clients: 0, begun: false, stop: new AbortController() };
    open.set(key, render);
    render.result = make(render, source, format).finally(() => close(key, render));
    render.result.then(
      (result) => result.ok && cache.set(key, result.file),
      () => {},
    );
    return render;
  }

  /** What nobody waits for any more is called off. */
  function leave(/** @type {string} */ key, /** @type {Render} */ render) {
    render.clients -= 1;
    if (render.clients > 0) return;
    const stop = () => {
      close(key, render);
      render.stop.abort();
    };
    render.timer = setTimeout(stop, render.begun ? GRACE : 0);
  }

  /** @returns {Promise<Result>} */
  function join(/** @type {string} */ key, /** @type {Render} */ render, /** @type {AbortSignal} */ signal) {
    clearTimeout(render.timer);
    render.clients += 1;
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => {
        leave(key, render);
        reject(signal.reason);
      });
      render.result?.then(resolve, reject);
    });
  }

  return {
    /**
     * @returns {Promise<Result>} the file, or what is wrong with the report
     * @throws a problem 503 if too many are waiting; the signal's reason
     */
    async render(/** @type {Source} */ source, /** @type {FormatId} */ format, /** @type {AbortSignal} */ signal) {
      const key = keyOf(source, format);
      const file = cache.get(key);
      if (file) return { ok: true, file };
      signal.throwIfAborted();
      return join(key, open.get(key) ?? start(key, source, format), signal);
    },
    /** How busy it is. */
    state: () => ({ threads: pool.concurrency, queue, ...turns.count(), cacheBytes: cache.size }),
  };
}
