import { expect, test } from '@jest/globals';
import Big from 'big.js';
import { type AnyReport, type ListedAgency, type RollUp, rollUp } from '../../src/index.js';
import { valueAt } from '../../src/table/cells.js';
import { fc } from '../fast-check.js';
import { forms, paths, report } from './made.js';

// Whatever the tree of agencies, what is rolled up level by level is what all its leaves add up to.

interface Node {
  readonly name: string;
  readonly children: readonly Node[];
  readonly values: { readonly [path: string]: unknown };
}

const decimal = fc.tuple(fc.integer({ min: 0, max: 10 ** 9 }), fc.nat({ max: 4 })).map(([n, decimals]) => {
  const digits = String(n).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
});
const amount = fc.oneof(
  decimal,
  fc.record({ value: decimal, unit: fc.constantFrom('元', '万元', '亿元', '人民币元', '万 元') }),
  fc.integer({ min: 0, max: 10 ** 9 }),
);
const count = fc.oneof(fc.nat(10 ** 6), fc.record({ value: fc.nat(9), note: fc.constant('其中1件') }));

const values = fc.record(
  Object.fromEntries(
    paths.map((path) => {
      if (path.endsWith('.amount')) return [path, amount];
      return [path, path.endsWith('.change') ? fc.integer({ min: -1000, max: 1000 }) : count];
    }),
  ),
);

const tree: (depth?: number) => fc.Arbitrary<Omit<Node, 'name'>> = fc.memo((depth) =>
  fc.record({ children: depth > 1 ? fc.array(tree(), { maxLength: 3 }) : fc.constant([]), values }),
) as never;

const named = ({ children, values: own }: Omit<Node, 'name'>, name: string): Node => ({
  name,
  values: own,
  children: children.map((child, i) => named(child as Node, `${name}${i + 1}`)),
});

const county = tree(3)
  .map((node) => named(node, '县'))
  .filter(({ children }) => children.length > 0);

const leavesOf = (node: Node): readonly Node[] =>
  node.children.length === 0 ? [node] : node.children.flatMap(leavesOf);

const listed = (node: Node): readonly ListedAgency[] =>
  node.children.flatMap((child) => [
    { name: child.name, former: [], above: node.name, others: {}, line: 1, column: 1 },
    ...listed(child),
  ]);

const reportOf = ({ name, values: own }: Node): AnyReport => report(name, own);

/** Level by level: each agency with others below it hands in what these add up to. */
function climbed(node: Node, agencies: readonly ListedAgency[], lost = ''): AnyReport {
  if (node.children.length === 0) return reportOf(node);
  const below = node.children.filter(({ name }) => name !== lost).map((child) => climbed(child, agencies, lost));
  return rollUp(below, { agency: node.name, agencies, forms, year: 2024 }).report;
}

const FACTORS: { readonly [unit: string]: string } = {
  元: '1',
  人民币元: '1',
  万元: '1e4',
  '万 元': '1e4',
  亿元: '1e8',
};

/** A figure as a number of its smallest unit, so that figures in different units can be compared. */
function plain(value: unknown, path: string): string | null {
  if (value === null) return null;
  const { value: digits, unit = '万元' } =
    typeof value === 'object' ? (value as { value: string; unit?: string }) : { value };
  return new Big(digits as string).times(path.endsWith('.amount') ? (FACTORS[unit] ?? '') : 1).toFixed();
}

const plainCells = (one: AnyReport) => paths.map((path) => plain(valueAt(one, path.split('.')), path));

test('the sum of sums is the whole, whatever order reports come in', () => {
  fc.assert(
    fc.property(county, fc.infiniteStream(fc.nat()), (node, chance) => {
      const agencies = listed(node);
      const leaves = leavesOf(node);
      const sums = paths.map((path) =>
        leaves.reduce((sum, leaf) => sum.plus(plain(leaf.values[path], path) ?? 'none'), new Big(0)).toFixed(),
      );
      const order = new Map(leaves.map((leaf) => [leaf, chance.next().value as number]));
      const shuffled = leaves.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
      const options = { agency: node.name, forms };
      const whole = rollUp(leaves.map(reportOf), options);
      expect(plainCells(whole.report)).toEqual(sums);
      expect(plainCells(climbed(node, agencies))).toEqual(sums);
      expect(JSON.stringify(rollUp(shuffled.map(reportOf), options))).toBe(JSON.stringify(whole));
      expect(whole.isComplete).toBe(true);
    }),
    { numRuns: 20 },
  );
});

const gapsOf = ({ cells }: RollUp) => cells.map(({ value, gaps }) => [value, ...gaps.map(({ agency }) => agency)]);

test('a leaf that is missing is missing all the way up, and told at each step', () => {
  fc.assert(
    fc.property(county, fc.nat(), (node, chance) => {
      const agencies = listed(node);
      const leaves = leavesOf(node);
      const lost = leaves[chance % leaves.length]?.name ?? '';
      const way = [lost];
      for (let upper = agencies.find(({ name }) => name === lost)?.above; upper !== undefined; ) {
        way.push(upper);
        upper = agencies.find(({ name }) => name === upper)?.above;
      }
      expect(plainCells(climbed(node, agencies, lost))).toEqual(paths.map(() => null));
      const [, above = ''] = way;
      const handed = leaves.filter(({ name }) => name !== lost).map(reportOf);
      const told = rollUp(handed, { agency: above, agencies, forms, year: 2024, edition: 'small' });
      const missing = agencies.filter(
        (one) => one.above === above && !handed.some((other) => other.agency.name === one.name),
      );
      expect(told.isComplete).toBe(false);
      expect(gapsOf(told)).toEqual(paths.map(() => [null, ...missing.map(({ name }) => name)]));
      expect(told.findings.filter(({ code }) => code === 'rollup/missing')).toHaveLength(missing.length);
    }),
    { numRuns: 20 },
  );
});

test('every cell is what its contributions say, and each of these is in a report that was handed in', () => {
  fc.assert(
    fc.property(county, (node) => {
      const handed = leavesOf(node).map((leaf) => ({ report: reportOf(leaf), file: `${leaf.name}.yaml` }));
      const { cells } = rollUp(handed, { agency: '省', forms });
      for (const { path, value, contributions } of cells) {
        const own = contributions.map(({ agency, file, values: [one] }) => {
          const source = handed.find((other) => other.file === file)?.report;
          expect([source?.agency.name, valueAt(source, path)]).toEqual([agency, one]);
          return plain(one, path.join('.')) ?? 'none';
        });
        expect(own).toHaveLength(handed.length);
        expect(plain(value, path.join('.'))).toBe(own.reduce((sum, one) => sum.plus(one), new Big(0)).toFixed());
      }
    }),
    { numRuns: 10 },
  );
});
