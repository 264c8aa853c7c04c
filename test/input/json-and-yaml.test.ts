import { expect, test } from '@jest/globals';
import { stringify } from 'yaml';
import { checkReport, type Diagnostic, readReport } from '../../src/index.js';
import { rightRequests, rightReview } from '../check/right-report.js';
import { fc } from '../fast-check.js';
import { fixture, minimal, problemsOf, short, withValue } from './example.js';

/** Text that a file format may have to quote: marks, quotes, line ends, what looks like a number or like YAML. */
const text = fc.oneof(
  fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((s) => !/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]/.test(s) && s.trim() !== ''),
  fc.constantFrom(
    'yes',
    'null',
    '~',
    '0x1F',
    '1e3',
    '012',
    '- 一',
    '# 注释',
    'a: b',
    '“引”',
    "'",
    '"',
    '多行\n文字',
    ' 空 ',
    '2025-01-01',
    '{a}',
    '@',
    '*a',
    '&a',
    '|',
    '%',
  ),
);

const raw = fc
  .record({
    name: text,
    address: text,
    other: fc.array(text, { minLength: 1, maxLength: 3 }),
    amount: fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true, min: 0, max: 1e9 }).filter((n) => n === 0 || n > 1e-6),
      fc.constantFrom('96171.60', '0.10'),
    ),
    requests: rightRequests('2021'),
    review: rightReview,
  })
  .map(({ name, address, other, amount, requests, review }) => ({
    ...minimal({ requests, review, disclosure: { fill: 0, fees: { amount } } }),
    agency: { name, address },
    facts: { otherMatters: other },
  }));

test('the same content gives the same report from JSON and from YAML', () => {
  fc.assert(
    fc.property(raw, (content) => {
      const fromJson = readReport(JSON.stringify(content), 'report.json').report;
      expect(readReport(stringify(content), 'report.yaml').report).toEqual(fromJson);
      const { name, address } = content.agency;
      expect(fromJson.agency).toEqual({ name: name.trim(), address: address.trim() });
    }),
    { numRuns: 50 },
  );
});

test('the same mistakes are found in both', () => {
  const wrong = [
    ['agency.telphone', '1'],
    ['requests.received.total', -1],
    ['review.litigation', 3],
    ['year', '2025'],
  ] as const;
  const content = wrong.reduce((data, [path, value]) => withValue(data, path, value), minimal());
  const found = (file: string, read: string): readonly Diagnostic[] => problemsOf(() => readReport(read, file));
  const inJson = found('report.json', JSON.stringify(content, null, 2));
  expect(inJson.length).toBeGreaterThanOrEqual(4);
  expect(found('report.yaml', stringify(content)).map(short)).toEqual(inJson.map(short));
});

test('a YAML fixture read as JSON gives the same findings', () => {
  const { report } = readReport(fixture('2021/huaian-2024.yaml'), 'huaian.yaml');
  const again = readReport(JSON.stringify(report), 'huaian.json').report;
  expect(again).toEqual(report);
  expect(checkReport(again)).toEqual(checkReport(report));
});
