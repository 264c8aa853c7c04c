import { setUint32 } from '../../bytes/big-endian.js';
import { characterMap } from './character-map.js';
import { nameTable } from './name-table.js';
import { createSubset } from './subset.js';
import { tableOf, writeChecksums, writeFont } from './table-directory.js';
import type { TrueType } from './truetype.js';

/** A post table without glyph names. */
const POST = new Uint8Array(32);
setUint32(POST, 0, 0x00030000);

/**
 * A font cut down to some characters, as a file that systems can install. It keeps the name, the licence and the embedding permissions
 * of the font.
 */
export function fontFile(font: TrueType, characters: Iterable<string>): Uint8Array {
  const subset = createSubset(font);
  const points = [...new Set(characters)].map((character) => character.codePointAt(0) ?? 0).sort((a, b) => a - b);
  const known = points.filter((point) => font.glyphOf(point) !== 0);
  const glyphs = new Map(known.map((point) => [point, subset.include(font.glyphOf(point))]));
  const os2 = font.table('OS/2');
  const tables = [
    ...subset.tables(),
    ...(os2 ? [tableOf('OS/2', os2)] : []),
    tableOf('cmap', characterMap(glyphs)),
    tableOf('name', nameTable(font)),
    tableOf('post', POST),
  ];
  const file = writeFont(tables.toSorted((a, b) => (a.tag < b.tag ? -1 : 1)));
  writeChecksums(file);
  return file;
}
