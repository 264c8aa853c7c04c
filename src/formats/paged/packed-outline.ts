import { type Bits, bitSink, bitsOf, putBits } from './bit-sink.js';
import { DISTANCES, SYMBOLS } from './outline-codes.js';

/** A piece of a font as symbols of the block of all outlines, and what is needed to know the checksum of a file with it. */
export interface Packed extends Bits {
  /** How many bytes they stand for, and their two sums of Adler-32 (RFC 1950, 8.2). */
  readonly length: number;
  readonly sums: Sums;
}

export type Sums = readonly [low: number, high: number];

/** What the sums of Adler-32 are taken modulo. */
export const ADLER = 65521;

/** The shortest repeat that can be written, the longest that has no symbol of its own, and from how far back one is taken. */
const [SHORTEST, LONGEST, FARTHEST] = [3, 257, 4096];

/** The symbols of ranges (RFC 1951, 3.2.5): where each begins, and how many further bits say which of the range it is. */
interface Ranges {
  /** The symbol by value. */
  readonly of: Uint16Array;
  readonly start: readonly number[];
  readonly bits: readonly number[];
}

/** Ranges that double: `each` of a size, after twice as many of one. */
function rangesOf(first: number, most: number, each: number): Ranges {
  const of = new Uint16Array(most + 1);
  const [start, bits]: [number[], number[]] = [[], []];
  for (let from = first; from <= most; ) {
    const extra = Math.max(0, Math.floor(start.length / each) - 1);
    of.fill(start.length, from, from + (1 << extra));
    start.push(from);
    bits.push(extra);
    from += 1 << extra;
  }
  return { of, start, bits };
}

const REPEATS = rangesOf(SHORTEST, LONGEST, 4);
const BACK = rangesOf(1, FARTHEST, 2);

/** Where three bytes stood last in the piece, by a hash of them. */
const seen = new Int32Array(1024);
const hashAt = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] as number) ^ ((bytes[at + 1] as number) << 3) ^ ((bytes[at + 2] as number) << 6)) & 1023;

/** How many bytes are the same at two places of the piece. */
function sameFrom(bytes: Uint8Array, before: number, at: number): number {
  const most = Math.min(LONGEST, bytes.length - at);
  let length = 0;
  while (length < most && bytes[before + length] === bytes[at + length]) length++;
  return length;
}

type Sink = ReturnType<typeof bitSink>;

const putSymbol = (sink: Sink, code: number): void => putBits(sink, code >> 4, code & 15);

function putRepeat(sink: Sink, length: number, back: number): void {
  const [repeat, distance] = [REPEATS.of[length] as number, BACK.of[back] as number];
  putSymbol(sink, SYMBOLS[257 + repeat] as number);
  putBits(sink, length - (REPEATS.start[repeat] as number), REPEATS.bits[repeat] as number);
  putSymbol(sink, DISTANCES[distance] as number);
  putBits(sink, back - (BACK.start[distance] as number), BACK.bits[distance] as number);
}

/** Writes what begins at a place: a repeat of what stood before, or one byte. Returns how much that is. */
function putNext(sink: Sink, bytes: Uint8Array, at: number): number {
  if (at + SHORTEST <= bytes.length) {
    const hash = hashAt(bytes, at);
    const before = (seen[hash] as number) - 1;
    seen[hash] = at + 1;
    const length = before >= 0 && at - before <= FARTHEST ? sameFrom(bytes, before, at) : 0;
    if (length >= SHORTEST) {
      putRepeat(sink, length, at - before);
      return length;
    }
  }
  putSymbol(sink, SYMBOLS[bytes[at] as number] as number);
  return 1;
}

export function sumsOf(bytes: Uint8Array): Sums {
  let [low, high] = [1, 0];
  for (let i = 0; i < bytes.length; i++) {
    low = (low + (bytes[i] as number)) % ADLER;
    high = (high + low) % ADLER;
  }
  return [low, high];
}

/** Packs a piece by itself. */
export function pack(bytes: Uint8Array): Packed {
  // No code is longer than 15 bits.
  const sink = bitSink(2 * bytes.length + 4);
  seen.fill(0);
  for (let at = 0; at < bytes.length; ) at += putNext(sink, bytes, at);
  const { bytes: written, count } = bitsOf(sink);
  return { bytes: written, count, length: bytes.length, sums: sumsOf(bytes) };
}
