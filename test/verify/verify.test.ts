import { describe, expect, test } from '@jest/globals';
import type { Workbook } from 'hucre/xlsx';
import { madeReport } from '../../proofs/made-reports.mjs';
import {
  composeReport,
  type Diagnostic,
  parseReport,
  readReport,
  renderReport,
  writeWorkbook,
} from '../../src/index.js';
import { fc } from '../fast-check.js';
import { htmlOf, styles } from '../readers/other-sources.mjs';
import { small } from '../reading/page.js';
import { changed as changedBook, type Gap, withGap } from '../workbook/books.js';
import { CHANGES, pageOf, published, verify, wordOf } from './published.js';

// Is what people see still what was signed.

const codes = (differences: readonly Diagnostic[]) => differences.map(({ code }) => code);
const decoded = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

const made = parseReport(madeReport(1));
const gap: Gap = { sheet: '三', along: 'row', at: 8, count: 1 };

describe('what nobody has changed is the same', () => {
  test.each(['html', 'docx', 'pdf'] as const)('%s', async (format) => {
    for (const report of format === 'html' ? [small, made] : [small]) {
      const { isSame, differences } = await verify(await published(report, format), report, `年报.${format}`);
      expect({ isSame, differences }).toEqual({ isSame: true, differences: [] });
    }
  });

  test('with a draft mark, carried data, or as a fragment', async () => {
    const options = { draft: true, attachData: true } as const;
    for (const html of [{}, { fragment: true }]) {
      const bytes = await renderReport(small, { format: 'html', ...options, html });
      expect(await verify(bytes, small, '年报.html')).toMatchObject({ isSame: true, differences: [] });
    }
  });

  const bare = (html: string) => html.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<(\w+)\s[^>]*>/g, '<$1>');

  test('without scripts, styles and attributes; without any element but paragraphs and tables', async () => {
    for (const fragment of [false, true]) {
      const page = bare(decoded(await published(small, 'html', fragment)));
      expect(await verify(page, small, '年报.html')).toMatchObject({ isSame: true });
      const fewer = page.replace(/<\/?(?:div|main|section|nav|data|span|time|figure|header|footer)>/g, '');
      expect(await verify(fewer, small, '年报.html')).toMatchObject({ isSame: true });
    }
  });

  test.each(['page of a CMS', 'a page laid out with tables', 'pasted from Word', 'paragraphs parted by breaks'])(
    'on a %s, whose surroundings are told apart',
    async (name) => {
      const style = styles[name] ?? {};
      const pages = [htmlOf(composeReport(small), style)];
      if (style.around) pages.push(style.around(decoded(await published(small, 'html', true)), '标题'));
      for (const page of pages) {
        const { differences, outside } = await verify(page, small, '年报.html');
        expect(differences).toEqual([]);
        expect(outside.map(({ found }) => found).join()).toMatch(/当前位置.*版权所有/);
      }
    },
  );
});

test('a table that a page has cut in two, with its head again or without, is no difference; a changed figure in it is', async () => {
  const page = htmlOf(composeReport(small), {});
  const [whole = ''] = page.match(/<table(?:(?!<table)[\s\S])*?规章[\s\S]*?<\/table>/) ?? [];
  const rows = whole.match(/<tr>[\s\S]*?<\/tr>/g) ?? [];
  expect(rows.length).toBeGreaterThan(3);
  for (const head of [rows.slice(0, 2), []]) {
    const cut = page.replace(
      whole,
      `<table>${rows.slice(0, 3).join('')}</table>\n<table>${[...head, ...rows.slice(3)].join('')}</table>`,
    );
    expect((await verify(cut, small, '年报.html')).differences).toEqual([]);
    expect((await verify(cut.replace('<td>2</td>', '<td>5</td>'), small, '年报.html')).isSame).toBe(false);
  }
});

