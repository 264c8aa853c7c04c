import { concat } from '../../bytes/concat.js';
import { type FontParts, padded } from '../../fonts/sfnt/table-directory.js';
import { once } from '../../memo/once.js';
import { appendBits, bitSink, putBits, writtenBytes } from './bit-sink.js';
import { BLOCK_HEAD, END_OF_BLOCK, SYMBOLS } from './outline-codes.js';
import { type Packed, pack } from './packed-outline.js';

/**
 * A fast path: a font is deflated without zlib looking at its outlines, which are nine tenths of the work of a file. Each outline is packed
 * by itself, by codes that are the same for all, when it is first drawn; after that its bits are only put behind those of the
 * others. What is skipped is the search for repeats from one outline to the next, and codes made for each font, which together save a
 * fourteenth of the bytes. It is safe because the result is ordinary deflated bytes (RFC 1951): the tests inflate them and compare them
 * with the font as `writeFont` has it.
 */
interface PackedFont {
  readonly bytes: Uint8Array;
  /** What was packed by the codes for all, in its order: all but the rest. */
  readonly pieces: readonly Packed[];
}

/** Packed outlines live as long as the font keeps its outlines. */
const packedOutline = once((outline: Uint8Array): Packed => {
  const whole = new Uint8Array(padded(outline.length));
  whole.set(outline);
  return pack(whole);
});

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

/** Deflates a font; `deflateRaw` deflates what is no outline. */
export function packFont(
  { head, outlines, rest }: FontParts,
  deflateRaw: (bytes: Uint8Array) => Uint8Array,
): PackedFont {
  const pieces = [pack(head), ...outlines.map(packedOutline)];
  return { pieces, bytes: concat([blockOf(pieces), deflateRaw(rest)]) };
}
