import {
  type AnyReport,
  compareReports,
  composeComparison,
  type Document,
  defineForm,
  editions,
  type FormatId,
  readReport,
  renderDocument,
  type Table,
} from '../../src/index.js';
import { openDocx } from '../readers/docx-package.mjs';
import { docxTexts } from '../readers/docx-text.mjs';
import { fixture } from '../readers/fixtures.mjs';
import { elementsIn, htmlText, openHtml, textIn } from '../readers/html-page.mjs';
import { comparePages, textsWithoutNumbers } from '../readers/parity.mjs';
import { readPdf } from '../readers/pdf-content.mjs';
import { small } from '../reading/page.js';
import { pagesOf } from '../typeset/pages.js';

// A comparison as a document: the same in all formats, and drawn on pages.

const HOSTILE = ['示例县教育局', '<script>alert(1)</script>"\'&局', "=cmd|'/c calc'!A1\u202e\u0007局", 'x'.repeat(60)];

const report = (name: string) => readReport(fixture(name).text, name).report;
const others = {
  ...small,
  year: 2025,
  narrative: { ...small.narrative, problems: '公开的及时性仍有待提高，将加强检查。' },
};
const further = {
  caption: '平台',
  columns: ['数量', '说明'],
  rows: [{ label: '网站', values: ['3', 'y'.repeat(40)] }],
};
const years: readonly AnyReport[] = [small, { ...others, tables: { other: [further] } }];
const agencies = HOSTILE.map((name): AnyReport => ({ ...small, agency: { name } }));

const comparisons = [
  { name: 'years', reports: years },
  { name: 'agencies with hostile names', reports: agencies },
  { name: 'editions', reports: [report('2019/yinchuan-2020.json'), { ...small, year: 2021 }], isOneAgency: true },
];

const decoded = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const withoutPictures = (html: string) => html.replace(/<svg[\s\S]*?<\/svg>/gu, '');

const tablesIn = ({ blocks }: Document): readonly Table[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));

describe.each(comparisons)('$name', ({ reports, ...options }) => {
  const composed = async () => composeComparison(await compareReports(reports, options));

  test('all formats have its text, and are the same each time', async () => {
    const document = await composed();
    const file = (format: FormatId) => renderDocument(document, { format });
    const [html, pdf, docx] = [await file('html'), await file('pdf'), await file('docx')];
    expect(comparePages([htmlText(Buffer.from(withoutPictures(decoded(html))))], document)).toEqual([]);
    expect(comparePages(textsWithoutNumbers(readPdf(pdf).pages), document)).toEqual([]);
    expect(comparePages([docxTexts(openDocx(docx)).join('\n')], document)).toEqual([]);
    expect(await renderDocument(await composed(), { format: 'html' })).toEqual(html);
  });

  test('every picture shows the figures of the table below it, and says them', async () => {
    const document = await composed();
    const page = openHtml(await renderDocument(document, { format: 'html' }));
    const drawn = elementsIn(page, 'svg');
    const pictures = tablesIn(document).flatMap((table) =>
      (table.pictures ?? []).map((picture) => ({ picture, table })),
    );
    expect(drawn).toHaveLength(pictures.length);
    expect(pictures.length).toBeGreaterThan(0);
    for (const [i, { picture, table }] of pictures.entries()) {
      const svg = drawn[i] as (typeof drawn)[number];
      const [title, description] = ['title', 'desc'].map((name) => textIn(elementsIn(svg, name)[0]));
      expect({ title, description }).toEqual({ title: picture.title, description: picture.description });
      expect(svg.attributes).toMatchObject({ role: 'img' });
      const ids = elementsIn(svg, 'title')
        .concat(elementsIn(svg, 'desc'))
        .map(({ attributes }) => attributes.id);
      expect(svg.attributes['aria-labelledby']).toBe(ids.join(' '));
      const shown = elementsIn(svg, 'text')
        .filter(({ attributes }) => attributes.class !== 'soft')
        .map(textIn);
      const thing = picture.title.replace(/（.*$/u, '');
      const stub = table.cells.find(({ text }) => text.replaceAll('\n', '') === thing);
      const isRow = stub?.role === 'stub';
      const figures = table.cells.filter(
        (cell) => cell.role === 'text' && (isRow ? cell.row === stub?.row : cell.column === stub?.column),
      );
      expect(shown.slice(1)).toEqual(figures.map(({ text }) => text));
    }
  });
});

