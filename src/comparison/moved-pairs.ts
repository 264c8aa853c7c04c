import { alike, mostAlike, type Pairs, pairsOf } from '../verify/likeness.js';
import { type ShownPart, shownPart } from '../verify/shown-part.js';

/** A paragraph and its number in its section, counted from 1. */
export interface Numbered {
  readonly text: string;
  readonly number: number;
  /** What it is compared by. */
  readonly part: ShownPart;
}

export const numberedOne = (text: string, number: number): Numbered => {
  return { text, number, part: shownPart('text', [[{ text }]]) };
};

/** Paragraphs less alike than this are not one that was moved and changed. */
const SAME_ELSEWHERE = 0.6;

/** With more paragraphs without an answer than this, only those that are the same are taken for moved. */
const MOST_ALONE = 200;

/** What may have moved, and how much it is alike. */
interface Candidate<T> {
  readonly one: T;
  readonly other: T;
  readonly likeness: number;
}

/** Those that are the same, of many. */
function sameOf<T extends Numbered>(removed: readonly T[], added: readonly T[]): readonly Candidate<T>[] {
  const byKey = new Map<string, T[]>(added.map(({ part }) => [part.key, []]));
  for (const other of added.toReversed()) byKey.get(other.part.key)?.push(other);
  return removed.flatMap((one) => {
    const other = byKey.get(one.part.key)?.pop();
    return other === undefined ? [] : [{ one, other, likeness: 1 }];
  });
}

/** Those that are alike. */
function alikeOf<T extends Numbered>(removed: readonly T[], added: readonly T[]): readonly Candidate<T>[] {
  const pairs = new Map([...removed, ...added].map(({ part }) => [part, pairsOf(part)]));
  const likenessOf = (one: ShownPart, other: ShownPart): number => {
    if (one.key === other.key) return 1;
    if (mostAlike(one, other) < SAME_ELSEWHERE) return 0;
    return alike(one, pairs.get(one) as Pairs, other, pairs.get(other) as Pairs);
  };
  return removed.flatMap((one) =>
    added.flatMap((other) => {
      const likeness = likenessOf(one.part, other.part);
      return likeness >= SAME_ELSEWHERE ? [{ one, other, likeness }] : [];
    }),
  );
}

/** Of what is gone and what is new the paragraphs that are one and the same, moved and perhaps changed. The most alike are taken first. */
export function movedPairs<T extends Numbered>(
  removed: readonly T[],
  added: readonly T[],
): readonly (readonly [T, T])[] {
  const find = removed.length + added.length > MOST_ALONE ? sameOf : alikeOf;
  const taken = new Set<T>();
  return find(removed, added)
    .toSorted((a, b) => b.likeness - a.likeness)
    .flatMap(({ one, other }) => {
      if (taken.has(one) || taken.has(other)) return [];
      taken.add(one).add(other);
      return [[one, other] as const];
    });
}
