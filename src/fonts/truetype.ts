import type { Bytes } from '../files.js';

/**
 * A TrueType font, read only as far as setting and embedding need: cmap, hmtx, loca, and of glyf the outlines in use. No
 * layout tables: Chinese text at one glyph a character has no use for them, and leaving them out is most of what makes it fast.
 * That is why it is written here: fontkit reads a font whole, and anew for each document that pdfkit makes.
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

/** Where each table stands in the file. */
type Directory = ReadonlyMap<string, { readonly offset: number; readonly length: number }>;

function readDirectory(bytes: Bytes): Directory {
  const head = bytes.read(0, 12);
  const version = head.length === 12 ? head.readUInt32BE(0) : 0;
  if (version !== 0x00010000 && version !== 0x74727565) throw new Error('不是 glyf 轮廓的 TrueType 字体');
  const count = head.readUInt16BE(4);
  const entries = bytes.read(12, 16 * count);
  return new Map(
    Array.from({ length: count }, (_, i) => {
      const at = 16 * i;
      const place = { offset: entries.readUInt32BE(at + 8), length: entries.readUInt32BE(at + 12) };
      return [entries.toString('latin1', at, at + 4), place] as const;
    }),
  );
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

/** Format 12: sorted groups of consecutive code points with consecutive glyphs. */
function lookupGroups(sub: Buffer): TrueType['glyphOf'] {
  const count = sub.readUInt32BE(12);
  return (codePoint) => {
    let low = 0;
    let high = count - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const at = 16 + 12 * middle;
      const first = sub.readUInt32BE(at);
      if (codePoint < first) high = middle - 1;
      else if (codePoint > sub.readUInt32BE(at + 4)) low = middle + 1;
      else return sub.readUInt32BE(at + 8) + codePoint - first;
    }
    return 0;
  };
}

/** Format 4: sorted segments of the basic plane, each with a shift or a list of glyphs. */
function lookupSegments(sub: Buffer): TrueType['glyphOf'] {
  const twice = sub.readUInt16BE(6);
  return (codePoint) => {
    if (codePoint > 0xffff) return 0;
    for (let i = 0; i < twice; i += 2) {
      if (codePoint > sub.readUInt16BE(14 + i)) continue;
      const first = sub.readUInt16BE(16 + twice + i);
      if (codePoint < first) return 0;
      const shift = sub.readUInt16BE(16 + 2 * twice + i);
      const rangeAt = 16 + 3 * twice + i;
      const range = sub.readUInt16BE(rangeAt);
      if (range === 0) return (codePoint + shift) & 0xffff;
      const glyph = sub.readUInt16BE(rangeAt + range + 2 * (codePoint - first));
      return glyph === 0 ? 0 : (glyph + shift) & 0xffff;
    }
    return 0;
  };
}

function readCmap(cmap: Buffer): TrueType['glyphOf'] {
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, i) => {
    const sub = cmap.subarray(cmap.readUInt32BE(8 + 8 * i));
    return { platform: cmap.readUInt16BE(4 + 8 * i), format: sub.readUInt16BE(0), sub };
  }).filter(({ platform }) => platform === 0 || platform === 3);
  const groups = subtables.find(({ format }) => format === 12);
  if (groups) return lookupGroups(groups.sub);
  const segments = subtables.find(({ format }) => format === 4);
  if (segments) return lookupSegments(segments.sub);
  throw new Error('字体没有可用的 Unicode 字符表');
}

function readPostscriptName(name: Buffer): string {
  const strings = name.subarray(name.readUInt16BE(4));
  for (let i = 0; i < name.readUInt16BE(2); i++) {
    const at = 6 + 12 * i;
    if (name.readUInt16BE(at) !== 3 || name.readUInt16BE(at + 6) !== 6) continue;
    const offset = name.readUInt16BE(at + 10);
    return Buffer.from(strings.subarray(offset, offset + name.readUInt16BE(at + 8)))
      .swap16()
      .toString('utf16le');
  }
  throw new Error('字体没有 PostScript 名');
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
    glyphOf: readCmap(need('cmap')),
    advanceOf: (glyph) => hmtx.readUInt16BE(4 * Math.min(glyph, measured - 1)),
    bearingOf: (glyph) =>
      glyph < measured ? hmtx.readInt16BE(4 * glyph + 2) : hmtx.readInt16BE(4 * measured + 2 * (glyph - measured)),
    outlineOf: outlinesOf(bytes, directory, locate),
    table,
  };
}
