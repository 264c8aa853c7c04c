import { describe, expect, test } from '@jest/globals';
import { composeReport, type Report, readReport } from '../../src/index.js';
import { fc } from '../fast-check.js';
import { printedFigures, tableOf } from '../tables/grids.js';
import { fixture, minimal, minimalReport, problemsOf, short } from './example.js';

const fees = (amount: unknown) => ({ disclosure: { fill: 0, fees: { amount } } });
const printed = (amount: unknown) => printedFigures(tableOf(fees(amount), 'disclosure')).at(-1);

/** Decimals as people write them: trailing zeros, many places, more digits than a float holds. */
const decimal = fc
  .tuple(fc.boolean(), fc.stringMatching(/^(?:0|[1-9]\d{0,24})$/), fc.option(fc.stringMatching(/^\d{1,12}$/)))
  .map(([negative, whole, fraction]) => `${negative ? '-' : ''}${whole}${fraction === null ? '' : `.${fraction}`}`);

describe('an amount prints exactly as it is given', () => {
  test('any decimal in quotes', () => {
    fc.assert(
      fc.property(decimal, (text) => {
        expect(printed(text)).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  test.each(['json', 'yaml'])('any decimal as it stands in %s', (format) => {
    fc.assert(
      fc.property(decimal, (literal) => {
        expect(lastFigure(readAmount(literal, format))).toBe(literal);
      }),
      { numRuns: 60 },
    );
  });

  test.each(['json', 'yaml'])('96171.60 in %s keeps its zero', (format) => {
    expect(lastFigure(readAmount('96171.60', format))).toBe('96171.60');
  });

  test.each([
    [96171.6, '96171.6'],
    [59237.2449, '59237.2449'],
    [0.1 + 0.7, '0.7999999999999999'],
    [0, '0'],
  ])('the number %d', (number, text) => {
    expect(printed(number)).toBe(text);
  });

  test('its unit follows in full-width brackets', () => {
    expect(printed({ value: '3168.0656', unit: '万元' })).toBe('3168.0656（万元）');
    expect(printed({ value: 251000, unit: '元' })).toBe('251000（元）');
  });
});

describe('what is no plain decimal is refused', () => {
  test.each(['1e3', '1,000', '12万元', '3168.0656(万元)', '', ' 1', '1.', '.5', '１２', 'NaN', '+1', 1e21, 1e-7])(
    '%j',
    (amount) => {
      const found = problemsOf(() => minimalReport(fees(amount)));
      expect(found.map(({ path }) => path.slice(0, 3).join('.'))).toEqual(['disclosure.fees.amount']);
      expect(found[0]?.expected).toMatch(/^数字，可以有小数，如/);
    },
  );

  test.each([
    { value: 'abc', unit: '元' },
    { value: 1e21, unit: '元' },
  ])('%j', (amount) => {
    const [found] = problemsOf(() => minimalReport(fees(amount)));
    expect(found?.path.join('.')).toBe('disclosure.fees.amount.value');
    expect(found?.expected).toMatch(/^数字，可以有小数，如/);
  });

  test.each([{ value: '12' }, { unit: '元' }, { value: '12', unit: '' }, { value: '12', unit: '元', note: '' }])(
    '%j',
    (amount) => {
      const found = problemsOf(() => minimalReport(fees(amount)));
      expect(found.map(({ path }) => path.slice(0, 3).join('.'))).toContain('disclosure.fees.amount');
    },
  );

  test.each(['json', 'yaml'])('1e3 as it stands in %s', (format) => {
    expect(problemsOf(() => readAmount('1e3', format)).map(short)).toEqual(['shape/value disclosure.fees.amount']);
  });
});

test.each(['json', 'yaml'])('a count in %s is a plain integer: 12.0 and 1e2 are refused, not rounded', (format) => {
  for (const literal of ['12.0', '1e2', '99999999999999999999']) {
    const found = problemsOf(() => readText('"licensing": { "decisions": ', literal, format));
    expect(found.map(({ path }) => path.join('.'))).toEqual(['disclosure.licensing.decisions']);
  }
});

test('a further table prints the numbers of its cells as they stand in the file', () => {
  const text = fixture('2021/minimal.json').replace(
    '"year": 2025,',
    '"year": 2025, "tables": { "other": [{ "columns": ["金额"], "rows": [{ "label": "合计", "values": [12.50] }] }] },',
  );
  const tables = composeReport(readReport(text, 'report.json').report).blocks.filter((block) => block.kind === 'table');
  expect(tables.at(-1)?.cells.at(-1)?.text).toBe('12.50');
});

function readText(before: string, literal: string, format: string): Report {
  const { disclosure: _, ...rest } = minimal();
  const json = JSON.stringify({ ...rest, disclosure: { fill: 0, cell: '@' } }).replace(
    '"cell":"@"',
    `${before}${literal} }`,
  );
  // YAML 1.2 reads flow style as JSON does, so that one text serves both.
  return readReport(json, `report.${format}`).report;
}

const readAmount = (literal: string, format: string) => readText('"fees": { "amount": ', literal, format);

function lastFigure(report: Report): string | undefined {
  const table = composeReport(report).blocks.find(({ path }) => path[0] === 'disclosure');
  return table?.kind === 'table' ? printedFigures(table).at(-1) : undefined;
}
