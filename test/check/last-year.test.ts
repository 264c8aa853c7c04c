import { describe, expect, test } from '@jest/globals';
import { assessReport, blankReport, composeReport, formatDiagnostic, type Report } from '../../src/index.js';
import { minimal, minimalReport, problemsOf, type Raw, short } from '../input/example.js';

const inForce = (figure: number) => ({ fill: 0, rules: { inForce: figure } });
const withLastYear = (previous: Raw, changes: Raw = {}): Report =>
  minimalReport({
    disclosure: inForce(3),
    previous: minimal({
      year: 2024,
      disclosure: inForce(5),
      narrative: { problems: '去年的另外一段话。' },
      ...previous,
    }),
    ...changes,
  });

/** The rules that compare years: passed, failed, not assessed. */
const compared = (report: Report) =>
  assessReport(report)
    .rules.filter(({ rule }) => rule.code === 'years/C2')
    .map(({ passed, findings, unassessed }) => [passed, findings.length, unassessed.length]);

test('a report of the year before, of the same agency, is compared', () => {
  expect(compared(withLastYear({}))).toEqual([[1, 1, 0]]);
  expect(assessReport(withLastYear({})).findings.map(short)).toEqual(['years/C2 disclosure.rules.inForce']);
});

describe('a report of another year', () => {
  test.each([2023, 2025, 2026])('%i is an error, and nothing is compared', (year) => {
    const report = withLastYear({ year });
    const { findings, rules } = assessReport(report);
    expect(findings).toMatchObject([
      { code: 'previous/year', severity: 'error', path: ['previous', 'year'], found: String(year), expected: '2024' },
    ]);
    expect(compared(report)).toEqual([[0, 0, 2]]);
    const whys = rules.flatMap(({ unassessed }) => unassessed.map(({ why }) => why));
    expect(new Set(whys)).toEqual(new Set([`所给的上年报告（previous）是 ${year} 年度的`]));
    expect(() => composeReport(report)).toThrow('previous/year');
  });

  test('cannot begin a report', () => {
    const options = { edition: '2021', year: 2025, agency: '示例县示例局' } as const;
    expect(problemsOf(() => blankReport({ ...options, previous: minimalReport({ year: 2023 }) }))).toMatchObject([
      { code: 'previous/year', expected: '2024' },
    ]);
    expect(problemsOf(() => blankReport({ ...options, previous: minimalReport({ year: 2024 }) }))).toEqual([]);
  });
});

describe('a report of another agency', () => {
  const other = { agency: { name: '示例县旧名局' } };
  const waivers = [{ rule: 'previous/agency', path: 'previous.agency.name', reason: '2025 年机构改革更名' }];

  test('is a warning, and nothing is compared', () => {
    const report = withLastYear(other);
    const { findings } = assessReport(report);
    expect(findings).toMatchObject([
      { code: 'previous/agency', severity: 'warning', found: '示例县旧名局', expected: '示例县示例局' },
    ]);
    expect(findings.map(formatDiagnostic).join()).toContain('机关更名的，在 waivers 中写明');
    expect(compared(report)).toEqual([[0, 0, 2]]);
  });

  test('is compared once a waiver says that the agency was renamed', () => {
    const report = withLastYear(other, { waivers });
    expect(compared(report)).toEqual([[1, 1, 0]]);
    expect(assessReport(report).findings.map(({ code, waived }) => [code, waived])).toEqual([
      ['years/C2', undefined],
      ['previous/agency', '2025 年机构改革更名'],
    ]);
  });

  test('is none if only spaces differ', () => {
    expect(compared(withLastYear({ agency: { name: '示例县 示例局' } }))).toEqual([[1, 1, 0]]);
  });
});

test('the report before that of last year is left out unread, however many follow', () => {
  let chain: Raw = minimal({ year: 2000 });
  for (let year = 2001; year < 2400; year++) chain = minimal({ year, previous: chain });
  const report = minimalReport({
    year: 2024,
    previous: { ...chain, year: 2023, previous: { year: 'wrong', previous: chain } },
  });
  expect(report.previous).not.toHaveProperty('previous');
});
