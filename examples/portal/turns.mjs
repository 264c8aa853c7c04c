import { problem } from './problems.mjs';

/** @typedef {{ clients: Set<string>, go: () => void, leave: (reason: unknown) => void }} Waiter */

/** Milliseconds that are charged when a turn begins; what it has really taken is known when it ends. */
const BEGUN = 100;

/**
 * Turns: so many at a time, and the others one after another. Next is always the client who has had least of the time so far, so that
 * one who asks now and then does not wait for those who ask without pause. At most `queue` wait; if one more comes, the one leaves
 * who would be last.
 *
 * @param {{ readonly width: number, readonly queue: number }} limits
 */
export function createTurns({ width, queue }) {
  /** @type {Set<Waiter>} */
  const waiting = new Set();
  /** The time that each client has had; who was away does not save any up. @type {Map<string, number>} */
  const had = new Map();
  /** What the client had whose turn began last. */
  let level = 0;
  let running = 0;

  const leastOf = (/** @type {Iterable<string>} */ clients) =>
    Math.min(...[...clients].map((client) => Math.max(had.get(client) ?? 0, level)));

  const charge = (/** @type {string} */ client, /** @type {number} */ milliseconds) =>
    had.set(client, Math.max(had.get(client) ?? 0, level) + milliseconds);

  /** Who has had no more than the one whose turn it is, is as good as new. */
  const forget = () => {
    for (const [client, time] of had) if (time <= level) had.delete(client);
  };

  /** What a client has had, and would have had with all that it waits for. */
  const dueOf = (/** @type {string} */ client) =>
    leastOf([client]) + BEGUN * [...waiting].filter(({ clients }) => clients.has(client)).length;

  /** @throws a problem 503 if nobody who waits would come after this client */
  function makeRoom(/** @type {string} */ client) {
    if (waiting.size < queue) return;
    const own = dueOf(client) + BEGUN;
    const dues = [...waiting].map((waiter) => ({ waiter, due: Math.min(...[...waiter.clients].map(dueOf)) }));
    const most = Math.max(...dues.map(({ due }) => due));
    if (!(most > own)) throw problem(503);
    dues.findLast(({ due }) => due === most)?.waiter.leave(problem(503));
  }

  function next() {
    const [first] = [...waiting].sort((one, other) => leastOf(one.clients) - leastOf(other.clients));
    if (first === undefined) running -= 1;
    else {
      level = leastOf(first.clients);
      forget();
      waiting.delete(first);
      first.go();
    }
  }

  /** Begins a turn; what it returns ends it. */
  function begin(/** @type {string} */ client) {
    const start = performance.now();
    charge(client, BEGUN);
    return () => {
      charge(client, performance.now() - start - BEGUN);
      next();
    };
  }

  /**
   * @param {string} client
   * @param {AbortSignal} signal
   * @returns {{ readonly begun: Promise<() => void>, readonly share: (client: string) => void }} what ends the turn, once it has begun;
   *   and that another waits for the same
   * @throws a problem 503 if there is no place for this client
   */
  function take(client, signal) {
    if (running < width) {
      running += 1;
      return { begun: Promise.resolve(begin(client)), share: () => {} };
    }
    makeRoom(client);
    const { promise, resolve, reject } = withResolvers();
    /** @type {Waiter} */
    const waiter = {
      clients: new Set([client]),
      go: () => resolve(begin(client)),
      leave: (reason) => {
        if (waiting.delete(waiter)) reject(reason);
      },
    };
    waiting.add(waiter);
    signal.addEventListener('abort', () => waiter.leave(signal.reason));
    const share = (/** @type {string} */ other) => waiter.clients.add(other);
    return { begun: promise, share };
  }

  return { take, count: () => ({ running, waiting: waiting.size }) };
}

/** @returns {{ promise: Promise<() => void>, resolve: (end: () => void) => void, reject: (reason: unknown) => void }} */
function withResolvers() {
  /** @type {any} */
  const one = {};
  one.promise = new Promise((resolve, reject) => Object.assign(one, { resolve, reject }));
  return one;
}
