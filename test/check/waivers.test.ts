import { expect, test } from '@jest/globals';
import { checkReport, composeReport, formatDiagnostic, stops } from '../../src/index.js';
import { minimalReport, problemsOf, short } from '../input/example.js';

const wrongTotal = { fill: 0, reconsideration: { upheld: 3, total: 4 } };
const waiver = { rule: 'sum/I3', path: 'review.reconsideration.total', reason: '原文如此' };

test('a sum that does not hold stops the composing', () => {
  expect(problemsOf(() => composeReport(minimalReport({ review: wrongTotal }))).map(short)).toEqual([
    'sum/I3 review.reconsideration.total',
  ]);
});

test('a waiver lets it through and stays with it', () => {
  const report = minimalReport({ review: wrongTotal, waivers: [waiver] });
  const [found, ...others] = checkReport(report);
  expect(others).toEqual([]);
  expect(found?.waived).toBe('原文如此');
  expect(found && formatDiagnostic(found)).toMatch(/^已豁免 sum\/I3 .*豁免理由：原文如此/s);
  expect(() => composeReport(report)).not.toThrow();
});

test('a waiver of another rule or another cell waives nothing', () => {
  for (const other of [
    { ...waiver, rule: 'sum/I2' },
    { ...waiver, path: 'review.litigation.direct.total' },
  ]) {
    const found = checkReport(minimalReport({ review: wrongTotal, waivers: [other] }));
    expect(found.filter(stops).map(short)).toEqual(['sum/I3 review.reconsideration.total']);
    expect(found.map(short)).toContain('waiver/unused waivers[0]');
  }
});

test('a waiver that waives nothing is a warning that names it', () => {
  const [found, ...others] = checkReport(minimalReport({ waivers: [waiver] }));
  expect(others).toEqual([]);
  expect(found).toMatchObject({ code: 'waiver/unused', severity: 'warning', path: ['waivers', 0] });
  expect(found?.found).toBe('sum/I3 review.reconsideration.total');
});

test('of two waivers only the one that waives nothing is reported', () => {
  const unused = { ...waiver, path: 'review.litigation.direct.total' };
  const found = checkReport(minimalReport({ review: wrongTotal, waivers: [waiver, unused] }));
  expect(found.filter(stops)).toEqual([]);
  expect(found.map(short)).toEqual(['sum/I3 review.reconsideration.total', 'waiver/unused waivers[1]']);
});