test('a row cut in two is no difference as long as its figures are the same', async () => {
  const page = htmlOf(composeReport(small), {});
  const row = (...cells: readonly (string | number)[]) =>
    `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const whole = row('规章', 1, 2, 3);
  expect(page).toContain(whole);
  const cut = async (...rows: readonly string[]) =>
    (await verify(page.replace(whole, rows.join('')), small, '年报.html')).differences;
  expect(await cut(row('规章', 1), row(2, 3))).toEqual([]);
  for (const rows of [
    [row('规章', 12), row(3)],
    [row('规章', 1, '', ''), row('', '', '', 23)],
  ]) {
    const differences = await cut(...rows);
    expect(differences.length).toBeGreaterThan(0);
  }
});

test('a text cut in two by the end of a page is no difference, a figure is', async () => {
  const isSame = async (last: string, [first, rest]: readonly [string, string]) => {
    const table = { caption: '平台', columns: ['级别', '说明'], rows: [{ values: ['县级网站', last] }] };
    const report = parseReport({ ...small, tables: { other: [table] } });
    const page = htmlOf(composeReport(report), {});
    const whole = `<td>县级网站</td><td>${last}</td>`;
    expect(page).toContain(whole);
    const cut = `<td>县级网站</td><td>${first}</td></tr><tr><td></td><td>${rest}</td>`;
    return (await verify(page.replace(whole, cut), report, '年报.html')).isSame;
  };
  expect(await isSame('见本机关网站首页的栏目', ['见本机关网站', '首页的栏目'])).toBe(true);
  expect(await isSame('1234', ['12', '34'])).toBe(false);
});

test('what stands on a page after the report, in elements of its own, is no difference', async () => {
  const page = decoded(await published(small, 'html', true));
  const after = '<div id="more">相关文件</div><section><h2 id="next">附：公开指南</h2><p>见本网站。</p></section>';
  expect(await verify(`<div id="zoom">${page}</div>${after}`, small, '年报.html')).toMatchObject({ differences: [] });
  const inside = page.replace(/<\/div>(?![\s\S]*<\/div>)/, '<p>另外受理申请5件。</p></div>');
  expect(codes((await verify(inside, small, '年报.html')).differences)).toEqual(['verify/added']);
  const cells = '<td>甲</td><td>1</td>';
  const table = `<section><table id="t9"><tr>${cells}</tr><tr>${cells}</tr><tr>${cells}</tr></table></section>`;
  const behind = (await verify(`<div id="zoom">${page}</div>${table}${after}`, small, '年报.html')).differences;
  expect(codes(behind)).toEqual(['verify/added']);
});

describe('what somebody has changed is told, with its place in both', () => {
  test('a figure in a cell beside data that nobody touched', async () => {
    const text = JSON.stringify(small, null, 1);
    const { report, locate } = readReport(text, '年报.json');
    const page = decoded(await renderReport(report, { format: 'html', attachData: true }));
    const { verifyReport } = await import('../../src/index.js');
    const changed = page.replace(/(data-path="disclosure.licensing.decisions">)1234/, '$11243');
    expect(changed).not.toBe(page);
    const { isSame, differences } = await verifyReport(changed, report, { name: '年报.html', locate });
    const line = text.split('\n').findIndex((one) => one.includes('"decisions": 1234')) + 1;
    expect(isSame).toBe(false);
    expect(differences).toMatchObject([
      {
        code: 'verify/changed',
        path: ['disclosure', 'licensing', 'decisions'],
        label: expect.stringContaining('行政许可'),
        found: '1243',
        expected: '1234',
        place: { file: '年报.html', at: expect.stringMatching(/第\d+行第\d+列$/) },
        places: [{ place: { file: '年报.json', line } }],
      },
    ]);
  });

  test('a row, a paragraph and a hidden text that are missing; a row and a paragraph more', async () => {
    const page = htmlOf(composeReport(small), {});
    const told = async (from: string | RegExp, to: string) => {
      const other = page.replace(from, to);
      expect(other).not.toBe(page);
      const { differences } = await verify(other, small, '年报.html');
      return differences.map(({ code, found, expected }) => [code, found, expected]);
    };
    expect(await told(/<tr><td>规章<\/td>.*?<\/tr>/s, '')).toEqual([['verify/missing', '没有', '规章 | 1 | 2 | 3']]);
    expect(await told('<p>本年度未收取信息处理费。</p>', '')).toEqual([
      ['verify/missing', '没有', '本年度未收取信息处理费。'],
    ]);
    expect(await told('>567</td>', '><span style="display:none">567</span></td>')).toEqual([
      ['verify/changed', '空白', '567'],
    ]);
    expect(await told('</table>', '<tr><td>其他</td><td>9</td></tr></table>')).toEqual([
      ['verify/added', '其他 | 9', '这里之后没有'],
    ]);
    expect(await told('<p>本年度未收取', '<p><a href="#x">另外受理5件。</a></p><p>本年度未收取')).toEqual([
      ['verify/added', '另外受理5件。', '这里之后没有'],
    ]);
    expect(await told('<p>本年度未收取', '<p>已经更正。</p><p>本年度未收取')).toEqual([
      ['verify/added', '已经更正。', '这里之后没有'],
    ]);
  });

  test('figures that have changed places, and a table that is gone', async () => {
    const page = htmlOf(composeReport(small), {});
    const swapped = page.replace('<td>1</td>', '<td>×</td>').replace('<td>2</td>', '<td>1</td>').replace('×', '2');
    expect(codes((await verify(swapped, small, '年报.html')).differences)).toEqual([
      'verify/changed',
      'verify/changed',
    ]);
    const less = page.replace(/<table[\s\S]*?<\/table>/, '');
    expect(codes((await verify(less, small, '年报.html')).differences)).toEqual(['verify/missing']);
  });

  test('a Word file and a PDF', async () => {
    const other = parseReport({ ...small, disclosure: { ...small.disclosure, coercion: { decisions: 9 } } });
    for (const format of ['docx', 'pdf'] as const) {
      const { differences } = await verify(await published(other, format), small, `年报.${format}`);
      expect(differences).toMatchObject([
        { code: 'verify/changed', path: ['disclosure', 'coercion', 'decisions'], found: '9', expected: '8' },
      ]);
    }
  });

  test('a cell of a workbook, which is the same as long as nobody touches it', async () => {
    const book = await writeWorkbook(small);
    expect(await verify(book, small, '年报.xlsx')).toMatchObject({ isSame: true, differences: [] });
    const other = await changedBook(book, { 'disclosure.coercion.decisions': 9 });
    expect((await verify(other, small, '年报.xlsx')).differences).toMatchObject([
      { code: 'verify/changed', path: ['disclosure', 'coercion', 'decisions'], found: '9', expected: '8' },
    ]);
  });

  const put = (row: number, column: number, text: string) => (book: Workbook) => {
    const cells = book.sheets.find(({ name }) => name === '三')?.rows[row];
    if (cells) cells[column] = text;
  };
  test.each<[string, (book: Workbook) => void, string]>([
    ['beside a table', put(8, 12, '另有5件'), '三!M9'],
    ['in a row put in between', (book) => [withGap(gap), put(8, 3, '5')].map((edit) => edit(book)), '三!D9'],
    ['on a sheet of its own', ({ sheets }) => sheets.push({ name: '补充', rows: [['另有5件']] }), '补充!A1'],
  ])('what a workbook shows besides the form: %s', async (_, edit, at) => {
    const { differences } = await verify(await changedBook(await writeWorkbook(small), {}, edit), small, '年报.xlsx');
    expect(differences).toMatchObject([{ code: 'verify/added', place: { at } }]);
  });

  test('rows put into a workbook that say nothing are no difference', async () => {
    const bytes = await changedBook(await writeWorkbook(small), {}, withGap({ ...gap, at: 1 }));
    expect(await verify(bytes, small, '年报.xlsx')).toMatchObject({ isSame: true, differences: [] });
  });

  test('any one change of any kind', async () => {
    const markups = await Promise.all(
      [small, made].flatMap((report) => [
        pageOf(report).then((markup) => ({ report, markup })),
        pageOf(report, true).then((markup) => ({ report, markup })),
        wordOf(report).then((markup) => ({ report, markup })),
      ]),
    );
    const kinds = Object.keys(CHANGES);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...markups),
        fc.constantFrom(...kinds),
        fc.nat(),
        async ({ report, markup }, kind, chance) => {
          const changed = CHANGES[kind]?.(markup, chance) ?? markup.text;
          const { isSame } = await verify(markup.file(changed), report, markup.name);
          expect({ kind, isSame }).toEqual({ kind, isSame: false });
        },
      ),
      { numRuns: 25 },
    );
  });
});

test('what shows no text and what is data cannot be verified', async () => {
  await expect(verify('<html><body><img src="a.png"></body></html>', small, '年报.html')).rejects.toMatchObject({
    diagnostics: [{ code: 'read/unsupported' }],
  });
  await expect(verify(JSON.stringify(small), small, '年报.json')).rejects.toMatchObject({
    diagnostics: [{ code: 'read/unsupported' }],
  });
});
