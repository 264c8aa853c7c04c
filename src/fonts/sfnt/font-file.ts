import { setUint32 } from '../../bytes/big-endian.js';
import { characterMap } from './character-map.js';
import { nameTable } from './name-table.js';
import { createSubset } from './subset.js';
import { directoryLength, type FontParts, tableOf, writeChecksums, writeFont } from './table-directory.js';
import type { TrueType } from './truetype.js';

/** A post table without glyph names. */
const POST = new Uint8Array(32);
setUint32(POST, 0, 0x00030000);

/** A font cut down to the characters that are drawn, as a file that systems can install. */
export interface FontFile {
  /** The number in the file of the glyph that draws a character; adds it if it is new. 0 if the font has none. */
  readonly include: (point: number) => number;
  readonly written: () => WrittenFont;
}

/** A font file as it is written, whole and in its parts. */
export interface WrittenFont extends FontParts {
  readonly bytes: Uint8Array;
}

/** The file of a font, with no characters yet. It keeps the name, the licence and the embedding permissions of the font. */
export function beginFontFile(font: TrueType): FontFile {
  const subset = createSubset(font);
  const glyphs = new Map<number, number>();
  const include = (point: number): number => {
    const glyph = font.glyphOf(point);
    if (glyph === 0) return 0;
    const number = subset.include(glyph);
    glyphs.set(point, number);
    return number;
  };
  const written = (): WrittenFont => {
    const os2 = font.table('OS/2');
    const [outlines, ...others] = subset.tables();
    const tables = [
      outlines,
      ...others,
      ...(os2 ? [tableOf('OS/2', os2)] : []),
      tableOf('cmap', characterMap(glyphs)),
      tableOf('name', nameTable(font)),
      tableOf('post', POST),
    ];
    const bytes = writeFont(tables);
    writeChecksums(bytes);
    const start = directoryLength(tables);
    return {
      bytes,
      head: bytes.subarray(0, start),
      outlines: outlines.pieces,
      rest: bytes.subarray(start + outlines.length),
    };
  };
  return { include, written };
}

/** A font cut down to some characters. */
export function fontFile(font: TrueType, characters: Iterable<string>): Uint8Array {
  const file = beginFontFile(font);
  const points = [...new Set(characters)].map((character) => character.codePointAt(0) ?? 0).sort((a, b) => a - b);
  for (const point of points) file.include(point);
  return file.written().bytes;
}
