import { describe, expect, test } from '@jest/globals';
import { checkReport, stops } from '../../src/index.js';
import { fixture, minimalReport, type Raw, readFixture, short, withValue } from '../input/example.js';
import { applicantColumns, reviewCells } from '../tables/form.js';

interface Published {
  readonly report: string;
  readonly edition: '2019' | '2021';
  readonly year: number;
  readonly failures: readonly string[];
  readonly disclosure: Raw;
  readonly requests: { readonly [row: string]: readonly number[] };
  readonly review: readonly number[];
}

/** The figures that six agencies published, and which sums among them were found by hand to fail. */
const published: readonly Published[] = JSON.parse(fixture('published-tables.json'));

function reportOf({ edition, year, disclosure, requests, review }: Published) {
  const cells = Object.entries(requests).flatMap(([row, figures]) =>
    applicantColumns.map((column, i): [string, unknown] => [`${row}.${column}`, figures[i]]),
  );
  return minimalReport({
    edition,
    year,
    disclosure,
    requests: cells.reduce((data, [path, value]) => withValue(data, path, value), { fill: 0 }),
    review: reviewCells.reduce((data, path, i) => withValue(data, path, review[i]), {}),
  });
}

test.each(published)('the figures of $report fail where they were found to by hand', (figures) => {
  const found = checkReport(reportOf(figures)).filter(stops).map(short);
  expect(found.toSorted()).toEqual([...figures.failures].toSorted());
});

describe('the Yinchuan report, whose row （七）总计 was published wrong', () => {
  const report = readFixture('2019/yinchuan-2020.json');
  const wrong = [
    'sum/I2 requests.disposition.total.total',
    'sum/I1 requests.disposition.total.naturalPerson',
    'sum/E1 requests.disposition.total.naturalPerson',
  ];

  test('stops at exactly three sums without its waivers', () => {
    const found = checkReport({ ...report, waivers: [] });
    expect(found.filter(stops).map(short).toSorted()).toEqual(wrong.toSorted());
  });

  test('stops nowhere with them, and still shows all three with the reason', () => {
    const found = checkReport(report);
    expect(found.filter(stops)).toEqual([]);
    const waived = found.filter((problem) => problem.waived !== undefined);
    expect(waived.map(short).toSorted()).toEqual(wrong.toSorted());
    for (const problem of waived)
      expect(problem).toMatchObject({ severity: 'error', waived: expect.stringMatching('如实重印') });
  });

  test('names both sides of a sum, the cell in the words of the form, and what it should be', () => {
    const sums = checkReport({ ...report, waivers: [] }).filter(stops);
    const [i2, i1, e1] = ['sum/I2', 'sum/I1', 'sum/E1'].map((rule) => sums.find(({ code }) => code === rule));
    expect(i2).toMatchObject({ label: '三、（七）总计 · 总计', found: '1', expected: '0' });
    expect(i1).toMatchObject({ label: '三、（七）总计 · 自然人', found: '0', expected: '1' });
    expect(e1?.label).toBe('三、（七）总计 · 自然人 + 四、结转下年度继续办理 · 自然人');
    expect(e1).toMatchObject({ found: '0', expected: '1' });
  });
});
