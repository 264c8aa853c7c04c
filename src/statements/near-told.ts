import { once } from '../memo/once.js';
import type { Told } from './told.js';

/** How many numbers before and behind one are looked at: more than sentences have. A paragraph may have thousands. */
const MOST = 100;

const NO_SENTENCES: readonly (readonly Told[])[] = [];
const NO_PARTS: ReadonlyMap<Told, readonly Told[]> = new Map();

/** The numbers of a paragraph by their sentences. */
export const bySentence = (told: readonly Told[]): readonly (readonly Told[])[] =>
  told.length === 0 ? NO_SENTENCES : sentencesWith(told);

const sentencesWith = once((told: readonly Told[]): readonly (readonly Told[])[] => {
  const sentences: Told[][] = [];
  for (const one of told) {
    while (sentences.length <= one.sentence) sentences.push([]);
    sentences[one.sentence]?.push(one);
  }
  return sentences;
});

/** The parts of each number of a paragraph. */
export const partsIn = (told: readonly Told[]): ReadonlyMap<Told, readonly Told[]> =>
  told.some(({ parent }) => parent !== undefined) ? partsOf(told) : NO_PARTS;

const partsOf = once((told: readonly Told[]): ReadonlyMap<Told, readonly Told[]> => {
  const parts = new Map<Told, Told[]>();
  for (const one of told) {
    if (one.parent === undefined) continue;
    const own = parts.get(one.parent);
    if (own) own.push(one);
    else parts.set(one.parent, [one]);
  }
  return parts;
});

/** How many numbers of a paragraph stand before a place. */
function countBefore(told: readonly Told[], at: number): number {
  let [low, high] = [0, told.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((told[middle]?.counted.from ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last numbers that stand before a place, the nearest last. */
export function before(told: readonly Told[], at: number): readonly Told[] {
  const end = countBefore(told, at);
  return told.slice(Math.max(0, end - MOST), end);
}

/** The numbers between two places, as far as a sentence goes. */
export function within(told: readonly Told[], from: number, to: number): readonly Told[] {
  const first = countBefore(told, from);
  return told.slice(first, first + MOST).filter(({ counted }) => counted.to <= to);
}

/** The numbers of the sentence of one, it among them. */
export function inItsSentence(told: readonly Told[], { sentence, counted }: Told): readonly Told[] {
  const at = countBefore(told, counted.from);
  return told.slice(Math.max(0, at - MOST), at + MOST).filter((one) => one.sentence === sentence);
}
