import { describe, expect, test } from '@jest/globals';
import { checkReport, type Diagnostic, type Report } from '../../src/index.js';
import { fc } from '../fast-check.js';
import { at, minimalReport, withValue } from '../input/example.js';
import { applicantColumns, requestRows } from '../tables/form.js';
import { rightRequests } from './right-report.js';

const sumsIn = (report: Report): readonly Diagnostic[] =>
  checkReport(report).filter(({ code }) => code.startsWith('sum/'));

describe('where sums fail by one cell', () => {
  const cells = requestRows('2021').flatMap((row) => applicantColumns.map((column) => `requests.${row}.${column}`));

  test('it is named, with what it should be, by each of them that is not alone', () => {
    const cell = fc.constantFrom(...cells);
    fc.assert(
      fc.property(rightRequests('2021'), cell, fc.integer({ min: 1, max: 9 }), (requests, path, by) => {
        const right = minimalReport({ requests });
        const found = sumsIn(withValue(right, path, at(right, path) + by));
        const isAlone = found.length === 1;
        for (const { suspect } of found) {
          if (isAlone) expect(suspect).toBeUndefined();
          else expect(suspect).toMatchObject({ path: path.split('.'), expected: String(at(right, path)) });
        }
      }),
      { numRuns: 60 },
    );
  });

  test('of two wrong cells far apart each is named', () => {
    const right = minimalReport({ requests: { fill: 0 } });
    const one = withValue(right, 'requests.disposition.granted.naturalPerson', 2);
    const two = withValue(one, 'requests.disposition.partial.organization.business', 3);
    const suspects = new Set(sumsIn(two).map(({ suspect }) => suspect?.path.join('.')));
    expect(suspects).toEqual(
      new Set(['requests.disposition.granted.naturalPerson', 'requests.disposition.partial.organization.business']),
    );
  });
});

test('the most specific sum comes first, and a total that only follows says so', () => {
  const right = minimalReport({ requests: { fill: 0 } });
  const paths = ['requests.disposition.granted.total', 'requests.disposition.partial.total'];
  const wrong = paths.reduce((report, path, i) => withValue(report, path, i + 1), right);
  const found = sumsIn(wrong);
  expect(found.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
    'sum/I2 requests.disposition.granted.total',
    'sum/I2 requests.disposition.partial.total',
    'sum/I1 requests.disposition.total.total',
  ]);
  expect(found[2]?.hint).toMatch(/^先核对 三、（一）予以公开 · 总计、三、（二）部分公开.*不要改这一处$/);
});

test('identities come after the totals that they compare', () => {
  const right = minimalReport({ requests: { fill: 0 } });
  const codes = sumsIn(withValue(right, 'requests.disposition.total.naturalPerson', 4)).map(({ code }) => code);
  expect(codes.at(-1)).toBe('sum/E1');
  expect(codes.toSorted()).toEqual(['sum/E1', 'sum/I1', 'sum/I2']);
});
