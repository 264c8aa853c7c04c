import { expect, test } from '@jest/globals';
import { parseReport, safeParseReport } from '../../src/index.js';
import { fc } from '../fast-check.js';
import { disclosureCells } from '../tables/form.js';
import { minimal, type Raw, withValue } from './example.js';

const unit = fc.constantFrom('万元', ' 元', '', '\u200b', 3);
const decimal = fc.constantFrom(0, 1.5, -2, 1e21, '12.50', '1,200', '1e3', '', `1${'0'.repeat(400)}`);
const value = fc.oneof(
  { weight: 4, arbitrary: fc.nat({ max: 9 }) },
  decimal,
  fc.constantFrom(null, undefined, Number.NaN, 2 ** 60, true, [], [1], {}),
  fc.record({ value: decimal, unit, note: fc.constantFrom('其中1件', '') }, { requiredKeys: ['value'] }),
);
const place = fc.constantFrom(
  ...disclosureCells('2021'),
  'fill',
  'totals',
  'licensing',
  'licensing.more',
  'fees.amount.unit',
);
const changes = fc.array(fc.tuple(place, fc.oneof(value, fc.constantFrom('given', 'compute'))), { maxLength: 3 });

/** The same, of objects that are not taken for plain ones. */
function unplain(data: Raw): Raw {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data;
  const entries = Object.entries(data).map(([key, inner]) => [key, unplain(inner)]);
  return Object.assign(Object.create(null), Object.fromEntries(entries));
}

test('a table is read alike whether or not its shape can be told at a glance', () => {
  fc.assert(
    fc.property(changes, (all) => {
      const disclosure = all.reduce((data, [path, one]) => setIn(data, path, one), minimal().disclosure);
      const [quick, slow] = [disclosure, unplain(disclosure)].map((table) =>
        safeParseReport(minimal({ disclosure: table })),
      );
      expect(JSON.parse(JSON.stringify(quick))).toEqual(JSON.parse(JSON.stringify(slow)));
    }),
    { numRuns: 400 },
  );
});

test('the keys of a report are in one order, whichever of its tables can be told at a glance', () => {
  const given = minimal();
  const orders = [
    given,
    ...['disclosure', 'requests', 'review'].map((key) => ({ ...given, [key]: unplain(given[key]) })),
  ];
  const [first, ...others] = orders.map((raw) => Object.keys(parseReport(raw)));
  for (const keys of others) expect(keys).toEqual(first);
});

test('a figure that is hidden from whoever lists keys is held against the schema like others', () => {
  const disclosure = Object.defineProperty(minimal().disclosure, 'fees', { value: 'none', enumerable: false });
  expect(safeParseReport(minimal({ disclosure })).ok).toBe(false);
});

/** A value below one that is no group takes its place. */
function setIn(data: Raw, path: string, one: unknown): Raw {
  try {
    return withValue(data, path, one);
  } catch {
    return data;
  }
}
