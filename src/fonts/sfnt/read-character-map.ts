import { uint16, uint32 } from '../../bytes/big-endian.js';

type GlyphOf = (codePoint: number) => number;

/** Format 12: sorted groups of consecutive code points with consecutive glyphs. */
function lookupGroups(sub: Uint8Array): GlyphOf {
  const count = Math.min(uint32(sub, 12), Math.floor((sub.length - 16) / 12));
  return (codePoint) => {
    let low = 0;
    let high = count - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const at = 16 + 12 * middle;
      const first = uint32(sub, at);
      if (codePoint < first) high = middle - 1;
      else if (codePoint > uint32(sub, at + 4)) low = middle + 1;
      else return uint32(sub, at + 8) + codePoint - first;
    }
    return 0;
  };
}

/** Format 4: sorted segments of the basic plane, each with a shift or a list of glyphs. */
function lookupSegments(sub: Uint8Array): GlyphOf {
  const twice = Math.min(uint16(sub, 6), Math.floor((sub.length - 16) / 8) * 2);
  /** Where the first segment stands that ends with a code point or behind it. */
  const segmentOf = (codePoint: number): number => {
    let [low, high] = [0, twice / 2];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (codePoint > uint16(sub, 14 + 2 * middle)) low = middle + 1;
      else high = middle;
    }
    return 2 * low;
  };
  return (codePoint) => {
    const i = codePoint > 0xffff ? twice : segmentOf(codePoint);
    const first = i < twice ? uint16(sub, 16 + twice + i) : Number.POSITIVE_INFINITY;
    if (codePoint < first) return 0;
    const shift = uint16(sub, 16 + 2 * twice + i);
    const rangeAt = 16 + 3 * twice + i;
    const range = uint16(sub, rangeAt);
    if (range === 0) return (codePoint + shift) & 0xffff;
    const glyphAt = rangeAt + range + 2 * (codePoint - first);
    const glyph = glyphAt + 2 > sub.length ? 0 : uint16(sub, glyphAt);
    return glyph === 0 ? 0 : (glyph + shift) & 0xffff;
  };
}

/** A glyph that the font does not have is none. */
const within =
  (glyphOf: GlyphOf, count: number): GlyphOf =>
  (codePoint) => {
    const glyph = glyphOf(codePoint);
    return glyph < count ? glyph : 0;
  };

/**
 * Reads a cmap table. The result gives the glyph of a code point, 0 if the font has none.
 *
 * @param glyphs how many the font has
 * @throws Error in Chinese if the font has no map for Unicode in format 12 or 4
 */
export function readCharacterMap(cmap: Uint8Array, glyphs: number): GlyphOf {
  const subtables = Array.from({ length: uint16(cmap, 2) }, (_, i) => {
    const sub = cmap.subarray(uint32(cmap, 8 + 8 * i));
    return { platform: uint16(cmap, 4 + 8 * i), format: uint16(sub, 0), sub };
  }).filter(({ platform }) => platform === 0 || platform === 3);
  const groups = subtables.find(({ format }) => format === 12);
  if (groups) return within(lookupGroups(groups.sub), glyphs);
  const segments = subtables.find(({ format }) => format === 4);
  if (segments) return within(lookupSegments(segments.sub), glyphs);
  throw new Error('字体没有可用的 Unicode 字符表');
}
