import { deflateRawSync } from 'node:zlib';
import { setUint16 } from '../../bytes/big-endian.js';
import { concat } from '../../bytes/concat.js';
import { directoryOf, type FontTable, joinTables, padded } from '../../fonts/sfnt/table-directory.js';
import { once } from '../../memo/once.js';
import { appendBits, bitSink, putBits, writtenBytes } from './bit-sink.js';
import { BLOCK_HEAD, END_OF_BLOCK, SYMBOLS } from './outline-codes.js';
import { ADLER, type Packed, pack, type Sums, sumsOf } from './packed-outline.js';

/**
 * A fast path: a font is deflated without zlib looking at its outlines, which are nine tenths of the work of a file. Each outline is packed
 * by itself, by codes that are the same for all, when it is first drawn; after that its bits are only put behind those of the
 * others. What is skipped is the search for repeats from one outline to the next, and codes made for each font, which together save a
 * fourteenth of the bytes. It is safe because the result is an ordinary zlib stream (RFC 1950), with the checksum of all that it stands
 * for: the tests inflate it and compare it with the font as `writeFont` has it.
 */
export interface DeflatedFont {
  /** How many bytes it has when it is inflated. */
  readonly length: number;
  readonly bytes: Uint8Array;
}

/** Packed outlines live as long as the font keeps its outlines. */
const packedOutline = once((outline: Uint8Array): Packed => {
  const whole = new Uint8Array(padded(outline.length));
  whole.set(outline);
  return pack(whole);
});

/** The sums of a whole whose second part begins afresh. */
function addSums([low, high]: Sums, [nextLow, nextHigh]: Sums, length: number): Sums {
  return [(low + nextLow + ADLER - 1) % ADLER, (high + nextHigh + length * (low + ADLER - 1)) % ADLER];
}

/** One block of packed pieces, ended so that whole bytes follow: by an empty block of bytes as they are (RFC 1951, 3.2.4). */
function blockOf(pieces: readonly Packed[]): Uint8Array {
  const bits = pieces.reduce((sum, { count }) => sum + count, 0);
  const sink = bitSink(BLOCK_HEAD.bytes.byteLength + (bits >> 3) + 16);
  appendBits(sink, BLOCK_HEAD);
  for (const piece of pieces) appendBits(sink, piece);
  const end = SYMBOLS[END_OF_BLOCK] as number;
  putBits(sink, end >> 4, end & 15);
  putBits(sink, 0, 3);
  return concat([writtenBytes(sink), Uint8Array.of(0, 0, 0xff, 0xff)]);
}

/** zlib's mark of a stream with a window of 32 kB. */
const ZLIB = Uint8Array.of(0x78, 0x01);

/** Deflates a font whose first table is its outlines. */
export function deflateFont(tables: readonly FontTable[]): DeflatedFont {
  const [outlines, ...others] = tables as [FontTable, ...FontTable[]];
  const rest = joinTables(others);
  const pieces = [pack(directoryOf(tables)), ...outlines.pieces.map(packedOutline)];
  const before = pieces.reduce((sums: Sums, piece) => addSums(sums, piece.sums, piece.length), [1, 0]);
  const [low, high] = addSums(before, sumsOf(rest), rest.length);
  const checksum = new Uint8Array(4);
  setUint16(checksum, 0, high);
  setUint16(checksum, 2, low);
  return {
    length: pieces.reduce((sum, { length }) => sum + length, rest.length),
    bytes: concat([ZLIB, blockOf(pieces), deflateRawSync(rest), checksum]),
  };
}
