import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { createCache } from './cache.mjs';
import { shortened } from './headers.mjs';
import { createTurns } from './turns.mjs';

/**
 * @typedef {import('nianbao').FormatId} FormatId
 * @typedef {import('./reports.mjs').Source} Source
 * @typedef {{ readonly title: string, readonly bytes: Uint8Array }} File
 * @typedef {{ readonly ok: true, readonly file: File }
 *   | { readonly ok: false, readonly findings: readonly import('nianbao').Diagnostic[] }} Result
 * @typedef {{ clients: number, begun: boolean, stop: AbortController, turn: ReturnType<ReturnType<typeof createTurns>['take']>,
 *   result?: Promise<Result>, timer?: NodeJS.Timeout }} Render one that is under way, and how many wait for it
 */

const { version } = createRequire(import.meta.url)('nianbao/package.json');

/** Milliseconds that a render goes on when nobody waits for it: to end a thread costs a new one, more than most reports. */
const GRACE = 1000;

/** What comes of a report, by a short name: same text, same format, same version, same bytes. @param {Source} source */
export function keyOf({ name, bytes }, /** @type {string} the format, or another extension */ format) {
  const rest = JSON.stringify([version, format, name]);
  return createHash('sha256').update(rest).update(bytes).digest('hex').slice(0, 32);
}

/**
 * Renders reports on a pool. At most `queue` wait for a thread, each client with a share; equal ones are rendered once; what was made
 * last is kept.
 *
 * @param {{ readonly pool: import('nianbao/batch').Pool, readonly queue: number, readonly cacheBytes: number }} options
 */
export function createRenders({ pool, queue, cacheBytes }) {
  /** @type {ReturnType<typeof createCache<File>>} */
  const cache = createCache(cacheBytes);
  const turns = createTurns({ width: pool.jobs, queue });
  /** @type {Map<string, Render>} */
  const open = new Map();

  const close = (/** @type {string} */ key, /** @type {Render} */ render) => {
    if (open.get(key) === render) open.delete(key);
  };

  /** @returns {Promise<Result>} */
  async function make(/** @type {Render} */ render, /** @type {Source} */ source, /** @type {FormatId} */ format) {
    const { signal } = render.stop;
    const end = await render.turn.begun;
    render.begun = true;
    try {
      const { name, bytes } = source;
      const task = { input: { id: name, name, text: bytes.toString() }, formats: [format] };
      const rendered = await pool.render(task, { signal });
      if (!rendered.ok) return rendered;
      const [file] = rendered.files;
      return { ok: true, file: { title: shortened(rendered.title), bytes: file.bytes } };
    } finally {
      end();
    }
  }

  /** @param {string} key @param {Source} source @param {FormatId} format @param {string} client */
  function start(key, source, format, client) {
    const stop = new AbortController();
    /** @type {Render} */
    const render = { clients: 0, begun: false, stop, turn: turns.take(client, stop.signal) };
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
     * @param {Source} source
     * @param {FormatId} format
     * @param {{ readonly client: string, readonly signal: AbortSignal }} who asks, and leaves when the signal is aborted
     * @returns {Promise<Result>} the file, or what is wrong with the report
     * @throws a problem 503 if there is no place for this client; the signal's reason
     */
    async render(source, format, { client, signal }) {
      const key = keyOf(source, format);
      const file = cache.get(key);
      if (file) return { ok: true, file };
      signal.throwIfAborted();
      const render = open.get(key) ?? start(key, source, format, client);
      render.turn.share(client);
      return join(key, render, signal);
    },
    /** How busy it is. */
    state: () => ({ threads: pool.jobs, queue, ...turns.count(), cacheBytes: cache.size }),
  };
}
