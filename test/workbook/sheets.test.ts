import { expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { blankReport, defineForm, parseReport, ReportError, read, writeWorkbook } from '../../src/index.js';
import { placeIn, readChanged } from './books.js';

// What a clerk sees of a workbook before anything is read: heights, guidance, and numbers by names of one's own.

const made = writeWorkbook(blankReport({ edition: '2021', year: 2025, agency: '示例市人民政府' }));

test('rows of texts become as high as what is typed; rows of figures keep their heights', async () => {
  const [book, parts] = [await readXlsx(await made), unzipSync(await made)];
  const isHeld = (path: string) => {
    const { sheet, row } = placeIn(book, path);
    const i = book.sheets.findIndex(({ name }) => name === sheet);
    const xml = strFromU8(parts[`xl/worksheets/sheet${i + 1}.xml`] ?? new Uint8Array());
    return new RegExp(`<row r="${row + 1}" ht="[^"]*" customHeight="1"`).test(xml);
  };
  const texts = ['narrative.overview', 'facts.assessment', 'facts.problems', 'agency.address'];
  expect(texts.map(isHeld)).toEqual(texts.map(() => false));
  expect(isHeld('requests.received.naturalPerson')).toBe(true);
});

test('no text that grows is merged with its neighbours, which keeps its row from growing', async () => {
  const { sheets } = await readXlsx(await made);
  for (const { name, merges = [] } of sheets.filter((sheet) => ['基本情况', '文字'].includes(sheet.name))) {
    const across = merges.filter(({ startCol, endCol }) => startCol > 0 && endCol > startCol);
    expect([name, across]).toEqual([name, []]);
  }
});

const form = defineForm({
  id: 'own',
  name: '经费年度报告',
  topic: '经费',
  citation: '某办〔2025〕1号',
  years: [2025],
  sections: [{ key: 'all', heading: '一、总体' }],
  texts: {
    all: {
      limit: 300,
      isFresh: true,
      parts: [{ name: '收支', pattern: /收支/u }],
      requires: [
        { rule: 'own/missing', pattern: /审计/, message: '没有写审计', found: '没有', expected: '写明审计情况' },
      ],
    },
  },
  tables: {},
  facts: {
    numbers: { kind: 'counts', title: '各数', example: { 听证: 2 } },
    remarks: { kind: 'texts', title: '说明', example: ['已按期公开。'] },
    people: {
      kind: 'list',
      title: '人员',
      fields: Object.fromEntries(['甲', '乙', '丙', '丁', '戊'].map((title, i) => [`f${i}`, { kind: 'text', title }])),
    },
  },
  rolls: [],
  stated: [],
  wording: {},
});
const options = { forms: [form] };
const numbers = { 听证: 2, 座谈会: 0 };
const people = [{ f0: '一', f1: '二', f2: '三', f3: '四', f4: '五' }];
const report = parseReport(
  { edition: 'own', year: 2025, agency: { name: '某局' }, narrative: { all: '收支。' }, facts: { numbers, people } },
  options,
);
const own = writeWorkbook(report, options);

test('what the form wants of a text, and its examples, stand beside the cells to be filled in', async () => {
  const { sheets } = await readXlsx(await own);
  const textsOn = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows.flat() ?? [];
  expect(textsOn('文字')).toContain(
    '写明收支等方面的情况；写明审计情况；写本年度的情况，不照抄上年；一般不超过 300 字。',
  );
  expect(textsOn('基本情况')).toEqual(
    expect.arrayContaining(['各数\n如：听证 2', '如：已按期公开。', '如：办公室', '不填则用“本机关”；如：我局']),
  );
});

test('records of many fields have a column for each, and numbers a row by the name of each', async () => {
  const { sheets } = await readXlsx(await own);
  expect(sheets.find(({ name }) => name === '基本情况')?.columns?.length).toBe(6);
  expect(await read(await own, { name: 'a.xlsx', ...options })).toMatchObject({ report, losses: [] });
});

test('a name without a number is told with its cell; a name twice as well', async () => {
  const bytes = await made;
  const typed = (rows: readonly (readonly (string | number)[])[]) =>
    readChanged(bytes, {}, (book) => {
      const { sheet, row, column } = placeIn(book, 'facts.other');
      const cells = book.sheets.find(({ name }) => name === sheet)?.rows;
      rows.forEach((values, i) => {
        cells?.[row + i]?.splice(column, 2, ...values);
      });
    });
  const { report: found, losses } = await typed([
    ['听证', '１２'],
    ['听证', 3],
  ]);
  expect(found).toMatchObject({ facts: { other: { 听证: 3 } } });
  expect(losses).toMatchObject([{ code: 'read/doubtful', message: '一个名称写了两次，按后一个读入' }]);
  const error = await typed([['听证', '']]).catch((thrown: unknown) => thrown);
  if (!(error instanceof ReportError)) throw new Error('nothing was told');
  expect(error.diagnostics[0]).toMatchObject({
    path: ['facts', 'other', '听证'],
    place: { at: expect.stringMatching(/^基本情况!C/) },
  });
});
