import { describe, expect, test } from '@jest/globals';
import { checkReport, parseReport } from '../../src/index.js';
import { printedFigures, tableOf } from '../tables/grids.js';
import { minimal, minimalReport, onePerPlace, problemsOf, type Raw, short, withValue, zeroReview } from './example.js';

const problems = (changes: Raw) => onePerPlace(problemsOf(() => parseReport(minimal(changes))));
const sums = (changes: Raw) => checkReport(minimalReport(changes)).map(short);

describe('a cell that is left out', () => {
  test('is missing, and named as the form names it', () => {
    const review = withValue(zeroReview(), 'litigation.direct.pending', undefined);
    expect(problems({ review })).toMatchObject([
      {
        code: 'cell/missing',
        path: ['review', 'litigation', 'direct', 'pending'],
        label: '行政诉讼 · 未经复议直接起诉 · 尚未审结',
      },
    ]);
  });

  test.each([
    ['received', 'naturalPerson', '一、本年新收政府信息公开申请数量 · 自然人'],
    ['disposition.granted', 'organization.other', '三、（一）予以公开 · 其他'],
    ['disposition.denied.stateSecret', 'total', '三、（三）1.属于国家秘密 · 总计'],
    ['disposition.otherwise.other', 'organization.business', '三、（六）3.其他 · 商业企业'],
    ['disposition.total', 'naturalPerson', '三、（七）总计 · 自然人'],
    ['carriedForward', 'total', '四、结转下年度继续办理 · 总计'],
  ])('requests.%s.%s is 「%s」', (row, column, label) => {
    const found = problems({ requests: {} }).find(({ path }) => path.join('.') === `requests.${row}.${column}`);
    expect(found?.label).toBe(label.replace(/[「」]/g, ''));
  });

  test('is reported with all others: 10, 175 and 15 of an empty 2021 report', () => {
    const found = problems({ disclosure: {}, requests: {}, review: {} });
    const count = (table: string) => found.filter(({ path }) => path[0] === table).length;
    expect(['disclosure', 'requests', 'review'].map(count)).toEqual([10, 175, 15]);
  });

  test('is told once for a table, with the number of cells and every place', () => {
    const found = problemsOf(() => parseReport(minimal({ requests: {}, review: {} })));
    expect(found.map(short)).toEqual(['cell/missing requests', 'cell/missing review']);
    expect(found[1]).toMatchObject({
      message: '四、政府信息公开行政复议、行政诉讼情况：有 15 格没有填写',
      found: '行政复议 · 结果维持、行政复议 · 结果纠正、行政复议 · 其他结果 等 15 格',
      places: expect.arrayContaining([
        { path: ['review', 'litigation', 'direct', 'total'], label: '行政诉讼 · 未经复议直接起诉 · 总计' },
      ]),
    });
    const [inner] = problemsOf(() => parseReport(minimal({ previous: minimal({ review: {} }) })));
    expect(inner).toMatchObject({ path: ['previous', 'review'] });
    expect(inner?.places?.[0]?.path).toEqual(['previous', 'review', 'reconsideration', 'upheld']);
  });

  test('is 0 by fill: 0, and what is given stays', () => {
    const { review } = minimalReport({ review: { fill: 0, reconsideration: { upheld: 2, total: 2 } } });
    expect(review.reconsideration).toEqual({ upheld: 2, corrected: 0, other: 0, pending: 0, total: 2 });
    expect(review.litigation.direct).toEqual({ upheld: 0, corrected: 0, other: 0, pending: 0, total: 0 });
  });

  test('is 0 by fill: 0 also if it is a total, which is then wrong', () => {
    expect(sums({ review: { fill: 0, reconsideration: { upheld: 2 } } })).toEqual([
      'sum/I3 review.reconsideration.total',
    ]);
  });
});

describe('zero, blank and missing are three things', () => {
  test('zero prints 0, null prints nothing and is a warning, an absent cell stops', () => {
    const disclosure = (decisions: unknown) => ({ fill: 0, licensing: { decisions } });
    expect(printedFigures(tableOf({ disclosure: disclosure(0) }, 'disclosure'))[6]).toBe('0');
    expect(printedFigures(tableOf({ disclosure: disclosure(null) }, 'disclosure'))[6]).toBe('');
    const found = checkReport(minimalReport({ disclosure: disclosure(null) }));
    expect(found).toMatchObject([{ code: 'cell/blank', severity: 'warning', label: '行政许可 · 本年处理决定数量' }]);
    expect(problems({ review: withValue(zeroReview(), 'reconsideration.other', undefined) })).toMatchObject([
      { code: 'cell/missing', severity: 'error' },
    ]);
  });

  test('blank cells of a table are one warning', () => {
    const review = { fill: 0, reconsideration: { upheld: null, other: null } };
    const [found, ...others] = checkReport(minimalReport({ review }));
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'cell/blank', path: ['review'], severity: 'warning' });
    expect(found?.places?.map(({ path }) => path.join('.'))).toEqual([
      'review.reconsideration.upheld',
      'review.reconsideration.other',
    ]);
  });

  test('fill: 0 does not fill a blank, and a sum over a blank is neither computed nor judged', () => {
    const review = { fill: 0, reconsideration: { upheld: null, total: 4 } };
    expect(minimalReport({ review }).review.reconsideration.upheld).toBeNull();
    expect(sums({ review })).toEqual(['cell/blank review.reconsideration.upheld']);
  });
});

test('2019: 本年增/减 may be negative, and prints with its sign; a count may not', () => {
  const changes = { edition: '2019', disclosure: { fill: 0, fees: { previousItems: 4, change: -3 } } };
  expect(printedFigures(tableOf(changes, 'disclosure')).slice(18, 20)).toEqual(['4', '-3']);
  expect(problems({ edition: '2019', disclosure: { fill: 0, fees: { previousItems: -4 } } }).map(short)).toEqual([
    'shape/value disclosure.fees.previousItems',
  ]);
});
