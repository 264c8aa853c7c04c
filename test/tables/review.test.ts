import { expect, test } from '@jest/globals';
import { figuresOf, labelsOf, numbered, printedFigures, tableOf } from './grids.js';

const OUTCOMES = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];

test.each(['2019', '2021'] as const)('%s: three rows of heads over one row of 15 figures', (edition) => {
  const table = tableOf({ edition, review: numbered(edition, 'review') }, 'review');
  expect([table.rows, table.widths.length, table.headRows]).toEqual([4, 15, 3]);
  expect(labelsOf(table)).toEqual([
    '0,0 1×5 行政复议',
    '0,5 1×10 行政诉讼',
    ...OUTCOMES.map((outcome, i) => `1,${i} 2×1 ${outcome}`),
    '1,5 1×5 未经复议直接起诉',
    '1,10 1×5 复议后起诉',
    ...OUTCOMES.map((outcome, i) => `2,${5 + i} 1×1 ${outcome}`),
    ...OUTCOMES.map((outcome, i) => `2,${10 + i} 1×1 ${outcome}`),
  ]);
  expect(figuresOf(table)).toEqual(Array.from({ length: 15 }, (_, i) => `3,${i} 1×1`));
  expect(printedFigures(table)).toEqual(Array.from({ length: 15 }, (_, i) => `${i + 1}`));
});
