import type { ByteSink } from '../../bytes/byte-sink.js';

/** Bits being written, the lowest of each byte first, as Deflate has them (RFC 1951, 3.1.1). */
export interface BitSink {
  /** Long enough for all that is written. */
  readonly bytes: Uint8Array;
  readonly words: DataView;
  /** How many bytes are full. */
  at: number;
  /** The bits that do not fill a byte, and how many they are. */
  held: number;
  count: number;
}

/** Bits that were written once, `count` of them, in as many bytes as they need. */
export interface Bits {
  readonly bytes: DataView;
  readonly count: number;
}

export function bitSink(capacity: number): BitSink {
  return bitsBehind({ bytes: new Uint8Array(capacity), at: 0 });
}

/** Bits that are written behind bytes, for which there must be room. */
export function bitsBehind({ bytes, at }: ByteSink): BitSink {
  return { bytes, words: new DataView(bytes.buffer, bytes.byteOffset), at, held: 0, count: 0 };
}

/** Writes the `count` lowest bits of a value, at most 24. */
export function putBits(sink: BitSink, value: number, count: number): void {
  sink.held |= value << sink.count;
  sink.count += count;
  while (sink.count >= 8) {
    sink.bytes[sink.at++] = sink.held & 0xff;
    sink.held >>>= 8;
    sink.count -= 8;
  }
}

/** Writes bits again wherever they now begin, four bytes at once where there are so many. */
export function appendBits(sink: BitSink, { bytes, count }: Bits): void {
  const shift = sink.count;
  const words = count >> 5;
  let { at, held } = sink;
  for (let i = 0; i < words; i++, at += 4) {
    const word = bytes.getInt32(4 * i, true);
    sink.words.setInt32(at, held | (word << shift), true);
    held = shift === 0 ? 0 : word >>> (32 - shift);
  }
  sink.at = at;
  sink.held = held;
  for (let bit = 32 * words; bit < count; bit += 8) putBits(sink, bytes.getUint8(bit >> 3), Math.min(8, count - bit));
}

/** Fills up the last byte with zeros. Returns where the next begins. */
export function endByte(sink: BitSink): number {
  if (sink.count > 0) putBits(sink, 0, 8 - sink.count);
  return sink.at;
}

/** What has been written, to be written again. */
export function bitsOf(sink: BitSink): Bits {
  const count = 8 * sink.at + sink.count;
  return { bytes: new DataView(sink.bytes.slice(0, endByte(sink)).buffer), count };
}
