import { setUint16 } from '../../bytes/big-endian.js';
import { putBytes, sharedSink, written } from '../../bytes/byte-sink.js';
import { concat } from '../../bytes/concat.js';
import { directoryOf, joinTables, type SubsetTables } from '../../fonts/sfnt/table-directory.js';
import { putFont } from '../paged/packed-font.js';
import { ADLER, type Packed, sumsOf } from '../paged/packed-outline.js';
import { deflateRaw } from './deflate.js';

/** A font as a zlib stream (RFC 1950): deflated, with the checksum of all that it stands for. */
export interface DeflatedFont {
  /** How many bytes it has when it is inflated. */
  readonly length: number;
  /** Its bytes, which stand until the next font is deflated. */
  readonly bytes: Uint8Array;
}

/** The checksum of pieces one behind the other: the sums of each were begun afresh. */
function checksumOf(pieces: Iterable<Pick<Packed, 'sums' | 'length'>>): Uint8Array {
  let [low, high] = [1, 0];
  for (const { sums, length } of pieces) {
    high = (high + sums[1] + length * (low + ADLER - 1)) % ADLER;
    low = (low + sums[0] + ADLER - 1) % ADLER;
  }
  const checksum = new Uint8Array(4);
  setUint16(checksum, 0, high);
  setUint16(checksum, 2, low);
  return checksum;
}

/** zlib's mark of a stream with a window of 32 kB. */
const ZLIB = Uint8Array.of(0x78, 0x01);

/** Room for a font of a report. */
const takeFont = sharedSink(1 << 18, 1 << 21);

/** What is no outline, up to this many bytes, is left as it is: packing it would take longer than it is worth. */
const LONGEST_STORED = 4096;

/** The last block, deflated, or of bytes as they are (RFC 1951, 3.2.4): their number, its complement, and they themselves. */
function lastBlock(bytes: Uint8Array): Uint8Array {
  const { length } = bytes;
  if (length > LONGEST_STORED) return deflateRaw(bytes);
  const number = [length & 0xff, length >> 8];
  return concat([Uint8Array.of(1, ...number, ...number.map((byte) => byte ^ 0xff)), bytes]);
}

/** Deflates a font. */
export function deflateFont(tables: SubsetTables): DeflatedFont {
  const [outlines, ...others] = tables;
  const rest = joinTables(others);
  const sink = takeFont();
  putBytes(sink, ZLIB);
  const pieces = putFont(sink, { head: directoryOf(tables), outlines: outlines.pieces, rest }, lastBlock);
  const all = [...pieces, { sums: sumsOf(rest), length: rest.length }];
  putBytes(sink, checksumOf(all));
  return { length: all.reduce((sum, { length }) => sum + length, 0), bytes: written(sink) };
}
