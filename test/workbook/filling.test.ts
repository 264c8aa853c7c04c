import { expect, test } from '@jest/globals';
import { readXlsx, type Workbook } from 'hucre/xlsx';
import {
  type AnyReport,
  blankReport,
  checkReport,
  defineForm,
  parseReport,
  ReportError,
  read,
  readReport,
  writeWorkbook,
} from '../../src/index.js';
import { fc } from '../fast-check.js';
import { fixture } from '../readers/fixtures.mjs';
import { changed, placeIn, readChanged } from './books.js';

// A workbook is what a clerk fills in: what is seen in its cells is what is read.

const reportOf = (name: string): AnyReport => readReport(fixture(name).text, name).report;
const readBack = (bytes: Uint8Array, options = {}) => read(bytes, { name: '填报.xlsx', ...options });
const full = reportOf('2021/annotated.json');
const blank = blankReport({ edition: '2021', year: 2025, agency: '示例市人民政府' });
const [filled, empty] = [writeWorkbook(full), writeWorkbook(blank)];
const messagesOf = (losses: readonly { readonly message: string }[]) => losses.map(({ message }) => message);

test.each(['2019/yinchuan-2020.json', '2021/annotated.json'])('%s is read back', async (name) => {
  const report = reportOf(name);
  expect(await readBack(await writeWorkbook(report))).toMatchObject({ report, losses: [] });
});

test('the same report gives the same bytes', async () => {
  expect(await writeWorkbook(full)).toEqual(await filled);
});

test('last year stands in the workbook, and is read with it', async () => {
  const report = parseReport({ ...full, previous: reportOf('2021/minimal.json') });
  expect((await readBack(await writeWorkbook(report))).report).toEqual(report);
});

test('a blank workbook is told as blank, with the cells to be filled in', async () => {
  const { report, losses, locate } = await readBack(await empty);
  expect(losses).toEqual([]);
  const [first] = locate(checkReport(report).filter(({ code }) => code === 'cell/blank'));
  expect(first?.places?.[0]?.place).toEqual({ file: '填报.xlsx', at: '二!B6' });
});

test('blank cells are 0 where the clerk says so, and totals follow', async () => {
  const { report, losses } = await readChanged(await empty, {
    requests: '空格都是 0',
    'requests.received.naturalPerson': 3,
    'requests.disposition.granted.naturalPerson': 2,
    'requests.carriedForward.naturalPerson': 1,
  });
  expect(report).toMatchObject({
    requests: {
      received: { total: 3, organization: { other: 0 } },
      disposition: { total: { naturalPerson: 2, total: 2 } },
    },
    review: { reconsideration: { total: null } },
  });
  expect(messagesOf(losses)).toContain('三、依申请公开没有填的格按 0 计');
});

test('totals are worked out whatever the file has stored; one that somebody typed stands', async () => {
  const path = 'requests.received.naturalPerson';
  const typed = 'requests.carriedForward.total';
  const { report, losses } = await readChanged(await filled, { [path]: 7_000, [typed]: 9 });
  const requests = (
    report as { readonly requests?: { received: { total: number }; carriedForward: { total: number } } }
  ).requests;
  expect(requests?.received.total).toBeGreaterThanOrEqual(7_000);
  expect(requests?.carriedForward.total).toBe(9);
  expect(losses.every(({ code }) => code === 'read/doubtful')).toBe(true);
});

test('a formula of somebody else’s over a total says what it gives, or that it gives nothing', async () => {
  const [path, other] = ['requests.received.total', 'requests.carriedOver.total'];
  const bytes = await changed(await filled, {}, (book) => {
    const formulas = [
      [path, { formula: 'SUM(D7:E7)', formulaResult: 14 }],
      [other, { formula: '1+1' }],
    ] as const;
    for (const [at, formula] of formulas) {
      const { sheet, row, column } = placeIn(book, at);
      const cells = book.sheets.find(({ name }) => name === sheet)?.cells;
      cells?.set(`${row},${column}`, { value: null, type: 'formula', ...formula });
    }
  });
  const { report, losses } = await readBack(bytes);
  expect(report).toMatchObject({ requests: { received: { total: 14 }, carriedOver: { total: null } } });
  expect(losses).toMatchObject([{ path: other.split('.'), message: '公式没有算出数来，按空白读入' }]);
});

