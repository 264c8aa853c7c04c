import { describe, expect, test } from '@jest/globals';
import { inMemory } from '../../src/bytes/bytes.js';
import { openTrueType } from '../../src/fonts/sfnt/truetype.js';
import { renderReport } from '../../src/index.js';
import { objectsOf, openOfd, textOf } from '../readers/ofd-pages.mjs';
import { readPdf } from '../readers/pdf-content.mjs';
import { descendants } from '../readers/xml.mjs';
import { rendered, reports } from '../render/reports.js';
import { finished, reportNamed } from './files.js';

// The pages are those of the PDF: every character at its place, all ink within the boundaries of its object.

const POINTS = 72 / 25.4;
const numbers = (text = '') => text.split(' ').map(Number);

/** What is drawn first in each run of a PDF: its first character, and where. */
const runsOf = (bytes: Uint8Array) =>
  readPdf(bytes).pages.map(({ texts }) =>
    texts.map(({ text, x, y, size }) => ({ text: [...text][0] ?? '', x, y, size })),
  );

type Drawn = ReturnType<typeof objectsOf>[number][number];
type Run = ReturnType<typeof runsOf>[number][number];

const isNear = (a: number, b: number) => Math.abs(a * POINTS - b) < 0.02;
const isAt = (one: Drawn, run: Run) =>
  one.text === run.text && isNear(one.x, run.x) && isNear(one.y, run.y) && isNear(one.size, run.size);

test.each(reports)('$name: every run of the PDF begins at the same place', async (report) => {
  const { pages } = openOfd(await rendered(report, 'ofd'));
  const runs = runsOf(await rendered(report, 'pdf'));
  expect(pages).toHaveLength(runs.length);
  for (const [i, page] of pages.entries()) {
    const drawn = objectsOf(page).flat();
    expect(runs[i]?.filter((run) => !drawn.some((one) => isAt(one, run)))).toEqual([]);
  }
});

/** The fonts of a file by their numbers. */
const fontsIn = ({ parts, xml }: ReturnType<typeof openOfd>) =>
  new Map(
    descendants(xml('Doc_0/PublicRes.xml'), 'ofd:Font').map((font) => {
      const file = parts[`Doc_0/Res/${textOf(descendants(font, 'ofd:FontFile')[0])}`] ?? new Uint8Array();
      return [font.attributes.ID ?? '', openTrueType(inMemory(file))];
    }),
  );

