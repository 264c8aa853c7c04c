import { characterMap } from './character-map.js';
import { nameTable } from './name-table.js';
import { createSubset } from './subset.js';
import type { TrueType } from './truetype.js';

const padded = (length: number): number => (length + 3) & ~3;

/** The sum of a table's 32-bit words, by which a system tells that a font is whole. */
function checksum(bytes: Buffer): number {
  const whole = Buffer.alloc(padded(bytes.length));
  bytes.copy(whole);
  let sum = 0;
  for (let at = 0; at < whole.length; at += 4) sum = (sum + whole.readUInt32BE(at)) >>> 0;
  return sum;
}

function tablesOf(font: Buffer): readonly (readonly [tag: string, bytes: Buffer])[] {
  return Array.from({ length: font.readUInt16BE(4) }, (_, i) => {
    const at = 12 + 16 * i;
    const offset = font.readUInt32BE(at + 8);
    return [font.toString('latin1', at, at + 4), font.subarray(offset, offset + font.readUInt32BE(at + 12))] as const;
  });
}

/** The directory of the tables and the tables behind it, in the order of their tags and with their checksums. */
function assemble(unsorted: readonly (readonly [tag: string, bytes: Buffer])[]): Buffer {
  const tables = unsorted.toSorted(([a], [b]) => (a < b ? -1 : 1));
  const header = Buffer.alloc(12 + 16 * tables.length);
  const power = Math.floor(Math.log2(tables.length));
  header.writeUInt32BE(0x00010000, 0);
  for (const [i, word] of [tables.length, 16 << power, power, 16 * tables.length - (16 << power)].entries()) {
    header.writeUInt16BE(word, 4 + 2 * i);
  }
  let offset = header.length;
  for (const [i, [tag, bytes]] of tables.entries()) {
    header.write(tag, 12 + 16 * i, 'latin1');
    for (const [j, word] of [checksum(bytes), offset, bytes.length].entries()) {
      header.writeUInt32BE(word, 16 + 16 * i + 4 * j);
    }
    offset += padded(bytes.length);
  }
  const bodies = tables.flatMap(([, bytes]) => [bytes, Buffer.alloc(padded(bytes.length) - bytes.length)]);
  return Buffer.concat([header, ...bodies]);
}

/** The head table's own entry makes the sum of the whole file a fixed number. */
function withSum(font: Buffer): Buffer {
  const at = tablesOf(font).find(([tag]) => tag === 'head')?.[1].byteOffset ?? 0;
  const whole = Buffer.from(font);
  whole.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, at - font.byteOffset + 8);
  return whole;
}

/** A post table without glyph names. */
const POST = Buffer.alloc(32);
POST.writeUInt32BE(0x00030000, 0);

/**
 * A font cut down to some characters, as a file that systems can install: with its own name, its licence and its word on
 * embedding.
 */
export function fontFile(font: TrueType, characters: Iterable<string>): Buffer {
  const subset = createSubset(font);
  const points = [...new Set(characters)].map((character) => character.codePointAt(0) ?? 0).sort((a, b) => a - b);
  const known = points.filter((point) => font.glyphOf(point) !== 0);
  const glyphs = new Map(known.map((point) => [point, subset.include(font.glyphOf(point))]));
  const os2 = font.table('OS/2');
  return withSum(
    assemble([
      ...tablesOf(subset.encode()),
      ...(os2 ? [['OS/2', os2] as const] : []),
      ['cmap', characterMap(glyphs)],
      ['name', nameTable(font)],
      ['post', POST],
    ]),
  );
}
