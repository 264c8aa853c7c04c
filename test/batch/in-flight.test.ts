import { setImmediate as turn } from 'node:timers/promises';
import { inFlight } from '../../src/batch/in-flight.js';

// Work on many items at once: how many, in what order, and what stops it.

/** Work that is done when it is told so. */
function byHand() {
  const begun: string[] = [];
  const ends = new Map<string, { resolve: (result: string) => void; reject: (error: Error) => void }>();
  const work = (item: string) =>
    new Promise<string>((resolve, reject) => {
      begun.push(item);
      ends.set(item, { resolve, reject });
    });
  return { begun, work, end: (item: string) => ends.get(item)?.resolve(item.toUpperCase()), ends };
}

/** A source that counts what is taken of it, and knows whether it was closed. */
function counted(items: readonly string[]) {
  const state = { taken: 0, isClosed: false };
  function* source() {
    try {
      for (const item of items) {
        state.taken += 1;
        yield item;
      }
    } finally {
      state.isClosed = true;
    }
  }
  return { state, source: source() };
}

const LETTERS = [...'abcdefghij'];

test('results come as they are done, each once', async () => {
  const { begun, work, end } = byHand();
  const results = inFlight(LETTERS.slice(0, 3), 3, work);
  const first = results.next();
  await turn();
  expect(begun).toEqual(['a', 'b', 'c']);
  end('c');
  expect(await first).toEqual({ done: false, value: 'C' });
  end('a');
  expect((await results.next()).value).toBe('A');
  end('b');
  expect((await results.next()).value).toBe('B');
  expect(await results.next()).toEqual({ done: true, value: undefined });
});

test('never more than so many at once, and none is taken before a result is asked for', async () => {
  const { begun, work, end } = byHand();
  const { state, source } = counted(LETTERS);
  const results = inFlight(source, 4, work);
  await turn();
  expect(state.taken).toBe(0);
  const first = results.next();
  await turn();
  expect(begun).toHaveLength(4);
  end('a');
  await first;
  for (const item of ['b', 'c', 'd']) end(item);
  await turn();
  // Three more are done and nobody has asked for them: nothing new is begun.
  expect(begun).toHaveLength(4);
  expect(state.taken).toBe(4);
  await results.next();
  await turn();
  expect(state.taken).toBe(5);
});

test('a source that is slow does not hold up what is done', async () => {
  const { work, end } = byHand();
  async function* source() {
    yield 'a';
    await new Promise(() => {});
  }
  const results = inFlight(source(), 2, work);
  const first = results.next();
  await turn();
  end('a');
  expect((await first).value).toBe('A');
});

test('who stops asking closes the source', async () => {
  const { state, source } = counted(LETTERS);
  for await (const _ of inFlight(source, 2, async (item) => item)) break;
  expect(state.isClosed).toBe(true);
});

test('who stops asking while the source is waited for is not held up', async () => {
  const { work, end } = byHand();
  async function* source() {
    yield 'a';
    await new Promise(() => {});
  }
  const results = inFlight(source(), 2, work);
  const first = results.next();
  await turn();
  end('a');
  await first;
  expect(await results.return(undefined)).toEqual({ done: true, value: undefined });
});

test('work that throws ends it, and closes the source', async () => {
  const { state, source } = counted(LETTERS);
  const results = inFlight(source, 2, async () => Promise.reject(new Error('broken')));
  await expect(results.next()).rejects.toThrow('broken');
  expect(state.isClosed).toBe(true);
});

test('a source that throws ends it', async () => {
  function* source() {
    yield 'a';
    throw new Error('no more');
  }
  const results = inFlight(source(), 1, async (item) => item);
  expect((await results.next()).value).toBe('a');
  await expect(results.next()).rejects.toThrow('no more');
});

test('a signal ends it, though neither source nor work ever does', async () => {
  const abort = new AbortController();
  const { work } = byHand();
  const results = inFlight(LETTERS, 2, work, abort.signal);
  const first = results.next();
  await turn();
  abort.abort(new Error('enough'));
  await expect(first).rejects.toThrow('enough');
  await expect(inFlight(LETTERS, 2, work, abort.signal).next()).rejects.toThrow('enough');
});
