/** Bytes being written, in room that grows. */
export interface ByteSink {
  bytes: Uint8Array;
  /** How many there are. */
  at: number;
}

/** Makes room for so many more bytes. */
export function makeRoom(sink: ByteSink, count: number): void {
  const needed = sink.at + count;
  if (needed <= sink.bytes.length) return;
  const wider = new Uint8Array(Math.max(needed, 2 * sink.bytes.length));
  wider.set(sink.bytes.subarray(0, sink.at));
  sink.bytes = wider;
}

/** Writes a text of characters up to U+00FF, a byte each. */
export function putText(sink: ByteSink, text: string): void {
  makeRoom(sink, text.length);
  const { bytes, at } = sink;
  for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
  sink.at = at + text.length;
}

/** Writes a whole number from 0, below two thousand million. */
export function putWhole(sink: ByteSink, number: number): void {
  let digits = 1;
  for (let power = 10; power <= number; power *= 10) digits++;
  makeRoom(sink, digits);
  let rest = number;
  for (let i = sink.at + digits - 1; i >= sink.at; i--) {
    const tens = (rest / 10) | 0;
    sink.bytes[i] = 48 + rest - 10 * tens;
    rest = tens;
  }
  sink.at += digits;
}

export function putBytes(sink: ByteSink, bytes: Uint8Array): void {
  makeRoom(sink, bytes.length);
  sink.bytes.set(bytes, sink.at);
  sink.at += bytes.length;
}

/** What has been written, as it stands in the room. */
export const written = ({ bytes, at }: ByteSink): Uint8Array => bytes.subarray(0, at);

/**
 * A sink that users take in turns, each before it begins to write and when the one before is done with what it wrote: so
 * no user leaves room behind to be collected. Room that has grown beyond `most` is not kept.
 */
export function sharedSink(capacity: number, most: number): () => ByteSink {
  let kept: ByteSink | undefined;
  return () => {
    if (kept === undefined || kept.bytes.length > most) kept = { bytes: new Uint8Array(capacity), at: 0 };
    kept.at = 0;
    return kept;
  };
}
