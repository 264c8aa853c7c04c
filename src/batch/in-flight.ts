type Event<T, R> =
  | { readonly kind: 'item'; readonly next: IteratorResult<T> }
  | { readonly kind: 'result'; readonly result: R }
  | { readonly kind: 'failure'; readonly error: unknown };

/** A queue of events with one reader. `Promise.race` would keep every result in memory until the slowest item is done. */
function createInbox<E>() {
  const events: E[] = [];
  let wake = () => {};
  const add = (event: E): void => {
    events.push(event);
    wake();
  };
  /** The next event, waiting for it if there is none. */
  const next = async (): Promise<E> => {
    if (events.length === 0) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return events.shift() as E;
  };
  return { add, next };
}

/** Takes an item. Asynchronous, so that a source that throws synchronously is handled like any other. */
async function takeFrom<T>(source: Iterator<T> | AsyncIterator<T>): Promise<{ kind: 'item'; next: IteratorResult<T> }> {
  return { kind: 'item', next: await source.next() };
}

/**
 * Works on at most `width` items at a time, and returns results in the order in which they are finished. An item is taken from the
 * source only when a result is asked for, so a slow reader slows down the source.
 *
 * @throws the first error of the work or the source, or the signal's reason; unfinished work is abandoned
 */
export async function* inFlight<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  width: number,
  work: (item: T) => Promise<R>,
  signal?: AbortSignal,
): AsyncGenerator<R> {
  const source = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  const inbox = createInbox<Event<T, R>>();
  const follow = (promise: Promise<Event<T, R>>) =>
    promise.then(inbox.add, (error) => inbox.add({ kind: 'failure', error }));
  const abort = () => inbox.add({ kind: 'failure', error: signal?.reason });
  let running = 0;
  let isTaking = false;
  let isOver = false;
  signal?.addEventListener('abort', abort);
  try {
    signal?.throwIfAborted();
    for (;;) {
      if (!isOver && !isTaking && running < width) {
        isTaking = true;
        follow(takeFrom(source));
      }
      if (!isTaking && running === 0) return;
      const event = await inbox.next();
      if (event.kind === 'failure') throw event.error;
      if (event.kind === 'result') {
        running -= 1;
        yield event.result;
      } else {
        isTaking = false;
        if (event.next.done) isOver = true;
        else {
          running += 1;
          follow(work(event.next.value).then((result) => ({ kind: 'result', result })));
        }
      }
    }
  } finally {
    signal?.removeEventListener('abort', abort);
    const ended = isOver ? undefined : source.return?.();
    // While an item is awaited the source cannot end, and may never answer.
    if (isTaking) Promise.resolve(ended).catch(() => {});
    else await ended;
  }
}
