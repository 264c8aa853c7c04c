import { describe, expect, test } from '@jest/globals';
import { assessReport, checkReport, composeReport, formatDiagnostic, stops } from '../../src/index.js';
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

describe('what a waiver covers', () => {
  const row = (naturalPerson: number) => ({ naturalPerson, total: 0 });
  const requests = {
    fill: 0,
    received: row(3),
    disposition: { granted: row(2), denied: { stateSecret: row(1) }, total: row(3) },
  };
  const ROWS = ['received', 'disposition.granted', 'disposition.denied.stateSecret', 'disposition.total'];
  const waivedBy = (path: string) => {
    const { waivers, findings } = assessReport(
      minimalReport({ requests, waivers: [{ rule: 'sum/I2', path, reason: '原样' }] }),
    );
    const waived = findings.filter((one) => one.waived !== undefined);
    expect(waivers).toEqual([{ rule: 'sum/I2', path, reason: '原样', findings: waived, unassessed: [] }]);
    expect(findings.some(({ code }) => code === 'waiver/unused')).toBe(waived.length === 0);
    return waived.map(({ path: at }) => at.join('.').replace(/^requests\.|\.total$/g, '')).toSorted();
  };

  test.each([
    ['requests', ROWS],
    ['requests.disposition', ROWS.slice(1)],
    ['requests.disposition.denied', ROWS.slice(2, 3)],
    ['requests.received.total', ROWS.slice(0, 1)],
    ['requests.received', ROWS.slice(0, 1)],
    ['requests.*.total', ROWS],
    ['*', ROWS],
    ['*.total', ROWS],
    ['requests.*', ROWS],
    ['requests.*.*.total', ROWS.slice(1)],
    ['requests.disposition.*.total', ROWS.slice(1)],
    ['requests.*.denied.*.total', ROWS.slice(2, 3)],
    ['requests.*.stateSecret.total', ROWS.slice(2, 3)],
    ['requests.disposition.denied.*', ROWS.slice(2, 3)],
    ['*.received.total', ROWS.slice(0, 1)],
    ['*.stateSecret.total', ROWS.slice(2, 3)],
    ['requests.rec', []],
    ['requests.received.total.more', []],
    ['requests.*.received.total', []],
    ['requests.*.naturalPerson', []],
    ['review.*', []],
  ])('%s', (path, rows) => {
    expect(waivedBy(path)).toEqual(rows.toSorted());
  });

  test('a place that two waivers cover is waived by the first', () => {
    const waivers = ['requests.received', 'requests.*.total', 'requests.received.total'].map((path, i) => {
      return { rule: 'sum/I2', path, reason: `理由${i}` };
    });
    const assessment = assessReport(minimalReport({ requests, waivers }));
    expect(assessment.waivers.map(({ findings }) => findings.length)).toEqual([1, 3, 0]);
    expect(assessment.findings.map(short)).toContain('waiver/unused waivers[2]');
  });

  test('blank cells, part of those of a table, and the sums that they leave unassessed', () => {
    const blank = { fill: 0, disposition: { granted: { total: null, naturalPerson: null }, partial: { total: null } } };
    const waivers = [
      { rule: 'cell/blank', path: 'requests.*.total', reason: '原样' },
      { rule: 'sum/I2', path: 'requests.disposition.granted', reason: '空白' },
    ];
    const { findings, waivers: applied } = assessReport(minimalReport({ requests: blank, waivers }));
    expect(findings.map(({ code, places, path, waived }) => [code, places?.length ?? path.join('.'), waived])).toEqual([
      ['cell/blank', 'requests.disposition.granted.naturalPerson', undefined],
      ['cell/blank', 2, '原样'],
    ]);
    expect(applied[1]?.unassessed).toMatchObject([
      { path: ['requests', 'disposition', 'granted', 'total'], waived: '空白' },
    ]);
  });

  test('an index is a key as any other', () => {
    const narrative = { overview: '本机关<br>公开。' };
    const waived = (path: string) =>
      checkReport(minimalReport({ narrative, waivers: [{ rule: 'text/debris', path, reason: '原样' }] })).every(
        (one) => one.waived !== undefined,
      );
    expect(waived('narrative.overview')).toBe(true);
    expect(waived('narrative')).toBe(true);
    expect(waived('narrative.other')).toBe(false);
  });

  test('never what keeps a text from being written', () => {
    const waivers = [{ rule: 'template/empty', path: '*', reason: '原样' }];
    const found = checkReport(minimalReport({ narrative: { overview: '{{#if agency.fax}}有{{/if}}' }, waivers }));
    expect(found.filter(stops).map(short)).toEqual(['template/empty narrative.overview']);
  });
});
