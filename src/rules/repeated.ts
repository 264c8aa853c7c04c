import type { Form } from '../form/form.js';
import { textOfPart } from '../narrative/narrate.js';
import { isAbsent } from '../report/absent.js';
import { ABSENT, fail, PASS, type Rule, type Subject, type Verdict } from './rule.js';

/** A text that shares at least this many of its character pairs with last year's counts as copied. */
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

/** Dice's coefficient over pairs of neighbouring characters, ignoring digits and punctuation: 0 if nothing is shared, 1 if everything is. */
export function similarity(a: string, b: string): number {
  const [first, second] = [pairs(a), pairs(b)];
  const size = (counts: Map<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  const common = [...first].reduce((sum, [pair, count]) => sum + Math.min(count, second.get(pair) ?? 0), 0);
  const total = size(first) + size(second);
  return total === 0 ? 0 : (2 * common) / total;
}

/** Names a section by its position: 第五部分. */
function partName({ sections }: Form, part: string): string {
  const place = sections.findIndex(({ key }) => key === part);
  return place < 0 ? '引言' : `第${'一二三四五六七八九十'[place] ?? place + 1}部分`;
}

function checkPart(part: string, { report, form, narrated, previous, whyNoPrevious }: Subject): Verdict {
  const path = ['narrative', part];
  if (isAbsent(report, part)) return { status: 'unassessed', path, why: ABSENT };
  if (previous === undefined) return { status: 'unassessed', path, why: whyNoPrevious };
  const before = textOfPart(previous.narrated, part);
  if (before === '') return { status: 'unassessed', path, why: '上年的报告没有这一部分' };
  const share = similarity(textOfPart(narrated, part), before);
  if (share < COPIED) return PASS;
  const message = `${partName(form, part)}与上年几乎相同`;
  return fail(path, message, `与上年相同的占 ${Math.floor(share * 100)}%`, `低于 ${COPIED * 100}%`);
}

/** Texts that the form wants fresh are not last year's. */
export const repeatedRules: readonly Rule[] = [
  {
    code: 'text/repeated',
    severity: 'warning',
    formula: '不照抄上年的文字',
    basis: '规定的格式',
    hint: '写本年度的情况',
    check: (subject) =>
      Object.entries(subject.form.texts).flatMap(([part, { isFresh }]) => (isFresh ? checkPart(part, subject) : [])),
  },
];
