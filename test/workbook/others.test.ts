import { expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { blankReport, ReportError, read, writeWorkbook } from '../../src/index.js';
import { bookOf, withParts } from './books.js';

// A workbook of somebody else's is read by what its tables say, wherever they stand.

type Row = readonly (string | number | null)[];

const heads = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const disclosure = [
  ['二、主动公开政府信息情况'],
  ['第二十条第（一）项'],
  ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
  ['规章', 2, 1, 12],
  ['行政规范性文件', 50, 227, 420],
  ['第二十条第（五）项'],
  ['信息内容', '本年处理决定数量'],
  ['行政许可', 1573],
];
const review = [
  ['四、政府信息公开行政复议、行政诉讼情况'],
  ['行政复议', null, null, null, null, '行政诉讼'],
  [null, null, null, null, null, '未经复议直接起诉', null, null, null, null, '复议后起诉'],
  [...heads, ...heads, ...heads],
  [1, 2, 3, 4, 10, 0, 0, 0, 0, 0, 5, 0, 0, 0, 5],
];
const found = {
  year: 2024,
  agency: { name: '某某县某某局' },
  review: { reconsideration: { upheld: 1, total: 10 }, litigation: { afterReconsideration: { upheld: 5 } } },
};
const title = ['某某县某某局2024年政府信息公开工作年度报告'];
const readBook = async (bytes: Uint8Array) => (await read(bytes, { name: '别家的.xlsx' })).report;

test('a table with a blank row above it', async () => {
  expect(await readBook(await bookOf({ Sheet1: [title, [null], ...review] }))).toMatchObject(found);
});

test('tables one below the other, with nothing but their headings between them', async () => {
  const bytes = await bookOf({ Sheet1: [title, ...disclosure, ...review] });
  expect(await readBook(bytes)).toMatchObject({
    ...found,
    disclosure: {
      rules: { issued: 2, repealed: 1, inForce: 12 },
      normativeDocuments: { issued: 50, repealed: 227, inForce: 420 },
      licensing: { decisions: 1573 },
    },
  });
});

const beside = (left: readonly Row[], right: readonly Row[], gap: number): Row[] =>
  Array.from({ length: Math.max(left.length, right.length) }, (_, i) => [
    ...Array.from({ length: 4 + gap }, (_, j) => left[i]?.[j] ?? null),
    ...(right[i] ?? []),
  ]);

test.each([0, 1, 3])('tables side by side, each below its heading, %i columns apart', async (gap) => {
  const bytes = await bookOf({ Sheet1: [title, ...beside(disclosure, review, gap)] });
  expect(await readBook(bytes)).toMatchObject({
    ...found,
    disclosure: { rules: { issued: 2, repealed: 1, inForce: 12 }, licensing: { decisions: 1573 } },
  });
});

test('tables side by side without headings, with a column between them', async () => {
  const [, , head, ...rules] = disclosure.slice(0, 5);
  const [, kind, licensing] = disclosure.slice(5);
  const more = [kind, licensing, ['行政确认', 3]].map((row = []) => row);
  const bytes = await bookOf({
    Sheet1: [title, ['二、主动公开政府信息情况'], ...beside([head ?? [], ...rules], more, 1)],
  });
  expect(await readBook(bytes)).toMatchObject({
    disclosure: { rules: { issued: 2, inForce: 12 }, licensing: { decisions: 1573 } },
  });
});

const [, ...bareReview] = review;
const [, , ...rules] = disclosure.slice(0, 5);

const requests = [
  ['（本列数据的勾稽关系为：…）', null, null, '申请人情况'],
  [null, null, null, '自然人', '法人或其他组织', null, null, null, null, '总计'],
  [null, null, null, null, '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'],
  ['一、本年新收政府信息公开申请数量', null, null, 5, 1, 0, 0, 0, 0, 6],
  ['二、上年结转政府信息公开申请数量', null, null, 0, 0, 0, 0, 0, 0, 0],
  ['三、本年度办理结果', '（一）予以公开', null, 4, 1, 0, 0, 0, 0, 5],
  [null, '（七）总计', null, 4, 1, 0, 0, 0, 0, 5],
  ['四、结转下年度继续办理', null, null, 1, 0, 0, 0, 0, 0, 1],
];
const [, ...bareDisclosure] = disclosure;
const readRequests = {
  received: { total: 6 },
  disposition: { granted: { naturalPerson: 4 } },
  carriedForward: { total: 1 },
};
const readRules = { rules: { issued: 2, inForce: 12 }, licensing: { decisions: 1573 } };

test.each([
  ['requests beside those of another', [bareDisclosure, requests], { disclosure: readRules, requests: readRequests }],
  ['figures in one row beside requests', [requests, bareReview], { ...found, requests: readRequests }],
  ['requests beside figures in one row', [bareReview, requests], { ...found, requests: readRequests }],
  ['rules beside figures in one row', [bareReview, bareDisclosure], { ...found, disclosure: readRules }],
  ['all three', [bareDisclosure, requests, bareReview], { ...found, disclosure: readRules, requests: readRequests }],
])('tables right beside each other without headings: %s', async (_, tables, expected) => {
  const width = (rows: readonly Row[]) => Math.max(...rows.map(({ length }) => length));
  const height = Math.max(...tables.map(({ length }) => length));
  const all = Array.from({ length: height }, (_, i) =>
    tables.flatMap((rows) => Array.from({ length: width(rows) }, (_, j): Row[number] => rows[i]?.[j] ?? null)),
  );
  expect(await readBook(await bookOf({ Sheet1: [title, ...all] }))).toMatchObject(expected);
});

test.each([
  ['figures in one row above labels', [...bareReview, ...bareDisclosure]],
  ['labels above figures in one row', [...bareDisclosure, ...bareReview]],
])('tables right below each other without headings: %s', async (_, rows) => {
  expect(await readBook(await bookOf({ Sheet1: [title, ...rows] }))).toMatchObject({ ...found, disclosure: readRules });
});

test.each([
  ['right of', beside(rules, bareReview, 1)],
  ['right next to', beside(rules, bareReview, 0)],
  ['right of, lower than,', beside(rules, [[null], [null], ...bareReview], 2)],
  [
    'left of',
    bareReview.map((row, i) => [...Array.from({ length: 16 }, (_, j) => row[j] ?? null), ...(rules[i] ?? [])]),
  ],
])('the table of figures in one row, without a heading, %s a table with labels', async (_, rows) => {
  expect(await readBook(await bookOf({ Sheet1: [title, ...rows] }))).toMatchObject({
    ...found,
    disclosure: { rules: { issued: 2, repealed: 1, inForce: 12 }, normativeDocuments: { inForce: 420 } },
  });
});

test('a column that is left empty in the table of figures in one row does not part it', async () => {
  const spaced = bareReview.map((row) => [...row.slice(0, 5), null, ...row.slice(5)]);
  expect(await readBook(await bookOf({ Sheet1: [title, ...spaced] }))).toMatchObject(found);
});

test('a column that is left empty within a table does not part it', async () => {
  const spaced = disclosure.map(([label = null, first = null, ...rest]) => [label, first, null, ...rest]);
  expect(await readBook(await bookOf({ Sheet1: [title, ...spaced] }))).toMatchObject({
    disclosure: { rules: { issued: 2, repealed: 1, inForce: 12 }, normativeDocuments: { inForce: 420 } },
  });
});

// What is no workbook of a report is told, and nothing in it is followed.

const codeOf = async (bytes: Uint8Array): Promise<readonly string[]> => {
  const error = await read(bytes, { name: 'a.xlsx' }).catch((thrown: unknown) => thrown);
  if (!(error instanceof ReportError)) return ['read'];
  return error.diagnostics.map(({ code }) => code);
};
const made = writeWorkbook(blankReport({ edition: '2021', year: 2025, agency: '某局' }));
const blank = () => made;
const SHEET = 'xl/worksheets/sheet1.xml';
const sheetOf = (rows: string): string =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;

test('a million rows', async () => {
  const rows = '<row><c/></row>'.repeat(1_000_000);
  expect(await codeOf(withParts(await blank(), { [SHEET]: sheetOf(rows) }))).toEqual(['read/too-large']);
});

test('a part that says it unpacks to more than any report', async () => {
  const bytes = Buffer.from(await bookOf({ a: [[1]] }));
  // The last record of the directory, and in it the size of what is unpacked.
  bytes.writeUInt32LE(3_000_000_000, bytes.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 24);
  expect(await codeOf(bytes)).toEqual(['read/too-large']);
});

test('a part that says it takes no room in the file', async () => {
  const bytes = Buffer.from(await bookOf({ a: [[1]] }));
  bytes.writeUInt32LE(0, bytes.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 20);
  expect(await codeOf(bytes)).toEqual(['read/damaged']);
});

test('blocks of merged cells without end', async () => {
  const merges = Array.from({ length: 300 }, (_, i) => `<mergeCell ref="A${i * 100 + 1}:CU${i * 100 + 100}"/>`).join(
    '',
  );
  const sheet = sheetOf('<row r="1"><c r="A1"><v>1</v></c></row>').replace(
    '</worksheet>',
    `<mergeCells>${merges}</mergeCells></worksheet>`,
  );
  expect(await codeOf(withParts(await bookOf({ a: [[1]] }), { [SHEET]: sheet }))).toEqual(['read/too-large']);
});

test('cells at the far end of a sheet', async () => {
  const corner = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
  expect(await codeOf(withParts(await bookOf({ a: [[1]] }), { [SHEET]: sheetOf(corner) }))).toEqual(['read/damaged']);
});

test('entities that stand for entities', async () => {
  const bomb = `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "${'&a;'.repeat(50)}"><!ENTITY c "${'&b;'.repeat(50)}">]>`;
  const cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>&c;</t></is></c></row>';
  expect(await codeOf(withParts(await bookOf({ a: [[1]] }), { [SHEET]: bomb + sheetOf(cell) }))).toEqual([
    'read/no-report',
  ]);
});

test('a file that breaks off, and one that is no workbook', async () => {
  const bytes = await blank();
  expect(await codeOf(bytes.subarray(0, bytes.length / 2))).toEqual(['read/damaged']);
  expect(await codeOf(withParts(bytes, { 'xl/workbook.xml': 'x' }))).toEqual(['read/damaged']);
});

test('macros are not run, links not followed, and both are told', async () => {
  const link = '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>';
  const bytes = withParts(await blank(), { 'xl/vbaProject.bin': 'x', 'xl/externalLinks/externalLink1.xml': link });
  const { losses } = await read(bytes, { name: 'a.xlsm' });
  expect(losses.map(({ found }) => found)).toEqual(['宏', '1 处外部链接']);
});

test('a map that leads into what every object has leads nowhere', async () => {
  const bytes = await bookOf({
    nianbao: [
      ['nianbao-workbook', '1'],
      ['edition', '2021'],
      [null],
      [null],
      [null],
      [null],
      ['["__proto__","polluted"]', 'text', '', '', "'a'!$A$1", ''],
    ],
    a: [['yes']],
  });
  await codeOf(bytes);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

test.each([
  ['a place below a text', '["agency","office"]', '["agency","name","x"]'],
  ['a column without a place', '[{"path":', '[null,{"path":'],
])('a map that is damaged: %s', async (_, from, to) => {
  const agency = { name: '某局', office: '办公室' };
  const report = { ...blankReport({ edition: '2021', year: 2025, agency: '某局' }), agency };
  const waivers = [{ rule: 'sum/mismatch', path: 'requests', reason: '如实' }];
  const bytes = await writeWorkbook({ ...report, waivers } as Parameters<typeof writeWorkbook>[0]);
  const part = 'xl/sharedStrings.xml';
  const xml = strFromU8(unzipSync(bytes)[part] ?? new Uint8Array());
  expect(xml).toContain(from);
  const damaged = withParts(bytes, { [part]: xml.replace(from, to) });
  await read(damaged, { name: 'a.xlsx' }).catch((thrown: unknown) => expect(thrown).toBeInstanceOf(ReportError));
});
