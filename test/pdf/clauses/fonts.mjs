import { readFont } from '../../readers/pdf-fonts.mjs';
import { walkContent } from './content.mjs';

/** ISO 19005-2, 6.2.11: fonts embedded, widths those of the font file, no .notdef, every character with its Unicode. */

/** Advances of an embedded font in thousandths. @param {Buffer} font */
function advances(font) {
  const tables = new Map(
    Array.from({ length: font.readUInt16BE(4) }, (_, i) => {
      const at = 12 + 16 * i;
      return [font.toString('latin1', at, at + 4), font.subarray(font.readUInt32BE(at + 8))];
    }),
  );
  const [head, hhea, hmtx, maxp] = ['head', 'hhea', 'hmtx', 'maxp'].map(
    (tag) => /** @type {Buffer} */ (tables.get(tag)),
  );
  const measured = hhea.readUInt16BE(34);
  const scale = 1000 / head.readUInt16BE(18);
  return {
    count: maxp.readUInt16BE(4),
    of: (/** @type {number} */ glyph) => hmtx.readUInt16BE(4 * Math.min(glyph, measured - 1)) * scale,
  };
}

/** @param {any} dict @param {number[]} used @param {import('./file.mjs').File} file */
function fontFaults(dict, used, { get }) {
  const [descendant] = get(dict.DescendantFonts).map(get);
  const program = get(get(descendant.FontDescriptor).FontFile2)?.bytes;
  if (dict.Encoding !== '/Identity-H' || descendant.CIDToGIDMap !== '/Identity') return ['codes are not glyph numbers'];
  if (program === undefined) return ['not embedded'];
  if (!dict.ToUnicode) return ['without ToUnicode'];
  if (!/^\/[A-Z]{6}\+/.test(dict.BaseFont)) return ['not named as a subset'];
  const { decode } = readFont(dict, /** @type {any} */ ({ resolve: get }));
  const { count, of } = advances(program);
  return used.flatMap((glyph) => {
    const code = Buffer.alloc(2);
    code.writeUInt16BE(glyph);
    const [character] = (() => {
      try {
        return decode(code);
      } catch {
        return [undefined];
      }
    })();
    if (character === undefined || /^[\0\uFEFF\uFFFE]?$/.test(character.text)) return [`glyph ${glyph} has no Unicode`];
    if (glyph === 0 || glyph >= count) return [`glyph ${glyph} is .notdef`];
    const [said, is] = [character.advance * 1000, of(glyph)];
    return Math.abs(said - is) > 0.01 ? [`glyph ${glyph} is ${said} wide, in the font ${is}`] : [];
  });
}

/** @param {import('./file.mjs').File} file */
export function allFontFaults(file) {
  const { pages, get } = file;
  /** @type {Map<any, Set<number>>} */
  const used = new Map();
  for (const page of pages) {
    const fonts = get(get(page.Resources).Font) ?? {};
    for (const { font, string } of walkContent(get(page.Contents).bytes).shown) {
      const dict = get(fonts[font]);
      if (dict === undefined) return [`fonts: no font ${font}`];
      const glyphs = used.get(dict) ?? new Set();
      used.set(dict, glyphs);
      for (let i = 0; i + 1 < string.length; i += 2) glyphs.add(string.readUInt16BE(i));
    }
  }
  if (used.size === 0) return ['fonts: none'];
  return [...used].flatMap(([dict, glyphs]) =>
    fontFaults(dict, [...glyphs], file).map((fault) => `fonts: ${dict.BaseFont}: ${fault}`),
  );
}
