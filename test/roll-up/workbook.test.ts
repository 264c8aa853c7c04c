import { expect, test } from '@jest/globals';
import Big from 'big.js';
import { readXlsx } from 'hucre/xlsx';
import { rollUp, writeContributions } from '../../src/index.js';
import { forms, listOf, paths, report } from './made.js';

const RECEIVED = 'cases.received.people';
const STAFF = 'spending.staff.amount';
const HOSTILE = '=HYPERLINK("http://x","局")';

const agencies = listOf({ 甲局: '县政府', [HOSTILE]: '县政府', 丙局: '县政府' });
const options = { agency: '县政府', agencies, forms };

interface Seen {
  readonly value: unknown;
  readonly formula?: string;
  readonly formulaResult?: unknown;
}

/** The cells of a workbook by sheet and by row and column: `二 3,1`. */
async function cellsOf(bytes: Uint8Array): Promise<ReadonlyMap<string, Seen>> {
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  return new Map(
    sheets.flatMap(({ name, cells }) =>
      [...(cells ?? [])].map(([at, cell]) => [`${name} ${at}`, cell as Seen] as const),
    ),
  );
}

const book = async (of: Parameters<typeof rollUp>[0], more: object = {}) =>
  cellsOf(await writeContributions(rollUp(of, { ...options, ...more })));

test('a row a cell, a column an agency, and totals that are formulas with what they give', async () => {
  const inputs = [
    report('甲局', { [STAFF]: { value: '15000', unit: '元' }, [RECEIVED]: 2 }),
    report(HOSTILE, { [STAFF]: '2.25', [RECEIVED]: 3 }),
    report('丙局', { [STAFF]: 1, [RECEIVED]: null }),
  ];
  const cells = await book(inputs, { against: report('县政府', { [RECEIVED]: 9, [STAFF]: '4.7' }) });
  expect(['汇总', '一', '二'].map((name) => [...cells.keys()].some((key) => key.startsWith(name)))).toEqual([
    true,
    true,
    true,
  ]);
  const row = (sheet: string, label: string) => {
    const at = [...cells]
      .find(([key, { value }]) => key.startsWith(sheet) && value === label)?.[0]
      .match(/ (\d+),/)?.[1];
    return Array.from({ length: 7 }, (_, column) => cells.get(`${sheet} ${at},${column}`));
  };
  expect(row('一', '项目').map((cell) => cell?.value)).toEqual([
    '项目',
    '合计',
    '公布的合计',
    '公布减合计',
    '甲局',
    `'${HOSTILE}`,
    '丙局',
  ]);
  expect(row('一', '项目').every((cell) => cell?.formula === undefined)).toBe(true);
  const [, total, published, difference, ...given] = row('一', '人员 · 金额（单位：万元）');
  expect(given.map((cell) => cell?.value)).toEqual([1.5, 2.25, 1]);
  expect(total).toMatchObject({ formula: 'IF(COUNT(E4:G4)=3,SUM(E4:G4),"")', formulaResult: 4.75 });
  expect(published?.value).toBe(4.7);
  expect(difference).toMatchObject({ formula: 'IF(COUNT(B4:C4)=2,ROUND(C4-B4,8),"")', formulaResult: -0.05 });
  const [, open, , , ...received] = row('二', '新收 · 自然人');
  expect(received.map((cell) => cell?.value)).toEqual([2, 3, '留空']);
  expect([open?.formula, open?.formulaResult ?? '']).toEqual(['IF(COUNT(E6:G6)=3,SUM(E6:G6),"")', '']);
});

test('the same reports in another order give the same bytes', async () => {
  const inputs = ['甲局', HOSTILE, '丙局'].map((name, i) => report(name, { [RECEIVED]: i }));
  const [one, other] = await Promise.all(
    [inputs, inputs.toReversed()].map((of) => writeContributions(rollUp(of, options))),
  );
  expect(one).toEqual(other);
});

test('figures that no number of a spreadsheet holds stand as they are, with their sum', async () => {
  const long = '12345678901234567890.12';
  const cells = await book([report('甲局', { [STAFF]: long }), report(HOSTILE), report('丙局')]);
  expect([cells.get('一 3,1')?.value, cells.get('一 3,1')?.formula, cells.get('一 3,2')?.value]).toEqual([
    long,
    undefined,
    long,
  ]);
});

test('what is missing is a word, and nothing is added up', async () => {
  const cells = await book([report('甲局', { [RECEIVED]: 1 }), report('甲局', { [RECEIVED]: 2 }), report('丙局')], {
    year: 2024,
  });
  const column = (n: number) => paths.map((_, i) => cells.get(`${i < 6 ? '一' : '二'} ${3 + (i % 6)},${n}`)?.value);
  expect(new Set(column(3))).toEqual(new Set(['没有报告']));
  expect(column(2)[paths.indexOf(RECEIVED)]).toBe('两份报告不同：1、2');
  const totals = [...cells].flatMap(([key, { formulaResult, value }]) =>
    /^[一二] \d+,1$/.test(key) && Number(key.match(/\d+/)?.[0]) > 2 ? [formulaResult ?? value ?? ''] : [],
  );
  expect(new Set(totals)).toEqual(new Set(['']));
});

test('what stands in the columns adds up to the column of totals', async () => {
  const of = (n: number) =>
    Object.fromEntries(paths.map((path, i) => [path, path.endsWith('.amount') ? `${n}.${i}5` : n * i]));
  const cells = await book([report('甲局', of(1)), report(HOSTILE, of(2)), report('丙局', of(3))]);
  for (const [key, { formula, formulaResult }] of cells) {
    if (formula === undefined) continue;
    const given = [2, 3, 4].map((column) => cells.get(key.replace(/,1$/, `,${column}`))?.value as number);
    expect(given.reduce((sum, one) => sum.plus(one), new Big(0)).toNumber()).toBe(formulaResult);
  }
});
