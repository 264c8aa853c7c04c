import { describe, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { uint16, uint32 } from '../../src/bytes/big-endian.js';
import { inMemory } from '../../src/bytes/bytes.js';
import { openTrueType, type TrueType } from '../../src/fonts/sfnt/truetype.js';
import { toDocx } from '../../src/index.js';
import { openDocx } from '../readers/docx-package.mjs';
import { ROOT } from '../readers/fixtures.mjs';
import { at, descendants } from '../readers/xml.mjs';
import { reports } from '../render/reports.js';
import { bytesOf, extreme } from './files.js';
import { charactersByFont } from './word-fonts.mjs';

// Fonts inside the file: found by their own names, readable once the mask is off, and with every character they set.

/** ECMA-376, part 4, 17.8.1, the other way round: the key's bytes, last first, over the first two times 16 bytes. */
function unmask(bytes: Uint8Array, key: string): Uint8Array {
  const mask = (key.match(/[\dA-F]{2}/g) ?? []).map((pair) => Number.parseInt(pair, 16)).toReversed();
  return bytes.map((byte, i) => (i < 32 ? byte ^ (mask[i % 16] ?? 0) : byte));
}

interface Carried {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly font: TrueType;
}

function carriedIn(docx: Uint8Array): readonly Carried[] {
  const file = openDocx(docx);
  const parts = unzipSync(docx);
  const relations = file.relationships('word/fontTable.xml');
  return descendants(file.xml('word/fontTable.xml'), 'w:font').flatMap((element) => {
    const embedded = at(element, 'w:embedRegular')?.attributes;
    if (embedded === undefined) return [];
    const target = relations.find(({ id }) => id === embedded['r:id'])?.target ?? '';
    const bytes = unmask(parts[target] ?? new Uint8Array(), embedded['w:fontKey'] ?? '');
    return [{ name: element.attributes['w:name'] ?? '', bytes, font: openTrueType(inMemory(bytes)) }];
  });
}

/** A string for Windows from a name table. */
function nameOf(font: TrueType, id: number): string {
  const table = font.table('name') as Uint8Array;
  const at = Array.from({ length: uint16(table, 2) }, (_, i) => 6 + 12 * i).find(
    (record) => uint16(table, record + 6) === id,
  ) as number;
  const from = uint16(table, 4) + uint16(table, at + 10);
  return Buffer.from(table.subarray(from, from + uint16(table, at + 8)))
    .swap16()
    .toString('utf16le');
}

describe.each(reports)('$name', (report) => {
  test('every character has a glyph in the font that the file names for it', async () => {
    const docx = await bytesOf(report, 'fonts');
    const fonts = new Map(carriedIn(docx).map(({ name, font }) => [name, font]));
    for (const [name, characters] of charactersByFont(openDocx(docx))) {
      const font = fonts.get(name);
      expect([...characters].filter((one) => !font?.glyphOf(one.codePointAt(0) ?? 0))).toEqual([]);
    }
  });
});

describe('each font', () => {
  test('calls itself what the file calls it, in no more letters than Word takes', async () => {
    const fonts = carriedIn(await bytesOf(extreme, 'fonts'));
    expect(fonts.map(({ name }) => name).toSorted()).toEqual(
      ['公文宋体', '公文小标宋', '公文楷体', '公文黑体', '朱雀仿宋（预览测试版）'].toSorted(),
    );
    for (const { name, font } of fonts) {
      expect(nameOf(font, 1)).toBe(name);
      expect(name.length).toBeLessThanOrEqual(31);
    }
  });

  test('keeps its licence and allows to be embedded', async () => {
    for (const { font } of carriedIn(await bytesOf(extreme, 'fonts'))) {
      expect(nameOf(font, 13)).toContain('Open Font License');
      // Installable, or embeddable for editing (OpenType, OS/2, fsType).
      expect([0, 8]).toContain(uint16(font.table('OS/2') as Uint8Array, 8));
    }
  });

  test('is whole: the sum of its words is what the format asks for', async () => {
    for (const { bytes } of carriedIn(await bytesOf(extreme, 'fonts'))) {
      let sum = 0;
      for (let i = 0; i < bytes.length; i += 4) sum = (sum + uint32(bytes, i)) >>> 0;
      expect(sum).toBe(0xb1b0afba);
    }
  });

  test('has the characters in use and no more', async () => {
    const docx = await bytesOf(extreme, 'fonts');
    const used = charactersByFont(openDocx(docx));
    for (const { name, font } of carriedIn(docx)) {
      const characters = new Set([...(used.get(name) ?? []), ...'草稿— 0123456789']);
      const glyphs = uint16(font.table('maxp') as Uint8Array, 4);
      // .notdef, and the parts that glyphs are put together from.
      expect(glyphs).toBeLessThan(characters.size * 1.2 + 10);
      expect(font.glyphOf('龘'.codePointAt(0) ?? 0)).toBe(0);
    }
  });
});

test('without being asked the file carries none and names those of offices', async () => {
  const docx = await bytesOf(extreme, 'plain');
  expect(carriedIn(docx)).toEqual([]);
  expect([...charactersByFont(openDocx(docx)).keys()].toSorted()).toEqual(
    ['Times New Roman', '仿宋', '仿宋_GB2312', '宋体', '方正小标宋简体', '楷体_GB2312', '黑体'].toSorted(),
  );
});

test('fonts of the user’s own are not carried: whether they may be is not known', async () => {
  const fonts = { heading: `${ROOT}fonts/GongWen-Hei.ttf` };
  const docx = await toDocx(extreme.report, { embedFonts: true, fonts });
  const names = carriedIn(docx).map(({ name }) => name);
  expect(names).not.toContain('公文黑体');
  expect(names).toContain('公文宋体');
  expect([...charactersByFont(openDocx(docx)).keys()]).toContain('黑体');
});
