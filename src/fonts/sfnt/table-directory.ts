import { setUint16, setUint32, uint16, uint32 } from '../../bytes/big-endian.js';
import { type Bytes, inMemory } from '../../bytes/bytes.js';

/** The directory that a font file begins with: its tables by their tags (OpenType, "Organization of an OpenType font"). */

const TRUETYPE = 0x00010000;
/** `true`: the version tag of fonts from Apple. */
const APPLE = 0x74727565;

/** Lengths of the header and of an entry: tag, checksum, offset, length. */
const [HEAD, ENTRY] = [12, 16];

/** Where each table stands in the file. */
export type Directory = ReadonlyMap<string, { readonly offset: number; readonly length: number }>;

/** @throws Error in Chinese if the bytes are no TrueType font */
export function readDirectory(bytes: Bytes): Directory {
  const head = bytes.read(0, HEAD);
  const version = head.length === HEAD ? uint32(head, 0) : 0;
  if (version !== TRUETYPE && version !== APPLE) throw new Error('不是 glyf 轮廓的 TrueType 字体');
  const count = uint16(head, 4);
  const entries = bytes.read(HEAD, ENTRY * count);
  return new Map(
    Array.from({ length: count }, (_, i) => {
      const at = ENTRY * i;
      const place = { offset: uint32(entries, at + 8), length: uint32(entries, at + 12) };
      return [String.fromCharCode(...entries.subarray(at, at + 4)), place] as const;
    }),
  );
}

/** A table of a font to be written; it may be in pieces, and its length then counts the padding between and behind them. */
export interface FontTable {
  readonly tag: string;
  readonly pieces: readonly Uint8Array[];
  readonly length: number;
}

/** Tables of which the first has the outlines, a piece each. */
export type SubsetTables = readonly [FontTable, ...FontTable[]];

/** A table in one piece. */
export const tableOf = (tag: string, bytes: Uint8Array): FontTable => ({ tag, pieces: [bytes], length: bytes.length });

/** Tables, and each of their pieces, begin at a multiple of four bytes. */
export const padded = (length: number): number => (length + 3) & ~3;

/** How long that is which a font of so many tables begins with. */
export const directoryLength = ({ length }: readonly FontTable[]): number => HEAD + ENTRY * length;

/** How a font begins whose tables follow in this order: what there is and where, by tag, without checksums. */
export function directoryOf(tables: readonly FontTable[]): Uint8Array {
  const head = new Uint8Array(directoryLength(tables));
  const power = Math.floor(Math.log2(tables.length));
  setUint32(head, 0, TRUETYPE);
  for (const [i, word] of [tables.length, 16 << power, power, 16 * tables.length - (16 << power)].entries()) {
    setUint16(head, 4 + 2 * i, word);
  }
  const tags = tables.map(({ tag }) => tag).toSorted();
  let offset = head.length;
  for (const { tag, length } of tables) {
    const at = HEAD + ENTRY * tags.indexOf(tag);
    for (let k = 0; k < tag.length; k++) head[at + k] = tag.charCodeAt(k);
    setUint32(head, at + 8, offset);
    setUint32(head, at + 12, length);
    offset += padded(length);
  }
  return head;
}

/** A font in the parts in which it is packed: what is before its outlines, each of these, and what follows. */
export interface FontParts {
  readonly head: Uint8Array;
  readonly outlines: readonly Uint8Array[];
  readonly rest: Uint8Array;
}

/** Tables one behind the other, with the padding between and behind them. */
export function joinTables(tables: readonly FontTable[]): Uint8Array {
  const pieces = tables.flatMap((table) => table.pieces);
  const joined = new Uint8Array(pieces.reduce((size, { length }) => size + padded(length), 0));
  let offset = 0;
  for (const piece of pieces) {
    joined.set(piece, offset);
    offset += padded(piece.length);
  }
  return joined;
}

/** Writes a font, without checksums. */
export const writeFont = (tables: readonly FontTable[]): Uint8Array =>
  joinTables([tableOf('', directoryOf(tables)), ...tables]);

/** The sum of the 32-bit words, by which systems check that a font is complete. */
function checksum({ buffer, byteOffset, length }: Uint8Array): number {
  const words = new DataView(buffer, byteOffset, length);
  let sum = 0;
  for (let at = 0; at < length; at += 4) sum = (sum + words.getUint32(at)) >>> 0;
  return sum;
}

/** The offset in the head table of the value that brings the checksum of the file to a fixed number, and that number. */
const [ADJUSTMENT, WHOLE] = [8, 0xb1b0afba];

/** Writes the checksums of the tables and of the font. The adjustment in the head table must be 0 before. */
export function writeChecksums(font: Uint8Array): void {
  const directory = readDirectory(inMemory(font));
  let whole = 0;
  for (const [i, { offset, length }] of [...directory.values()].entries()) {
    const sum = checksum(font.subarray(offset, offset + padded(length)));
    setUint32(font, HEAD + ENTRY * i + 4, sum);
    whole += sum;
  }
  whole += checksum(font.subarray(0, HEAD + ENTRY * directory.size));
  const head = directory.get('head');
  if (head) setUint32(font, head.offset + ADJUSTMENT, (WHOLE - whole) >>> 0);
}
