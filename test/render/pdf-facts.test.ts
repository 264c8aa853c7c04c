import { bare } from '../readers/fixtures.mjs';
import { readPdf } from '../readers/pdf-content.mjs';
import { readWithPdfjs } from '../readers/pdf-js.mjs';
import { AREA, linesOf, PITCH, splitFoot } from '../readers/pdf-lines.mjs';
import { rendered, reports } from './reports.js';

// What a PDF says about itself, and what it needs to look the same everywhere.

const mm = (millimetres: number) => (millimetres * 72) / 25.4;

describe.each(reports)('$name', (report) => {
  const { meta, blocks } = report.document;

  test('every page is A4', async () => {
    for (const { width, height } of readPdf(await rendered(report, 'pdf')).pages) {
      expect(width).toBeCloseTo(mm(210), 2);
      expect(height).toBeCloseTo(mm(297), 2);
    }
  });

  test('title, author, subject, keywords, date and language are the document’s', async () => {
    const bytes = await rendered(report, 'pdf');
    const date = meta.date && `D:${meta.date.replaceAll('-', '')}000000Z`;
    const { info } = await readWithPdfjs(bytes);
    expect([info.CreationDate, info.ModDate]).toEqual([date, date]);
    expect(info).toMatchObject({
      Title: meta.title,
      Author: meta.author,
      Subject: meta.subject,
      Keywords: meta.keywords.join('，'),
      Language: 'zh-CN',
    });
    const { catalogue } = readPdf(bytes);
    expect(catalogue.Lang?.toString('latin1')).toBe('zh-CN');
    expect(catalogue.PageMode).toBe('/UseOutlines');
  });

  test('every font is embedded, as a subset, with a way back to characters', async () => {
    const { fonts } = readPdf(await rendered(report, 'pdf'));
    expect(fonts.length).toBeGreaterThan(0);
    for (const { name, embedded, hasUnicode, fileLength } of fonts) {
      expect(name).toMatch(/^[A-Z]{6}\+(GongWen-(Song|Hei|Kai|XiaoBiaoSong)|ZhuqueFangsong-Regular)$/);
      expect({ name, embedded, hasUnicode }).toEqual({ name, embedded: true, hasUnicode: true });
      expect(fileLength).toBeLessThan(1_000_000);
    }
  });

  const readOutline = async () => readWithPdfjs(await rendered(report, 'pdf'));

  test('the bookmarks are the six sections, in order', async () => {
    const { outline } = await readOutline();
    const sections = blocks.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block.text] : []));
    expect(sections).toHaveLength(6);
    expect(outline.filter(({ level }) => level === 1).map(({ title }) => title)).toEqual(sections);
  });

  test('each bookmark leads to the page its heading stands on', async () => {
    const { outline, pages } = await readOutline();
    const begins = pages.map(({ texts }) => linesOf(texts).map(({ text }) => bare(text)));
    for (const { title, page } of outline) {
      const start = bare(title).slice(0, 20);
      expect(begins[page]?.filter((line) => line.startsWith(start))).toHaveLength(1);
    }
  });

  test('each bookmark leads to its heading’s line, not just to its page', async () => {
    const { outline, pages } = await readOutline();
    for (const { title, page, left, top } of outline) {
      const line = linesOf(pages[page]?.texts ?? []).find(({ text }) =>
        bare(text).startsWith(bare(title).slice(0, 20)),
      );
      const above = (line?.y ?? 0) - top;
      expect({ title, ok: above > 0 && above < 3 * PITCH && left <= (line?.left ?? 0) }).toEqual({ title, ok: true });
    }
  });

  test('pages are numbered below the text, odd ones on the right and even ones on the left', async () => {
    const { pages } = readPdf(await rendered(report, 'pdf'));
    for (const [i, { texts }] of pages.entries()) {
      const [number, ...others] = linesOf(splitFoot(texts).foot);
      expect(others).toEqual([]);
      expect(number?.text).toBe(`— ${i + 1} —`);
      expect(number?.size).toBe(14);
      // The dashes beside it, .38 em above the baseline, are 7 mm below the text area (GB/T 9704-2012, 7.5).
      expect((number?.y ?? 0) - 0.38 * 14 - AREA.bottom).toBeCloseTo(mm(7), 1);
      const [left, right] = [(number?.left ?? 0) - AREA.left, AREA.right - (number?.right ?? 0)];
      expect(i % 2 === 0 ? right : left).toBeCloseTo(14, 1);
    }
  });
});