test('counts typed in other ways are understood or told', async () => {
  const typed: readonly (readonly [key: string, typed: string | number, value: unknown, code: string | undefined])[] = [
    ['upheld', '１２', 12, 'read/interpreted'],
    ['corrected', '1,234', 1234, 'read/interpreted'],
    ['other', '22（其中修订16件）', { value: 22, note: '其中修订16件' }, 'read/interpreted'],
    ['pending', '若干', null, 'read/unplaced'],
    ['total', 2.5, null, 'read/unplaced'],
  ];
  const path = (key: string) => `review.reconsideration.${key}`;
  const values = Object.fromEntries(typed.map(([key, value]) => [path(key), value]));
  const { report, losses } = await readChanged(await filled, values);
  const found = (report as unknown as { review: { reconsideration: { [key: string]: unknown } } }).review
    .reconsideration;
  expect(typed.map(([key]) => [key, found[key]])).toEqual(typed.map(([key, , value]) => [key, value]));
  const told = (key: string) => losses.find((one) => one.path.join('.') === path(key))?.code;
  expect(typed.map(([key]) => told(key))).toEqual(typed.map(([, , , code]) => code));
});

test('sheets in another order, renamed places, and a sheet of the clerk’s own change nothing', async () => {
  const { report } = await readChanged(await filled, {}, (book) => {
    book.sheets.reverse();
    book.sheets.push({ name: '草稿', rows: [['随手记的', 1]] });
  });
  expect(report).toEqual(full);
});

const nameOf = (name: string) => (book: Workbook) => {
  const sheet = book.sheets.find((one) => one.name === '三');
  if (sheet) sheet.name = name;
};

test('a sheet with another name is read, whether the names of its places follow it or not', async () => {
  const { report, losses } = await readChanged(await filled, {}, nameOf('申请情况'));
  expect([report, messagesOf(losses)]).toEqual([full, ['工作表“三”改了名，照样读入']]);
});

test('a copy of a sheet is told, and what it knows under the same names is not read', async () => {
  const { report, losses } = await readChanged(await filled, {}, (book) => {
    const own = book.sheets.find(({ name }) => name === '三');
    const rows = own?.rows.map((row) => row.map((value) => (typeof value === 'number' ? 7 : value))) ?? [];
    book.sheets.unshift({ name: '三 (2)', rows });
    const path = 'requests.received.naturalPerson';
    book.namedRanges?.push({ name: path, range: "'三 (2)'!$D$7", scope: '三 (2)' });
  });
  expect([report, messagesOf(losses)]).toEqual([full, ['工作表“三 (2)”是“三”的副本，没有读入']]);
});

test('hidden rows, columns and sheets are read and told', async () => {
  const { report, losses } = await readChanged(await filled, {}, ({ sheets }) => {
    for (const sheet of sheets) {
      if (sheet.name === '文字') sheet.hidden = true;
      if (sheet.name === '三') sheet.columns = (sheet.columns ?? []).map((column) => ({ ...column, hidden: true }));
    }
  });
  expect([report, messagesOf(losses)]).toEqual([full, ['“三”里有隐藏的格，照样读入', '“文字”里有隐藏的格，照样读入']]);
});

test('text that a spreadsheet would run stays text', async () => {
  const report = { ...full, agency: { ...full.agency, address: '=1+1', fax: '+86-010', telephone: '@SUM(A1)' } };
  const bytes = await writeWorkbook(report);
  const { sheets } = await readXlsx(bytes);
  const formulas = sheets.flatMap(({ cells }) =>
    [...(cells?.values() ?? [])].filter(({ formula }) => formula === '1+1'),
  );
  expect(formulas).toEqual([]);
  expect((await readBack(bytes)).report.agency).toEqual(report.agency);
});

test('problems of shape name the cell', async () => {
  const error = await readChanged(await filled, { 'signoff.date': '下周' }).catch((thrown: unknown) => thrown);
  if (!(error instanceof ReportError)) throw new Error('nothing was told');
  expect(error.diagnostics[0]).toMatchObject({ path: ['signoff', 'date'], place: { at: '基本情况!B18' } });
});