test('an amount in another unit than its column says so, and so does the difference', async () => {
  const of = (year: number, amount: unknown) => ({
    ...small,
    year,
    disclosure: { ...small.disclosure, fees: { amount } },
  });
  const reports = [of(2023, '12.50'), of(2024, { value: '300', unit: '元' })] as unknown as readonly AnyReport[];
  const texts = tablesIn(await composeComparison(await compareReports(reports))).flatMap(({ cells }) => {
    const row = cells.find(({ text }) => text.includes('收费金额'))?.row;
    return cells.filter((cell) => row !== undefined && cell.row === row).map(({ text }) => text);
  });
  expect(texts.slice(1)).toEqual(['12.50', '300（元）', '-124700（元）', '-99.8%']);
});

test('on a narrow screen no difference and no share breaks, and no line of a chart goes through a figure', async () => {
  const of = (year: number, amount: string) => ({
    ...small,
    year,
    disclosure: { ...small.disclosure, fees: { amount } },
  });
  const reports = [of(2023, '0.0123'), of(2024, '13464.0129')] as unknown as readonly AnyReport[];
  const document = await composeComparison(await compareReports(reports));
  const html = decoded(await renderDocument(document, { format: 'html' }));
  for (const [i, { cells, widths }] of tablesIn(document).entries()) {
    for (const column of widths.keys()) {
      const texts = cells.filter((cell) => cell.column === column && cell.role === 'text').map(({ text }) => text);
      const longest = Math.max(0, ...texts.map((text) => text.length));
      const rule = new RegExp(`#t${i + 1} col:nth-child\\(${column + 1}\\)\\{[^}]*--narrow:([\\d.]+)em`, 'u');
      if (column > 0) expect(Number(rule.exec(html)?.[1])).toBeGreaterThan(longest * 0.6);
    }
  }
  expect(/\.pictures text\{([^}]*)\}/u.exec(html)?.[1]).toContain('stroke:var(--ground)');
  for (const [svg] of html.matchAll(/<svg [^>]*>/gu)) expect(svg).toContain(' paint-order="stroke"');
});

test('no label of a cell leaves its number alone on a line, in print and in Word', async () => {
  const reports = ['2021/suqian-2023.yaml', '2021/suqian-2024.yaml'].map(report);
  const document = await composeComparison(await compareReports(reports));
  const drawn = pagesOf(document).flatMap(({ items }) =>
    items.flatMap((item) => (item.kind === 'text' ? [item.runs.map(({ text }) => text).join('')] : [])),
  );
  const written = docxTexts(openDocx(await renderDocument(document, { format: 'docx' }))).flatMap((text) =>
    text.split('\n'),
  );
  const labels = /^(?:[一二三四]、)?（[一二三四五六]）\d\./u;
  for (const lines of [drawn, written]) {
    expect(lines.some((line) => labels.test(line))).toBe(true);
    expect(lines.filter((line) => /^(?:[一二三四五六]、|（[一二三四五六]）)$/u.test(line))).toEqual([]);
  }
});

