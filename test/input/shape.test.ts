import { describe, expect, test } from '@jest/globals';
import { parseReport } from '../../src/index.js';
import { minimal, problemsOf, type Raw, short, withValue } from './example.js';

const problems = (raw: Raw) => problemsOf(() => parseReport(raw));

describe('a key that is not known', () => {
  test.each([
    ['agency.telphone', 'telephone'],
    ['requests.recieved', 'received'],
    ['requests.received.naturalperson', 'naturalPerson'],
    ['review.litigation.direkt', 'direct'],
    ['narrative.overveiw', 'overview'],
    ['tabels', 'tables'],
  ])('%s is refused, with the key that may have been meant: %s', (path, meant) => {
    const found = problems(withValue(minimal(), path, {}));
    expect(found.map(short)).toEqual([`shape/unknown-key ${path}`]);
    expect(found[0]?.hint).toContain(meant);
  });

  test('far from all known ones is refused with the list of these', () => {
    const [found] = problems(withValue(minimal(), 'agency.zzzzzzzzzzzz', '1'));
    expect(found?.hint).toMatch(/name.*address.*website/);
  });

  test('of the other edition is not known', () => {
    const found = problems(minimal({ disclosure: { fill: 0, procurement: { items: 1 } } }));
    expect(found.map(short)).toEqual(['shape/unknown-key disclosure.procurement']);
  });
});

test('what is missing is named in the words of its schema, and a name of marks alone is like no other', () => {
  const [missing] = problems(withValue(minimal(), 'signoff', { agency: '甲局' }));
  expect(missing).toMatchObject({ code: 'shape/missing', expected: '日期，如 "2021-01-31"' });
  const [unknown] = problems(withValue(minimal(), 'tables.>', []));
  expect(unknown?.hint).not.toContain('是不是想写');
});

describe('a value of the wrong type', () => {
  test.each<[string, unknown]>([
    ['year', '2025'],
    ['agency', '示例县示例局'],
    ['agency.name', 12],
    ['facts', []],
    ['facts.training', { sessions: '3', participants: 4 }],
    ['narrative.overview', { text: '文字' }],
    ['requests.received', 12],
    ['requests.received.total', '12'],
    ['requests.received.total', true],
    ['signoff', { date: 20260115 }],
    ['waivers', {}],
  ])('%s: %j is refused at its place', (path, value) => {
    const found = problems(withValue(minimal(), path, value));
    expect(found).toHaveLength(1);
    expect(found[0]?.path.join('.').startsWith(path)).toBe(true);
    expect(found[0]?.code).toBe('shape/type');
  });

  test.each<[string, unknown]>([
    ['requests.received.total', -1],
    ['requests.received.total', 1.5],
    ['year', 20.5],
    ['agency.name', ''],
    ['signoff.date', '2026-02-30'],
    ['signoff.date', '2026年1月5日'],
    ['requests.fill', 1],
    ['requests.totals', 'sum'],
  ])('%s: %j has the right kind and is still refused', (path, value) => {
    const found = problems(withValue(minimal(), path, value));
    const shape = found.filter(({ code }) => code !== 'cell/missing');
    expect(shape.map(({ path }) => path.join('.'))).toEqual([path]);
    expect(shape[0]?.code).toMatch(/^shape\/(?:value|type)$/);
  });

  test('of a cell is told with the name of the cell in the words of the form', () => {
    const [found] = problems(withValue(minimal(), 'requests.disposition.denied.stateSecret.naturalPerson', 'x'));
    expect(found).toMatchObject({ label: '三、（三）1.属于国家秘密 · 自然人', found: '文字 "x"' });
  });
});

test.each([null, 12, '{}', [], undefined])('%j is no report', (raw) => {
  expect(problems(raw)).toMatchObject([{ code: 'shape/type', path: [] }]);
});

test.each(['year', 'agency', 'agency.name', 'disclosure', 'requests', 'review'])('%s may not be left out', (path) => {
  expect(problems(withValue(minimal(), path, undefined)).map(short)).toEqual([`shape/missing ${path}`]);
});

test('all problems are reported at once', () => {
  const raw = minimal({
    year: 'x',
    agency: { name: '', phone: '1' },
    disclosure: { fill: 0, licensing: { decisions: -1 } },
    review: {},
    signoff: { date: '今天' },
  });
  const found = problems(raw);
  expect(found.map(short)).toEqual(
    expect.arrayContaining([
      'shape/type year',
      'shape/value agency.name',
      'shape/unknown-key agency.phone',
      'shape/value disclosure.licensing.decisions',
      'shape/value signoff.date',
      'cell/missing review',
    ]),
  );
  expect(found).toHaveLength(5 + 1);
});

test.each([undefined, '2020', '2023', 2021, null, '__proto__', 'toString'])(
  'edition %j is refused, with those there are',
  (edition) => {
    const found = problems({ ...minimal(), edition });
    expect(found).toMatchObject([{ code: 'edition/unknown', path: ['edition'] }]);
    expect(found[0]?.expected).toBe('"2019"（国办公开办函〔2019〕60号） 或 "2021"（国办公开办函〔2021〕30号）');
  },
);