test('a table in the room for one more is read', async () => {
  const { report } = await readChanged(await empty, {}, (book) => {
    const rows = book.sheets.find(({ name }) => name === '附表')?.rows ?? [];
    const put = (row: number, values: readonly (string | number)[]) =>
      values.forEach((value, i) => {
        const cells = rows[row];
        if (cells) cells[i] = value;
      });
    put(3, ['所在部分', '一、总体情况']);
    put(4, ['表名', '政策解读']);
    put(5, ['类别', '件数']);
    put(6, ['图文', 3]);
  });
  expect(report.tables?.overview).toEqual([
    { caption: '政策解读', stubhead: '类别', columns: ['件数'], rows: [{ label: '图文', values: [3] }] },
  ]);
});

test('a form of one’s own has its workbook: signed figures, amounts, a total, texts before and after', async () => {
  const form = defineForm({
    id: 'own',
    name: '经费年度报告',
    topic: '经费',
    citation: '某办〔2025〕1号',
    years: [2025],
    sections: [{ key: 'money', heading: '经费/结余' }],
    texts: { money: {} },
    tables: {
      money: {
        description: '经费',
        widths: [1, 1, 1],
        groups: [
          {
            columns: [
              { key: 'change', label: '增减', kind: 'signed' },
              { key: 'spent', label: '支出', kind: 'amount' },
            ],
            rows: [
              { key: 'a', label: '甲' },
              { key: 'b', label: '乙' },
              { key: 'total', label: '合计', totalBy: 'F1' },
            ],
          },
        ],
      },
    },
    facts: {
      items: {
        kind: 'list',
        fields: {
          name: { kind: 'text' },
          parts: { kind: 'texts' },
          size: { kind: 'group', fields: { n: { kind: 'count' } } },
        },
      },
    },
    rolls: [],
    stated: [],
    wording: {},
  });
  const options = { forms: [form] };
  const report = parseReport(
    {
      edition: 'own',
      year: 2025,
      agency: { name: '某局' },
      narrative: { money: { before: '见表。', after: ['完。'] } },
      facts: { items: [{ name: '甲', parts: ['一', '二'], size: { n: 3 } }] },
      money: { a: { change: -3, spent: '0.10' }, b: { change: 1, spent: '0.20' }, totals: 'compute' },
    },
    options,
  );
  expect(await readBack(await writeWorkbook(report, options), options)).toMatchObject({ report, losses: [] });
});

test('any figures, notes, units and texts are read back', async () => {
  const text = fc
    .stringMatching(/^[甲乙=+@'"_x0041{}，。 a-z0-9-]{1,20}$/u)
    .filter((one) => one.trim() === one && /[^{}]/.test(one) && !one.includes('{{'));
  const note = fc.stringMatching(/^[甲乙丙0-9，]{1,12}$/u);
  const count = fc.nat(1_000_000);
  const noted = fc.oneof(count, fc.record({ value: count, note }), fc.constant(null));
  const decimal = fc.tuple(count, fc.nat(9999)).map(([whole, rest]) => `${whole}.${rest}0`);
  const amount = fc.oneof(decimal, fc.record({ value: decimal, unit: fc.constantFrom('万元', '吨') }), count);
  await fc.assert(
    fc.asyncProperty(noted, noted, amount, fc.array(text, { maxLength: 3 }), async (one, other, fee, overview) => {
      const { disclosure, ...rest } = full as unknown as { disclosure: object };
      const report = parseReport({
        ...rest,
        narrative: { overview: overview.length > 0 ? overview : ['。'] },
        disclosure: { ...disclosure, rules: { issued: one, repealed: other, inForce: 0 }, fees: { amount: fee } },
      });
      expect((await readBack(await writeWorkbook(report))).report).toEqual(report);
    }),
    { numRuns: 2 },
  );
});

test('a blank name of the agency is told with its cell', async () => {
  const error = await readChanged(await filled, { 'agency.name': null }).catch((thrown: unknown) => thrown);
  if (!(error instanceof ReportError)) throw new Error('nothing was told');
  expect(error.diagnostics[0]).toMatchObject({ path: ['agency', 'name'], place: { at: '基本情况!B5' } });
});