describe.each(['2021/extreme.json', '2021/huaian-2024.yaml'])('%s', (name) => {
  const open = async () => openOfd(await rendered(reportNamed(name), 'ofd'));

  test('boundaries hold rules and grounds', async () => {
    const outside = (await open()).pages
      .flatMap(({ root }) => descendants(root, 'ofd:PathObject'))
      .filter((path) => {
        const [, , width = 0, height = 0] = numbers(path.attributes.Boundary);
        const half = Number(path.attributes.LineWidth ?? 0) / 2 - 0.001;
        const places = (textOf(descendants(path, 'ofd:AbbreviatedData')[0]).match(/[\d.-]+/g) ?? []).map(Number);
        return places.some((place, i) => place < half || place > (i % 2 === 0 ? width : height) - half);
      });
    expect(outside).toEqual([]);
  });

  test('boundaries hold the ink of every character', async () => {
    const file = await open();
    const fonts = fontsIn(file);
    const outside = file.pages.flatMap((page) => {
      const objects = descendants(page.root, 'ofd:TextObject');
      return objectsOf(page).flatMap((characters, i) => {
        const [left = 0, top = 0, width = 0, height = 0] = numbers(objects[i]?.attributes.Boundary);
        return characters.filter(({ text, x, y, size, font: id }) => {
          const font = fonts.get(id);
          const glyph = font?.glyphOf(text.codePointAt(0) ?? 0) ?? 0;
          const outline = font?.outlineOf(glyph) ?? new Uint8Array();
          if (glyph === 0 || outline.length === 0) return glyph === 0;
          const view = new DataView(outline.buffer, outline.byteOffset);
          const edge = (at: number) => (view.getInt16(at) / (font?.unitsPerEm ?? 1)) * size;
          const inside = [
            x + edge(2) - left,
            left + width - x - edge(6),
            y - edge(8) - top,
            top + height - y + edge(4),
          ];
          return Math.min(...inside) < -0.002;
        });
      });
    });
    expect(outside).toEqual([]);
  });

  test('each font has the tables that readers ask for, with right checksums', async () => {
    const { names, parts } = await open();
    for (const font of names.filter((one) => one.endsWith('.ttf'))) {
      const file = Buffer.from(parts[font] ?? new Uint8Array());
      const tables = Array.from({ length: file.readUInt16BE(4) }, (_, i) => 12 + 16 * i).map((at) => {
        const [offset, length] = [file.readUInt32BE(at + 8), file.readUInt32BE(at + 12)];
        const padded = Buffer.alloc(Math.ceil(length / 4) * 4);
        file.copy(padded, 0, offset, offset + length);
        const tag = file.toString('latin1', at, at + 4);
        if (tag === 'head') padded.writeUInt32BE(0, 8);
        let sum = 0;
        for (let k = 0; k < padded.length; k += 4) sum = (sum + padded.readUInt32BE(k)) >>> 0;
        return { tag, isRight: sum === file.readUInt32BE(at + 4) };
      });
      const asked = 'OS/2 cmap glyf head hhea hmtx loca maxp name post'.split(' ');
      expect(tables).toEqual(asked.map((tag) => ({ tag, isRight: true })));
    }
  });
});

test('characters past the basic plane stand alone, each with its glyph', async () => {
  const file = openOfd(await rendered(reportNamed('2021/extreme.json'), 'ofd'));
  const fonts = fontsIn(file);
  const found = file.pages.flatMap((page) => {
    const objects = descendants(page.root, 'ofd:TextObject');
    return objectsOf(page).flatMap((characters, i) => {
      const [first] = characters;
      const [given] = objects.slice(i, i + 1).flatMap((object) => descendants(object, 'ofd:CGTransform'));
      if (first === undefined || (given === undefined && characters.every(({ text }) => text.length === 1))) return [];
      const { CodePosition, CodeCount, GlyphCount } = given?.attributes ?? {};
      const glyph = Number(textOf(given && descendants(given, 'ofd:Glyphs')[0]));
      const drawn = fonts.get(first.font)?.glyphOf(first.text.codePointAt(0) ?? 0);
      return [[characters.length, first.text, CodePosition, CodeCount, GlyphCount, glyph > 0 && glyph === drawn]];
    });
  });
  expect(found).toEqual(['𬭎', '𬱖'].map((character) => [1, character, '0', '2', '1', true]));
});

test('a text that looks like mark-up stays text', async () => {
  const { report } = reportNamed('2021/huaian-2024.yaml');
  const text = '本年度没有收取信息处理费。甲𬺈乙<b>&amp;</b>丙。';
  const bytes = await renderReport({ ...report, narrative: { ...report.narrative, other: text } } as typeof report, {
    format: 'ofd',
  });
  const texts = openOfd(bytes).pages.flatMap((page) =>
    objectsOf(page).flatMap((all) => all.map(({ text: one }) => one)),
  );
  expect(texts.join('')).toContain(text);
});

test('the seal is a picture whose white is transparent', async () => {
  const { parts, names, pages } = openOfd(await finished('2021/annotated.json', 'ofd'));
  expect(pages.flatMap(({ root }) => descendants(root, 'ofd:ImageObject'))).toHaveLength(1);
  const { decodePng } = await import('../../src/bytes/png.js');
  const { rgba } = decodePng(parts[names.find((name) => name.endsWith('.png')) ?? ''] ?? new Uint8Array());
  for (let at = 0; at < rgba.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = rgba.subarray(at, at + 4);
    expect(Math.min(red, green, blue) < 255 || alpha === 0).toBe(true);
  }
});
