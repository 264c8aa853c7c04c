import { composeReport, type Document, documentTexts, readReport, toPdf } from '../../src/index.js';
import { fixture } from './fixtures.mjs';
import { comparePages, textsWithoutLastLine, textsWithoutNumbers } from './parity.mjs';
import { readPdf } from './pdf-content.mjs';
import { drawnTables, gridsOn } from './pdf-tables.mjs';

// The checks of this suite are themselves put to the test: each must find a fault that was made on purpose.

const { text, name } = fixture('2021/extreme.json');
const { report } = readReport(text, name);
const document = composeReport(report);
const tables = document.blocks.filter((block) => block.kind === 'table');
const read = async () => readPdf(await toPdf(report)).pages;

type Pages = Awaited<ReturnType<typeof read>>;

/** The pages with one text changed: the first that contains `part`. */
function withText(pages: Pages, part: string, change: (text: Pages[number]['texts'][number]) => object): Pages {
  const at = pages.findIndex((page) => page.texts.some((one) => one.text.includes(part)));
  const index = pages[at]?.texts.findIndex((one) => one.text.includes(part));
  return pages.map((page, i) =>
    i !== at ? page : { ...page, texts: page.texts.map((one, j) => (j === index ? { ...one, ...change(one) } : one)) },
  );
}

describe('comparing texts', () => {
  const plain: Document = { ...document, blocks: document.blocks.filter(({ kind }) => kind !== 'table') };
  const whole = documentTexts(plain).join('');

  test('finds a character that is lost, added or moved', () => {
    expect(comparePages([whole], plain)).toEqual([]);
    expect(comparePages([whole.slice(0, -1)], plain)).not.toEqual([]);
    expect(comparePages([`${whole}。`], plain)).not.toEqual([]);
    expect(comparePages([whole.replace('清洁能源', '能源清洁')], plain)).not.toEqual([]);
    expect(comparePages([whole, whole], plain)).not.toEqual([]);
  });

  test('wants the head of a table where it goes on, and nowhere else', async () => {
    const pages = textsWithoutNumbers(await read());
    expect(comparePages(pages, document)).toEqual([]);
    const head = '序号公开内容主要渠道件数';
    const going = pages.findIndex((page) => page.startsWith(head));
    const without = pages.map((page, i) => (i === going ? page.slice(head.length) : page));
    expect(comparePages(without, document)).toEqual([`page ${going + 1}: the table goes on without its head`]);
    const twice = pages.map((page, i) => (i === going ? head + page : page));
    expect(comparePages(twice, document)).toHaveLength(1);
  });

  test('wants each page numbered, below the text', async () => {
    const misnumbered = withText(await read(), '— 2 —', () => ({ text: '— 3 —' }));
    expect(() => textsWithoutNumbers(misnumbered)).toThrow('page 2');
    expect(() => textsWithoutLastLine('文字\n— 1 —\n\f文字\n\f')).toThrow('page 2');
  });
});

describe('reading tables off their rules', () => {
  test('finds two cells that no rule parts', async () => {
    const box = (x1: number, y1: number, x2: number, y2: number) => ({ x1, y1, x2, y2, weight: 0.5 });
    const frame = [box(0, 0, 90, 0), box(0, 40, 90, 40), box(0, 0, 0, 40), box(90, 0, 90, 40)];
    const spans = (rules: typeof frame) =>
      gridsOn({ texts: [], rules }, 0)[0]?.cells.map(({ rowSpan, colSpan }) => `${rowSpan}×${colSpan}`);
    const across = box(0, 20, 90, 20);
    expect(spans([...frame, across, box(45, 0, 45, 40)])).toEqual(['1×1', '1×1', '1×1', '1×1']);
    expect(spans([...frame, across, box(45, 20, 45, 40)])).toEqual(['1×2', '1×1', '1×1']);
    expect(spans([...frame, box(45, 0, 45, 40), box(45, 20, 90, 20)])).toEqual(['2×1', '1×1', '1×1']);
    expect(() => spans([...frame, box(45, 0, 45, 20), box(45, 20, 90, 20)])).toThrow('rules cross');
  });

  test('finds a text that stands in the wrong cell', async () => {
    const pages = await read();
    const moved = withText(pages, '第二十条第（六）项', (one) => ({ y: one.y + 40 }));
    const cell = (drawn: Pages) =>
      drawnTables(drawn, tables)[1]?.cells.find(({ text }) => text.includes('第二十条第（六）项'));
    expect(cell(moved)).not.toEqual(cell(pages));
  });

  test('finds a table that is not drawn, or drawn twice', async () => {
    const pages = await read();
    expect(() => drawnTables(pages, [...tables, ...tables.slice(0, 1)])).toThrow('not drawn');
    expect(() => drawnTables(pages, tables.slice(0, -1))).toThrow('too many');
  });
});
