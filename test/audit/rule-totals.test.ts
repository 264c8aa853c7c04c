import { ruleTotals } from '../../src/audit/rule-totals.js';

// Each thread names the rules of a form once; which of its reports comes first is chance.

const WORDS = [
  { code: 'sum/I1', formula: '分项之和等于总计' },
  { code: 'sum/I2', formula: '各项之和等于合计' },
] as const;

const total = (i: 0 | 1, passed: number, failed: number) => ({ ...WORDS[i], passed, failed, waived: 0, unassessed: 1 });

test('counts of a form are added up, whether the rules are named before or after them', () => {
  const totals = ruleTotals();
  totals.add('2021', { counts: Uint32Array.of(1, 2, 0, 0, 3, 4, 0, 1) });
  totals.add('2021', { counts: Uint32Array.of(10, 20, 0, 1, 30, 40, 0, 0), words: WORDS });
  expect(totals.all()).toEqual([total(0, 11, 22), total(1, 33, 44)]);
});

test('a rule that two forms have is one rule', () => {
  const totals = ruleTotals();
  totals.add('2021', { counts: Uint32Array.of(1, 2, 0, 1), words: WORDS.slice(0, 1) });
  totals.add('2019', { counts: Uint32Array.of(5, 0, 0, 0), words: WORDS.slice(0, 1) });
  expect(totals.all()).toEqual([total(0, 6, 2)]);
});
