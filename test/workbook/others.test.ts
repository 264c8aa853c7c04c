import { expect, test } from '@jest/globals';
import { read } from '../../src/index.js';
import { bookOf } from './books.js';

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

test.each([
  ['right of', beside(rules, bareReview, 1)],
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
