import { alignParts } from '../verify/align-parts.js';
import { inOrder, samePairs } from '../verify/fixed-pairs.js';
import { alike, mostAlike, type Pairs, pairsOf } from '../verify/likeness.js';
import { type ShownPart, shownPart } from '../verify/shown-part.js';

/** A paragraph and its number in its section, counted from 1. */
export interface Numbered {
  readonly text: string;
  readonly number: number;
  /** What it is compared by. */
  readonly part: ShownPart;
}

/** Paragraphs that answer to each other; none on one side if they are not there. */
export interface ParagraphPair {
  readonly before: readonly Numbered[];
  readonly after: readonly Numbered[];
  readonly isMoved: boolean;
}

/** Paragraphs less alike than this are not one that was moved and changed. */
const SAME_ELSEWHERE = 0.6;

/** With more paragraphs without an answer than this, only those that are the same are taken for moved. */
const MOST_ALONE = 200;

const numbered = (texts: readonly string[]): readonly Numbered[] =>
  texts.map((text, i) => ({ text, number: i + 1, part: shownPart('text', [[{ text }]]) }));

const partsOf = (all: readonly Numbered[]): readonly ShownPart[] => all.map(({ part }) => part);

/** Paragraphs that are the same on both sides and have changed places with others. */
function movedWhole(before: readonly Numbered[], after: readonly Numbered[]): readonly ParagraphPair[] {
  const same = samePairs(partsOf(before), partsOf(after));
  const stayed = new Set(inOrder(same));
  return same
    .filter((pair) => !stayed.has(pair))
    .map(([i, j]) => ({ before: before.slice(i, i + 1), after: after.slice(j, j + 1), isMoved: true }));
}

/** What may have moved, and how much it is alike. */
interface Candidate {
  readonly one: Numbered;
  readonly other: Numbered;
  readonly likeness: number;
}

/** Those that are the same, of many. */
function sameOf(removed: readonly Numbered[], added: readonly Numbered[]): readonly Candidate[] {
  const byKey = new Map<string, Numbered[]>(added.map(({ part }) => [part.key, []]));
  for (const other of added.toReversed()) byKey.get(other.part.key)?.push(other);
  return removed.flatMap((one) => {
    const other = byKey.get(one.part.key)?.pop();
    return other === undefined ? [] : [{ one, other, likeness: 1 }];
  });
}

/** Those that are alike. */
function alikeOf(removed: readonly Numbered[], added: readonly Numbered[]): readonly Candidate[] {
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

/** Of the paragraphs that only one side has, those that are one and the same, moved and perhaps changed. The most alike are taken first. */
function movedAndChanged(alone: readonly ParagraphPair[]): readonly ParagraphPair[] {
  const removed = alone.flatMap(({ before }) => before);
  const added = alone.flatMap(({ after }) => after);
  const candidates = (removed.length + added.length > MOST_ALONE ? sameOf : alikeOf)(removed, added);
  const taken = new Set<Numbered>();
  return candidates
    .toSorted((a, b) => b.likeness - a.likeness)
    .flatMap(({ one, other }): readonly ParagraphPair[] => {
      if (taken.has(one) || taken.has(other)) return [];
      taken.add(one).add(other);
      return [{ before: [one], after: [other], isMoved: true }];
    });
}

/** Paragraphs that answer to each other in the order of both, those that have moved left aside. */
function inPlace(before: readonly Numbered[], after: readonly Numbered[]): readonly ParagraphPair[] {
  const byPart = new Map([...before, ...after].map((one) => [one.part, one]));
  const back = (parts: readonly ShownPart[]) => parts.map((part) => byPart.get(part) as Numbered);
  return alignParts(partsOf(before), partsOf(after)).map(({ signed, published }) => {
    return { before: back(signed), after: back(published), isMoved: false };
  });
}

const isAlone = ({ before, after }: ParagraphPair): boolean => before.length === 0 || after.length === 0;

/** In the order of the second text; what it no longer has stands behind what was before it. */
function ordered(pairs: readonly ParagraphPair[], moved: readonly ParagraphPair[]): readonly ParagraphPair[] {
  let place = 0;
  const placed = pairs.map((pair) => {
    place = pair.after.at(-1)?.number ?? place;
    return { pair, place };
  });
  const others = moved.map((pair) => ({ pair, place: pair.after[0]?.number ?? 0 }));
  return [...placed, ...others].toSorted((a, b) => a.place - b.place).map(({ pair }) => pair);
}

/** Which paragraphs of two texts answer to each other: the same ones wherever they stand, the others by likeness. */
export function paragraphPairs(before: readonly string[], after: readonly string[]): readonly ParagraphPair[] {
  const [old, now] = [numbered(before), numbered(after)];
  const whole = movedWhole(old, now);
  const gone = new Set(whole.flatMap((pair) => [...pair.before, ...pair.after]));
  const rest = (all: readonly Numbered[]) => all.filter((one) => !gone.has(one));
  const pairs = inPlace(rest(old), rest(now));
  const changed = movedAndChanged(pairs.filter(isAlone));
  const met = new Set(changed.flatMap((pair) => [...pair.before, ...pair.after]));
  const staying = pairs.filter((pair) => ![...pair.before, ...pair.after].some((one) => isAlone(pair) && met.has(one)));
  return ordered(staying, [...whole, ...changed]);
}
