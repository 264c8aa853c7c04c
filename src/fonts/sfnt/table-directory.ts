import type { Bytes } from '../../bytes/bytes.js';

/** The directory that a font file begins with: its tables by their tags (OpenType, "Organization of an OpenType font"). */

const TRUETYPE = 0x00010000;
/** `true`, as Apple's fonts begin. */
const APPLE = 0x74727565;

/** The directory's own head, and an entry for each table: tag, checksum, offset, length. */
const [HEAD, ENTRY] = [12, 16];

/** Where each table stands in the file. */
export type Directory = ReadonlyMap<string, { readonly offset: number; readonly length: number }>;

/** @throws Error in Chinese if the bytes are no TrueType font */
export function readDirectory(bytes: Bytes): Directory {
  const head = bytes.read(0, HEAD);
  const version = head.length === HEAD ? head.readUInt32BE(0) : 0;
  if (version !== TRUETYPE && version !== APPLE) throw new Error('不是 glyf 轮廓的 TrueType 字体');
  const count = head.readUInt16BE(4);
  const entries = bytes.read(HEAD, ENTRY * count);
  return new Map(
    Array.from({ length: count }, (_, i) => {
      const at = ENTRY * i;
      const place = { offset: entries.readUInt32BE(at + 8), length: entries.readUInt32BE(at + 12) };
      return [entries.toString('latin1', at, at + 4), place] as const;
    }),
  );
}

/** A table of a font to be written; it may be in pieces, and its length then counts the padding between and behind them. */
export interface FontTable {
  readonly tag: string;
  readonly pieces: readonly Buffer[];
  readonly length: number;
}

/** A table in one piece. */
export const tableOf = (tag: string, bytes: Buffer): FontTable => ({ tag, pieces: [bytes], length: bytes.length });

/** Tables, and each of their pieces, begin at a multiple of four bytes. */
export const padded = (length: number): number => (length + 3) & ~3;

/** A font with no checksums yet. */
export function writeFont(tables: readonly FontTable[]): Buffer {
  const start = HEAD + ENTRY * tables.length;
  const font = Buffer.alloc(tables.reduce((size, { length }) => size + padded(length), start));
  const power = Math.floor(Math.log2(tables.length));
  font.writeUInt32BE(TRUETYPE, 0);
  for (const [i, word] of [tables.length, 16 << power, power, 16 * tables.length - (16 << power)].entries()) {
    font.writeUInt16BE(word, 4 + 2 * i);
  }
  let offset = start;
  for (const [i, { tag, pieces, length }] of tables.entries()) {
    const at = HEAD + ENTRY * i;
    font.write(tag, at, 'latin1');
    font.writeUInt32BE(offset, at + 8);
    font.writeUInt32BE(length, at + 12);
    for (const piece of pieces) {
      piece.copy(font, offset);
      offset += padded(piece.length);
    }
  }
  return font;
}

/** The sum of 32-bit words, by which a system tells that a font is whole. */
function checksum(words: Buffer): number {
  let sum = 0;
  for (let at = 0; at < words.length; at += 4) sum = (sum + words.readUInt32BE(at)) >>> 0;
  return sum;
}

/** Where the head table has the entry that makes the sum of the whole file a fixed number, and that number. */
const [ADJUSTMENT, WHOLE] = [8, 0xb1b0afba];

/** Gives each table of a font its checksum, and the font its own. The head table's entry for it must be 0. */
export function writeChecksums(font: Buffer): void {
  const directory = readDirectory({ length: font.length, read: (at, length) => font.subarray(at, at + length) });
  for (const [i, { offset, length }] of [...directory.values()].entries()) {
    font.writeUInt32BE(checksum(font.subarray(offset, offset + padded(length))), HEAD + ENTRY * i + 4);
  }
  const head = directory.get('head');
  if (head) font.writeUInt32BE((WHOLE - checksum(font)) >>> 0, head.offset + ADJUSTMENT);
}
