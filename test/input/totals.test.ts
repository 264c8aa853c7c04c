import { describe, expect, test } from '@jest/globals';
import { checkReport, parseReport } from '../../src/index.js';
import { rightRequests, rightReview } from '../check/right-report.js';
import { fc } from '../fast-check.js';
import { applicantColumns, applicantParts, requestRows, reviewGroups } from '../tables/form.js';
import {
  at,
  minimal,
  minimalReport,
  onePerPlace,
  problemsOf,
  type Raw,
  short,
  withValue,
  zeroReview,
} from './example.js';

const problems = (changes: Raw) => onePerPlace(problemsOf(() => parseReport(minimal(changes))));

describe('totals: "compute"', () => {
  test('computes every total that is left out, for any figures', () => {
    fc.assert(
      fc.property(rightRequests('2021'), rightReview, (requests, review) => {
        const bare = withoutTotals(requests, review);
        const report = minimalReport({
          requests: { ...bare.requests, totals: 'compute' },
          review: { ...bare.review, totals: 'compute' },
        });
        expect(report.requests).toEqual(requests);
        expect(report.review).toEqual(review);
      }),
      { numRuns: 20 },
    );
  });

  test('leaves a total that is given as it is, and it is checked as ever', () => {
    const review = { fill: 0, totals: 'compute', reconsideration: { upheld: 2, total: 3 } };
    expect(minimalReport({ review }).review.reconsideration.total).toBe(3);
    expect(checkReport(minimalReport({ review })).map(short)).toEqual(['sum/I3 review.reconsideration.total']);
  });

  test('goes with fill: 0', () => {
    const requests = {
      fill: 0,
      totals: 'compute',
      received: { naturalPerson: 5, organization: { business: 2 } },
      disposition: { granted: { naturalPerson: 5 }, partial: { organization: { business: 2 } } },
    };
    const report = minimalReport({ requests });
    expect(at(report, 'requests.received.total')).toBe(7);
    expect(at(report, 'requests.disposition.total.naturalPerson')).toBe(5);
    expect(at(report, 'requests.disposition.total.total')).toBe(7);
    expect(at(report, 'requests.carriedForward.total')).toBe(0);
    expect(checkReport(report)).toEqual([]);
  });

  test('without fill still asks for the parts, and for the totals that lack a part', () => {
    const found = problems({
      review: { ...withValue(zeroReview(), 'reconsideration', { upheld: 1 }), totals: 'compute' },
    });
    expect(found.map(short)).toEqual([
      'cell/missing review.reconsideration.corrected',
      'cell/missing review.reconsideration.other',
      'cell/missing review.reconsideration.pending',
      'cell/missing review.reconsideration.total',
    ]);
  });

  test('does not make up 结转下年度 or any other figure that is not a total', () => {
    const found = problems({ requests: { totals: 'compute' } }).map(short);
    expect(found).toContain('cell/missing requests.carriedForward.naturalPerson');
  });
});

function withoutTotals(requests: Raw, review: Raw) {
  const totals = requestRows('2021').flatMap((row) =>
    applicantColumns
      .filter((column) => row === 'disposition.total' || !applicantParts.includes(column))
      .map((column) => `${row}.${column}`),
  );
  return {
    requests: totals.reduce((data, path) => withValue(data, path, undefined), requests),
    review: reviewGroups.reduce((data, group) => withValue(data, `${group}.total`, undefined), review),
  };
}
