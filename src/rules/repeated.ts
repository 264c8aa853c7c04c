import { type Failure, type Outcome, PASS, type Rule, type Subject } from './rule.js';

/** From this share of common pairs of characters on, a text counts as copied. */
const COPIED = 0.9;

function pairs(text: string): Map<string, number> {
  const characters = [...text.replace(/[\s\p{P}\d]/gu, '')];
  const counts = new Map<string, number>();
  for (let i = 1; i < characters.length; i++) {
    const pair = `${characters[i - 1]}${characters[i]}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

/** Dice's coefficient over pairs of neighbouring characters, figures and marks left out: 0 for nothing in common, 1 for all. */
export function similarity(a: string, b: string): number {
  const [first, second] = [pairs(a), pairs(b)];
  const size = (counts: Map<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  const common = [...first].reduce((sum, [pair, count]) => sum + Math.min(count, second.get(pair) ?? 0), 0);
  const total = size(first) + size(second);
  return total === 0 ? 0 : (2 * common) / total;
}

function check({ narrated, previous, previousProblems }: Subject): readonly Outcome[] {
  const path = ['narrative', 'problems'];
  if (previous === undefined || previousProblems === undefined) {
    return [{ status: 'unassessed', path, why: '没有给出上年的报告（previous）' }];
  }
  const share = similarity(narrated.parts.problems.text, previousProblems);
  if (share < COPIED) return [PASS];
  const found = `与上年相同的占 ${Math.floor(share * 100)}%`;
  const failure: Failure = {
    status: 'fail',
    path,
    message: '第五部分与上年几乎相同',
    found,
    expected: `低于 ${COPIED * 100}%`,
  };
  return [failure];
}

/** Section five is not last year's. */
export const repeatedRules: readonly Rule[] = [
  {
    code: 'text/repeated',
    severity: 'warning',
    formula: '第五部分不照抄上年',
    basis: '国办公开办函〔2021〕30号',
    hint: '写本年度的问题和改进情况',
    check,
  },
];
