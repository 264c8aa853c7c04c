import { setUint16 } from '../../bytes/big-endian.js';
import { concat } from '../../bytes/concat.js';
import { directoryOf, joinTables, type SubsetTables } from '../../fonts/sfnt/table-directory.js';
import { packFont } from '../paged/packed-font.js';
import { ADLER, type Sums, sumsOf } from '../paged/packed-outline.js';
import { deflateRaw } from './deflate.js';

/** A font as a zlib stream (RFC 1950): deflated, with the checksum of all that it stands for. */
export interface DeflatedFont {
  /** How many bytes it has when it is inflated. */
  readonly length: number;
  readonly bytes: Uint8Array;
}

/** The sums of a whole whose second part begins afresh. */
function addSums([low, high]: Sums, [nextLow, nextHigh]: Sums, length: number): Sums {
  return [(low + nextLow + ADLER - 1) % ADLER, (high + nextHigh + length * (low + ADLER - 1)) % ADLER];
}

/** zlib's mark of a stream with a window of 32 kB. */
const ZLIB = Uint8Array.of(0x78, 0x01);

/** Deflates a font. */
export function deflateFont(tables: SubsetTables): DeflatedFont {
  const [outlines, ...others] = tables;
  const rest = joinTables(others);
  const { pieces, bytes } = packFont({ head: directoryOf(tables), outlines: outlines.pieces, rest }, deflateRaw);
  const before = pieces.reduce((sums: Sums, piece) => addSums(sums, piece.sums, piece.length), [1, 0]);
  const [low, high] = addSums(before, sumsOf(rest), rest.length);
  const checksum = new Uint8Array(4);
  setUint16(checksum, 0, high);
  setUint16(checksum, 2, low);
  return {
    length: pieces.reduce((sum, { length }) => sum + length, rest.length),
    bytes: concat([ZLIB, bytes, checksum]),
  };
}
