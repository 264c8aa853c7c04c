import { type ByteSink, makeRoom, putBytes } from '../../bytes/byte-sink.js';
import { type FontParts, padded } from '../../fonts/sfnt/table-directory.js';
import { once } from '../../memo/once.js';
import { appendBits, bitsBehind, endByte, putBits } from './bit-sink.js';
import { BLOCK_HEAD, END_OF_BLOCK, SYMBOLS } from './outline-codes.js';
import { type Packed, pack } from './packed-outline.js';

// A fast path: a font is deflated without zlib looking at its outlines, which are nine tenths of the work of a file. Each outline is packed
// by itself, by codes that are the same for all, when it is first drawn; after that its bits are only put behind those of the
// others. What is skipped is the search for repeats from one outline to the next, and codes made for each font, which together save a
// fourteenth of the bytes. It is safe because the result is ordinary deflated bytes (RFC 1951): the tests inflate them and compare them
// with the font as `writeFont` has it.

/** Packed outlines live as long as the font keeps its outlines. */
const packedOutline = once((outline: Uint8Array): Packed => {
  const whole = new Uint8Array(padded(outline.length));
  whole.set(outline);
  return pack(whole);
});

/** What ends the block, so that whole bytes follow: an empty block of bytes as they are (RFC 1951, 3.2.4), whose length and its complement follow. */
const EMPTY = Uint8Array.of(0, 0, 0xff, 0xff);

/** Writes one block of packed pieces. */
function putBlock(sink: ByteSink, pieces: readonly Packed[]): void {
  let bits = BLOCK_HEAD.count;
  for (const { count } of pieces) bits += count;
  makeRoom(sink, (bits >> 3) + 16);
  const block = bitsBehind(sink);
  appendBits(block, BLOCK_HEAD);
  for (const piece of pieces) appendBits(block, piece);
  const end = SYMBOLS[END_OF_BLOCK] as number;
  putBits(block, end >> 4, end & 15);
  putBits(block, 0, 3);
  sink.at = endByte(block);
  putBytes(sink, EMPTY);
}

/**
 * Writes a font, deflated; `deflateRaw` deflates what is no outline. Returns what was packed by the codes for all, in its order: all but
 * the rest.
 */
export function putFont(
  sink: ByteSink,
  { head, outlines, rest }: FontParts,
  deflateRaw: (bytes: Uint8Array) => Uint8Array,
): readonly Packed[] {
  const pieces = [pack(head)];
  for (const outline of outlines) pieces.push(packedOutline(outline));
  putBlock(sink, pieces);
  putBytes(sink, deflateRaw(rest));
  return pieces;
}