test('a table has the cells of its own reports; what a reader cannot see is not counted as incomparable', async () => {
  const agency = small.agency;
  const old = report('2019/yinchuan-2020.json');
  const reports: readonly AnyReport[] = [2019, 2020].map((year) => ({ ...old, agency, year }));
  const later = [2021, 2022, 2023, 2024].map((year): AnyReport => ({ ...small, year }));
  const document = await composeComparison(await compareReports([...reports, ...later]));
  const tables = tablesIn(document).filter(({ description }) => description?.startsWith('二、'));
  const labels = tables.map(({ cells }) => cells.flatMap(({ role, text }) => (role === 'stub' ? [text] : [])));
  expect(labels[0]?.some((text) => text.startsWith('政府集中采购'))).toBe(true);
  expect(labels.at(-1)?.some((text) => text.startsWith('政府集中采购'))).toBe(false);
  const lines = document.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.inlines.map(({ text }) => text).join('')] : [],
  );
  const [summary = ''] = lines.filter((line) => line.startsWith('二、'));
  const reasons = lines.flatMap((line) => /^不可比(\d+)格：.*没有这一格。$/u.exec(line)?.[1] ?? []);
  const inTable = tables.flatMap(({ cells }) => cells.filter(({ text }) => text === '不可比')).length;
  expect(Number(/(\d+)格不可比/u.exec(summary)?.[1])).toBe(inTable);
  expect(reasons.slice(0, 2).reduce((sum, count) => sum + Number(count), 0)).toBe(inTable);
});

test('a line break of a cell is one, and the name of a file stands whole above its columns', async () => {
  const table = { columns: ['说明'], rows: [{ label: '网站', values: ['门户网站\n含无障碍版'] }] };
  const reports = [small, { ...small, tables: { other: [table] } }] as readonly AnyReport[];
  const names = ['a.json', '2024年度送审稿annotated.json'];
  const tables = tablesIn(await composeComparison(await compareReports(reports, { names })));
  const texts = tables.flatMap(({ cells }) => cells.map(({ text }) => text));
  expect(texts).toContain('门户网站\n含无障碍版');
  expect(texts.filter((text) => text.startsWith('2024年度') && !text.endsWith('稿annotated.json'))).toEqual([]);
});

test('the longest figures have room in print, in as many tables as it takes', async () => {
  const { requests, review } = small;
  const largest = (_: string, value: unknown) => (typeof value === 'number' ? Number.MAX_SAFE_INTEGER : value);
  const large: AnyReport = { ...small, ...JSON.parse(JSON.stringify({ requests, review }), largest) };
  const reports = Array.from({ length: 7 }, (_, i): AnyReport => ({ ...large, year: 2021 + i }));
  for (const some of [reports, reports.slice(0, 5)]) {
    const document = await composeComparison(await compareReports(some));
    const shown = textsWithoutNumbers(readPdf(await renderDocument(document, { format: 'pdf' })).pages);
    expect(comparePages(shown, document)).toEqual([]);
  }
});

test('a name is text wherever it stands', async () => {
  const html = decoded(
    await renderDocument(await composeComparison(await compareReports(agencies)), { format: 'html' }),
  );
  expect(elementsIn(openHtml(Buffer.from(html)), 'script').map(({ attributes }) => attributes.type)).toEqual([
    'application/ld+json',
  ]);
  expect(html).not.toMatch(/[\u202e\u0007]/u);
});

test('many agencies are drawn in several pictures; a form without charts has none', async () => {
  const many = Array.from({ length: 30 }, (_, i): AnyReport => ({ ...small, agency: { name: `示例县第${i}局` } }));
  const pictures = tablesIn(await composeComparison(await compareReports(many))).flatMap((one) => one.pictures ?? []);
  expect(Math.max(...pictures.map(({ height }) => height))).toBeLessThan(500);
  const { charts: _, ...plain } = editions['2021'];
  const form = defineForm({ ...plain, id: 'plain' });
  const own = [2023, 2024].map((year): AnyReport => ({ ...small, edition: 'plain', year }));
  const comparison = await compareReports(own, { forms: [form], templates: 'test/no-such-folder' }).catch(
    (error) => error,
  );
  expect(comparison).toMatchObject({ kind: 'years', charts: [] });
});

test('what is drawn is of cells that there are', async () => {
  const charts = [{ title: '图', unit: '件', bars: [{ name: '甲', of: ['requests.received.nobody'] }] }];
  const form = defineForm({ ...editions['2021'], id: 'drawn', charts });
  await expect(compareReports([{ ...small, edition: 'drawn' }], { forms: [form] })).rejects.toThrow(
    'chart 图: no cell requests.received.nobody',
  );
});
