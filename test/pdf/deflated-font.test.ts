import { inflateSync } from 'node:zlib';
import { createSubset } from '../../src/fonts/sfnt/subset.js';
import { padded, tableOf, writeFont } from '../../src/fonts/sfnt/table-directory.js';
import { deflateFont } from '../../src/formats/pdf/deflated-font.js';
import { shippedFonts } from '../../src/host/opened-fonts.js';
import { fc } from '../fast-check.js';

const bytes = fc.uint8Array({ maxLength: 700 });
/** Bytes that repeat, near and far. */
const repeating = fc.tuple(bytes, fc.integer({ min: 1, max: 40 })).map(([piece, times]) => {
  const whole = new Uint8Array(piece.length * times);
  for (let i = 0; i < times; i++) whole.set(piece, i * piece.length);
  return whole;
});

test('a font deflated by outlines is the font that is written whole', () => {
  const pieces = fc.array(fc.oneof(bytes, repeating), { maxLength: 12 });
  fc.assert(
    fc.property(pieces, bytes, (outlines, other) => {
      const length = outlines.reduce((sum, piece) => sum + padded(piece.length), 0);
      const tables = [{ tag: 'glyf', pieces: outlines, length }, tableOf('loca', other)];
      const font = deflateFont(tables);
      expect(Buffer.compare(inflateSync(font.bytes), writeFont(tables))).toBe(0);
      expect(font.length).toBe(writeFont(tables).length);
    }),
    { numRuns: 150 },
  );
});

test('and so for every shipped face, drawn again in another order', () => {
  for (const face of ['song', 'fangsong', 'kai', 'hei', 'xiaobiaosong']) {
    const font = shippedFonts.face(face);
    for (const text of ['政府信息公开工作年度报告，2024 年。é（一）', '（一）年度报告：一二三é，政府信息']) {
      const subset = createSubset(font);
      for (const character of text) subset.include(font.glyphOf(character.codePointAt(0) as number));
      const tables = subset.tables();
      expect(Buffer.compare(inflateSync(deflateFont(tables).bytes), writeFont(tables))).toBe(0);
    }
  }
});
