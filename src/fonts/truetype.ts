/**
 * A TrueType font, read only as far as setting and embedding need: cmap, hmtx, loca and glyf. No layout tables: Chinese
 * text at one glyph a character has no use for them, and leaving them out is most of what makes it fast.
 */
export interface TrueType {
  readonly bytes: Buffer;
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

type Tables = ReadonlyMap<string, Buffer>;

function readTables(bytes: Buffer): Tables {
  const version = bytes.length >= 12 ? bytes.readUInt32BE(0) : 0;
  if (version !== 0x00010000 && version !== 0x74727565) throw new Error('不是 glyf 轮廓的 TrueType 字体');
  const entries = Array.from({ length: bytes.readUInt16BE(4) }, (_, i): [string, Buffer] => {
    const at = 12 + 16 * i;
    const offset = bytes.readUInt32BE(at + 8);
    return [bytes.toString('latin1', at, at + 4), bytes.subarray(offset, offset + bytes.readUInt32BE(at + 12))];
  });
  return new Map(entries);
}

function need(tables: Tables, tag: string): Buffer {
  const table = tables.get(tag);
  if (table === undefined) throw new Error(`字体缺少 ${tag.trim()} 表`);
  return table;
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
export function openTrueType(bytes: Buffer): TrueType {
  const tables = readTables(bytes);
  const head = need(tables, 'head');
  const hmtx = need(tables, 'hmtx');
  const loca = need(tables, 'loca');
  const glyf = need(tables, 'glyf');
  const measured = need(tables, 'hhea').readUInt16BE(34);
  const isLong = head.readInt16BE(50) === 1;
  const locate = (glyph: number) => (isLong ? loca.readUInt32BE(4 * glyph) : 2 * loca.readUInt16BE(2 * glyph));
  return {
    bytes,
    postscriptName: readPostscriptName(need(tables, 'name')),
    unitsPerEm: head.readUInt16BE(18),
    bbox: [head.readInt16BE(36), head.readInt16BE(38), head.readInt16BE(40), head.readInt16BE(42)],
    glyphOf: readCmap(need(tables, 'cmap')),
    advanceOf: (glyph) => hmtx.readUInt16BE(4 * Math.min(glyph, measured - 1)),
    bearingOf: (glyph) =>
      glyph < measured ? hmtx.readInt16BE(4 * glyph + 2) : hmtx.readInt16BE(4 * measured + 2 * (glyph - measured)),
    outlineOf: (glyph) => glyf.subarray(locate(glyph), locate(glyph + 1)),
    table: (tag) => tables.get(tag),
  };
}
