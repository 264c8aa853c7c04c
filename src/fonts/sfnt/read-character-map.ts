type GlyphOf = (codePoint: number) => number;

/** Format 12: sorted groups of consecutive code points with consecutive glyphs. */
function lookupGroups(sub: Buffer): GlyphOf {
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
function lookupSegments(sub: Buffer): GlyphOf {
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

/**
 * The way from code points to glyphs: 0 where the font has none.
 *
 * @throws Error in Chinese if the font has no map for Unicode in format 12 or 4
 */
export function readCharacterMap(cmap: Buffer): GlyphOf {
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
