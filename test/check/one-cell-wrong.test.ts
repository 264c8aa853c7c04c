import { describe, expect, test } from '@jest/globals';
import { checkReport, type Report } from '../../src/index.js';
import { fc } from '../fast-check.js';
import { at, minimalReport, short, withValue } from '../input/example.js';
import { applicantColumns, dispositionParts, type EditionId, requestRows, reviewCells } from '../tables/form.js';
import { rightRequests, rightReview } from './right-report.js';

const EDITIONS: readonly EditionId[] = ['2019', '2021'];
const IN_IDENTITY = ['received', 'carriedOver', 'disposition.total', 'carriedForward'];

/** The sums that a figure of table three takes part in, from what its row and its column mean. */
function sumsOfRequest(edition: EditionId, row: string, column: string): readonly string[] {
  const underTotal = row === 'disposition.total' || dispositionParts(edition).includes(row);
  return [
    `sum/I2 requests.${row}.total`,
    ...(underTotal ? [`sum/I1 requests.disposition.total.${column}`] : []),
    ...(IN_IDENTITY.includes(row) ? [`sum/E1 requests.disposition.total.${column}`] : []),
  ];
}

const failures = (report: Report) =>
  checkReport(report)
    .filter(({ code }) => code.startsWith('sum/'))
    .map(short)
    .toSorted();

/** One more, or one less where there is one to take away. */
const changed = (report: Report, path: string, by: number): Report => {
  const value: number = at(report, path);
  return withValue(report, path, value + by < 0 ? value + 1 : value + by);
};

const rightReport = (edition: EditionId) =>
  fc
    .record({ requests: rightRequests(edition), review: rightReview })
    .map((tables) => minimalReport({ edition, ...tables }));

describe.each(EDITIONS)('%s: in a report whose sums all hold', (edition) => {
  test('nothing is reported', () => {
    fc.assert(
      fc.property(rightReport(edition), (report) => {
        expect(failures(report)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test('each figure of table three that is off by one breaks exactly the sums it takes part in', () => {
    fc.assert(
      fc.property(rightReport(edition), fc.constantFrom(1, -1), (report, by) => {
        for (const row of requestRows(edition)) {
          for (const column of applicantColumns) {
            const found = failures(changed(report, `requests.${row}.${column}`, by));
            expect(found).toEqual(sumsOfRequest(edition, row, column).toSorted());
          }
        }
      }),
      { numRuns: 2 },
    );
  });

  test('each figure of table four that is off by one breaks exactly the total of its group', () => {
    fc.assert(
      fc.property(rightReport(edition), fc.constantFrom(1, -1), (report, by) => {
        for (const cell of reviewCells) {
          const group = cell.replace(/\.\w+$/, '');
          expect(failures(changed(report, `review.${cell}`, by))).toEqual([`sum/I3 review.${group}.total`]);
        }
      }),
      { numRuns: 2 },
    );
  });
});
