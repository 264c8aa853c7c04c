import { int16, uint16, uint32 } from '../../bytes/big-endian.js';
import type { Bytes } from '../../bytes/bytes.js';
import { type LimitOptions, limitsOf } from '../../limits/limits-of.js';
import { nameString, POSTSCRIPT_NAME } from './name-strings.js';
import { proveFont } from './prove-font.js';
import { readCharacterMap } from './read-character-map.js';
import { type Directory, readDirectory } from './table-directory.js';

/**
 * A TrueType font, read only as far as typesetting and embedding need: cmap, hmtx, loca, and the outlines in use. Layout tables are not
 * read: Chinese text, with one glyph per character, does not need them, and that is most of what makes this fast.
 */
export interface TrueType {
  /** The name that files refer to it by. */
  readonly postscriptName: string;
  /** Units of the font to its size. */
  readonly unitsPerEm: number;
  /** The box around all glyphs, in units of the font. */
  readonly bbox: readonly [minX: number, minY: number, maxX: number, maxY: number];
  /** The glyph of a code point; 0 where the font has none. */
  readonly glyphOf: (codePoint: number) => number;
  /** Advance of a glyph in font units. */
  readonly advanceOf: (glyph: number) => number;
  /** Left side bearing of a glyph in font units. */
  readonly bearingOf: (glyph: number) => number;
  /** The outline of a glyph as stored in the font; empty for white space. */
  readonly outlineOf: (glyph: number) => Uint8Array;
  /** A whole table by its tag. */
  readonly table: (tag: string) => Uint8Array | undefined;
}

/** Tables by their tags, each read when it is first asked for. */
function tablesOf(bytes: Bytes, directory: Directory): TrueType['table'] {
  const read = new Map<string, Uint8Array>();
  return (tag) => {
    const place = directory.get(tag);
    if (place === undefined) return undefined;
    const table = read.get(tag) ?? bytes.read(place.offset, place.length);
    read.set(tag, table);
    return table;
  };
}

/** Reads outlines when first needed and keeps them: at most the whole font. */
function outlinesOf(bytes: Bytes, directory: Directory, locate: (glyph: number) => number): TrueType['outlineOf'] {
  const start = directory.get('glyf')?.offset;
  if (start === undefined) throw new Error('字体缺少 glyf 表');
  const read = new Map<number, Uint8Array>();
  return (glyph) => {
    const known = read.get(glyph);
    if (known) return known;
    const from = locate(glyph);
    const outline = bytes.read(start + from, locate(glyph + 1) - from);
    read.set(glyph, outline);
    return outline;
  };
}

function readPostscriptName(name: Uint8Array): string {
  const found = nameString(name, POSTSCRIPT_NAME);
  if (found === undefined) throw new Error('字体没有 PostScript 名');
  return found;
}

/** Opens a font that is known to be whole, such as one that ships with the package. */
export function openWhole(bytes: Bytes): TrueType {
  const directory = readDirectory(bytes);
  const table = tablesOf(bytes, directory);
  const need = (tag: string): Uint8Array => {
    const found = table(tag);
    if (found === undefined) throw new Error(`字体缺少 ${tag.trim()} 表`);
    return found;
  };
  const head = need('head');
  const hmtx = need('hmtx');
  const loca = need('loca');
  const measured = uint16(need('hhea'), 34);
  const isLong = int16(head, 50) === 1;
  const locate = (glyph: number) => (isLong ? uint32(loca, 4 * glyph) : 2 * uint16(loca, 2 * glyph));
  return {
    postscriptName: readPostscriptName(need('name')),
    unitsPerEm: uint16(head, 18),
    bbox: [int16(head, 36), int16(head, 38), int16(head, 40), int16(head, 42)],
    glyphOf: readCharacterMap(need('cmap'), uint16(need('maxp'), 4)),
    advanceOf: (glyph) => uint16(hmtx, 4 * Math.min(glyph, measured - 1)),
    bearingOf: (glyph) =>
      glyph < measured ? int16(hmtx, 4 * glyph + 2) : int16(hmtx, 4 * measured + 2 * (glyph - measured)),
    outlineOf: outlinesOf(bytes, directory, locate),
    table,
  };
}

/**
 * Opens a font, whoever made it.
 *
 * @param options `limits`: how large it may be
 * @throws Error in Chinese if the bytes are no TrueType font with glyf outlines, or one that is damaged or too large
 */
export function openTrueType(bytes: Bytes, options: LimitOptions = {}): TrueType {
  proveFont(bytes, limitsOf(options));
  return openWhole(bytes);
}
