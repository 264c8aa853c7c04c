import { type Bits, bitSink, bitsOf, putBits } from './bit-sink.js';

/**
 * The codes of one Deflate block for all outlines (RFC 1951, 3.2.7): how long the code of each symbol is in bits, as Huffman's
 * method has it for what was once counted in the outlines of the fixtures' files. Every symbol has a code, so any bytes can be written.
 */
const LENGTHS = {
  symbols: [
    '55555555666666666677666577777777777677658888888888777765989999889899999999999999999999999aaaaaa',
    'aaaaaaaaaaaaaaaaaaaaaaaaaaaabaaaabbbbbbbbbbbbbbabbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbcc',
    'bbbcbccbcbcccccbcccccccccccccccccccccccccccccccdcccccccccccccca978f5789bbbddfffffffffffffffffff',
  ].join(''),
  distances: '7555654434333446689acccc',
};

/** A code and its length, as one number: the length is its lowest four bits. The code is turned round, since it is written from its first bit. */
type Codes = Uint32Array;

const reversed = (code: number, length: number): number => {
  let turned = 0;
  for (let i = 0; i < length; i++) turned |= ((code >> i) & 1) << (length - 1 - i);
  return turned;
};

/** Codes by their lengths alone: shorter ones first, those of one length by their symbols (RFC 1951, 3.2.2). */
function codesOf(lengths: readonly number[]): Codes {
  const codes = new Uint32Array(lengths.length);
  let next = 0;
  for (let length = 1; length <= 15; length++) {
    for (const [symbol, own] of lengths.entries()) {
      if (own === length) codes[symbol] = (reversed(next++, length) << 4) | length;
    }
    next <<= 1;
  }
  return codes;
}

const digits = (text: string): readonly number[] => Array.from(text, (digit) => Number.parseInt(digit, 16));

/** The symbols 0 to 255 are bytes, 256 is the end, and the others are lengths of repeats. */
export const SYMBOLS = codesOf(digits(LENGTHS.symbols));
export const DISTANCES = codesOf(digits(LENGTHS.distances));
export const END_OF_BLOCK = 256;

/** The order in which lengths of lengths are written, of which 16 to 18 are runs and not used here. */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** What the block begins with: that it is not the last and has codes of its own, and these codes, each length in four bits. */
function blockHead(): Bits {
  const sink = bitSink(256);
  putBits(sink, 0b100, 3);
  putBits(sink, SYMBOLS.length - 257, 5);
  putBits(sink, DISTANCES.length - 1, 5);
  putBits(sink, ORDER.length - 4, 4);
  for (const length of ORDER) putBits(sink, length < 16 ? 4 : 0, 3);
  for (const length of digits(LENGTHS.symbols + LENGTHS.distances)) putBits(sink, reversed(length, 4), 4);
  return bitsOf(sink);
}

export const BLOCK_HEAD = blockHead();
