import type { Bytes } from '../../bytes/bytes.js';
import { nameString, POSTSCRIPT_NAME } from './name-strings.js';
import { readCharacterMap } from './read-character-map.js';
import { type Directory, readDirectory } from './table-directory.js';

/**
 * A TrueType font, read only as far as setting and embedding need: cmap, hmtx, loca, and of glyf the outlines in use. No
 * layout tables: Chinese text at one glyph a character has no use for them, and leaving them out is most of what makes it fast.
 */
export interface TrueType {
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  readonly bbox: readonly [minX: number, minY: number, maxX: number, maxY: number];
  /** The glyph of a code point; 0 where the font has none. */
  readonly glyphOf: (codePoint: number) => number;
  /** Advance of a glyph in font units. */
  readonly advanceOf: (glyph: number) => number;
  /** Left side bearing of a glyph in font units. */
  readonly bearingOf: (glyph: number) => number;
  /** The outline of a glyph as it stands in the font; empty for white space. */
  readonly outlineOf: (glyph: number) => Buffer;
  /** A whole table by its tag. */
  readonly table: (tag: string) => Buffer | undefined;
}

/** Tables by their tags, each read when it is first asked for. */
function tablesOf(bytes: Bytes, directory: Directory): TrueType['table'] {
  const read = new Map<string, Buffer>();
  return (tag) => {
    const place = directory.get(tag);
    if (place === undefined) return undefined;
    const table = read.get(tag) ?? bytes.read(place.offset, place.length);
    read.set(tag, table);
    return table;
  };
}

/** Outlines in use, kept: at most the whole font. */
function outlinesOf(bytes: Bytes, directory: Directory, locate: (glyph: number) => number): TrueType['outlineOf'] {
  const start = directory.get('glyf')?.offset;
  if (start === undefined) throw new Error('字体缺少 glyf 表');
  const read = new Map<number, Buffer>();
  return (glyph) => {
    const known = read.get(glyph);
    if (known) return known;
    const from = locate(glyph);
    const outline = bytes.read(start + from, locate(glyph + 1) - from);
    read.set(glyph, outline);
    return outline;
  };
}

function readPostscriptName(name: Buffer): string {
  const found = nameString(name, POSTSCRIPT_NAME);
  if (found === undefined) throw new Error('字体没有 PostScript 名');
  return found;
}

/**
 * Opens a font.
 *
 * @throws Error in Chinese if the bytes are no TrueType font with glyf outlines
 */
export function openTrueType(bytes: Bytes): TrueType {
  const directory = readDirectory(bytes);
  const table = tablesOf(bytes, directory);
  const need = (tag: string): Buffer => {
    const found = table(tag);
    if (found === undefined) throw new Error(`字体缺少 ${tag.trim()} 表`);
    return found;
  };
  const head = need('head');
  const hmtx = need('hmtx');
  const loca = need('loca');
  const measured = need('hhea').readUInt16BE(34);
  const isLong = head.readInt16BE(50) === 1;
  const locate = (glyph: number) => (isLong ? loca.readUInt32BE(4 * glyph) : 2 * loca.readUInt16BE(2 * glyph));
  return {
    postscriptName: readPostscriptName(need('name')),
    unitsPerEm: head.readUInt16BE(18),
    bbox: [head.readInt16BE(36), head.readInt16BE(38), head.readInt16BE(40), head.readInt16BE(42)],
    glyphOf: readCharacterMap(need('cmap')),
    advanceOf: (glyph) => hmtx.readUInt16BE(4 * Math.min(glyph, measured - 1)),
    bearingOf: (glyph) =>
      glyph < measured ? hmtx.readInt16BE(4 * glyph + 2) : hmtx.readInt16BE(4 * measured + 2 * (glyph - measured)),
    outlineOf: outlinesOf(bytes, directory, locate),
    table,
  };
}
