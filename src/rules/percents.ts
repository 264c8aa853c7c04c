import { once } from '../memo/once.js';
import { type Counted, numbersIn } from '../statements/counted-numbers.js';
import { bySentence } from '../statements/near-told.js';
import { clauseStart, type Sentence, sentencesOf } from '../statements/sentences.js';
import type { Told } from '../statements/told.js';
import type { ReadPassage } from './statements.js';

/** A percentage in a sentence, with what the sentence says before it. */
export interface Percent {
  readonly counted: Counted;
  /** The words of its clause before it. */
  readonly words: string;
  /** The words of its sentence before it. */
  readonly sentence: string;
  /** What stands behind it in its clause. */
  readonly after: string;
  /** Numbers of its sentence that stand before it, the nearest last. */
  readonly before: readonly Told[];
  /** Those of the sentence before. */
  readonly earlier: readonly Told[];
}

const percentsOf = once((read: ReadPassage): readonly Percent[] => ratiosIn(read, '%'));

/** All percentages of a paragraph. */
export const percentsIn = (read: ReadPassage): readonly Percent[] =>
  read.words.text.includes('%') ? percentsOf(read) : [];

/** How many times as much something grew, as percentages: 增长3倍 is 300%. Such numbers are rounded to what they print. */
export const timesIn = (read: ReadPassage): readonly Percent[] =>
  ratiosIn(read, '倍').flatMap((one) =>
    /(?:增长|增加|上升|提高|上涨|翻)(?:了|约|近)*$/u.test(one.words)
      ? {
          ...one,
          counted: { ...one.counted, value: one.counted.value * 100, step: (one.counted.step || 1) * 50 },
        }
      : [],
  );

/** All numbers of a paragraph with the sign of a ratio. */
export function ratiosIn({ words: { text }, told }: ReadPassage, ratio: string): readonly Percent[] {
  if (!text.includes(ratio)) return [];
  const sentences = bySentence(told);
  return sentencesOf(text).flatMap((sentence, i) =>
    sentence.text.includes(ratio)
      ? ratiosOf(sentence, ratio, sentences[i] ?? [], sentences[i - 1]?.slice(-MOST) ?? [])
      : [],
  );
}

/** How far words, and how many numbers, before a percentage may say what it is of: more than sentences have that are no lists. */
const LONGEST = 1000;
const MOST = 100;

/** Those of a sentence, which may have thousands: each goes on from the one before. */
function ratiosOf(
  { text, from }: Sentence,
  ratio: string,
  told: readonly Told[],
  earlier: readonly Told[],
): readonly Percent[] {
  let passed = 0;
  return numbersIn(text)
    .filter(({ unit }) => unit === ratio)
    .map((one) => {
      const counted = { ...one, from: from + one.from, to: from + one.to };
      while ((told[passed]?.counted.to ?? Number.POSITIVE_INFINITY) <= counted.from) passed++;
      return {
        counted,
        words: text.slice(clauseStart(text, one.from, Math.max(0, one.from - LONGEST)), one.from),
        sentence: text.slice(Math.max(0, one.from - LONGEST), one.from),
        after: /^[^，。；：]{0,64}/u.exec(text.slice(one.to))?.[0] ?? '',
        before: told.slice(Math.max(0, passed - MOST), passed),
        earlier,
      };
    });
}

/** Whether a percentage is this one, by the decimals that it prints: rounded or cut off. */
export function isPercent({ value, step, about }: Counted, exact: number): boolean {
  const room = (step === 0 ? 1 : step) * (about === 'exact' ? 1.0001 : 3);
  return Math.abs(exact - value) < room;
}

/** Percentages as messages print them, with as many decimals as the text has. */
export const percentText = (exact: number, { step }: Counted): string =>
  `${exact.toFixed(step === 0 ? 0 : Math.round(-Math.log10(step)))}%`;
