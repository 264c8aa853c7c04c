type Event<T, R> =
  | { readonly kind: 'item'; readonly next: IteratorResult<T> }
  | { readonly kind: 'result'; readonly result: R }
  | { readonly kind: 'failure'; readonly error: unknown };

/**
 * Does work for each item, at most `width` items at a time, and gives what comes of it as it comes. An item is taken only when
 * a result is asked for: who takes no results holds up the source.
 *
 * @throws the first thing that an item's work or the source throws, and the signal's reason; the rest is left
 */
export async function* inFlight<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  width: number,
  work: (item: T) => Promise<R>,
  signal?: AbortSignal,
): AsyncGenerator<R> {
  const source = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  // A list of what has come and not `Promise.race`, which would keep every result for as long as the slowest item takes.
  const come: Event<T, R>[] = [];
  let wake = () => {};
  const tell = (event: Event<T, R>) => {
    come.push(event);
    wake();
  };
  const follow = (promise: Promise<Event<T, R>>) => promise.then(tell, (error) => tell({ kind: 'failure', error }));
  const abort = () => tell({ kind: 'failure', error: signal?.reason });
  let running = 0;
  let isTaking = false;
  let isOver = false;
  const take = () => {
    isTaking = true;
    follow((async () => ({ kind: 'item', next: await source.next() }))());
  };
  const start = (item: T) => {
    running += 1;
    follow(work(item).then((result) => ({ kind: 'result', result })));
  };

  signal?.addEventListener('abort', abort);
  try {
    signal?.throwIfAborted();
    for (;;) {
      if (!isOver && !isTaking && running < width) take();
      if (!isTaking && running === 0) return;
      if (come.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const event = come.shift();
      if (event?.kind === 'failure') throw event.error;
      if (event?.kind === 'item') {
        isTaking = false;
        if (event.next.done) isOver = true;
        else start(event.next.value);
      }
      if (event?.kind === 'result') {
        running -= 1;
        yield event.result;
      }
    }
  } finally {
    signal?.removeEventListener('abort', abort);
    // A source that is being waited for may never answer.
    const ended = isOver ? undefined : source.return?.();
    if (isTaking) Promise.resolve(ended).catch(() => {});
    else await ended;
  }
}
