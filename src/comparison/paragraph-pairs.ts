import { alignParts } from '../verify/align-parts.js';
import { inOrder, samePairs } from '../verify/fixed-pairs.js';
import type { ShownPart } from '../verify/shown-part.js';
import { movedPairs, type Numbered, numberedOne } from './moved-pairs.js';

/** Paragraphs that answer to each other; none on one side if they are not there. */
export interface ParagraphPair {
  readonly before: readonly Numbered[];
  readonly after: readonly Numbered[];
  readonly isMoved: boolean;
}

const numbered = (texts: readonly string[]): readonly Numbered[] => texts.map((text, i) => numberedOne(text, i + 1));

const partsOf = (all: readonly Numbered[]): readonly ShownPart[] => all.map(({ part }) => part);

/** Paragraphs that are the same on both sides and have changed places with others. */
function movedWhole(before: readonly Numbered[], after: readonly Numbered[]): readonly ParagraphPair[] {
  const same = samePairs(partsOf(before), partsOf(after));
  const stayed = new Set(inOrder(same));
  return same
    .filter((pair) => !stayed.has(pair))
    .map(([i, j]) => ({ before: before.slice(i, i + 1), after: after.slice(j, j + 1), isMoved: true }));
}

/** Of the paragraphs that only one side has, those that are one and the same, moved and perhaps changed. */
const movedAndChanged = (alone: readonly ParagraphPair[]): readonly ParagraphPair[] =>
  movedPairs(
    alone.flatMap(({ before }) => before),
    alone.flatMap(({ after }) => after),
  ).map(([one, other]) => ({ before: [one], after: [other], isMoved: true }));

/** Paragraphs that answer to each other in the order of both, those that have moved left aside. */
function inPlace(before: readonly Numbered[], after: readonly Numbered[]): readonly ParagraphPair[] {
  const byPart = new Map([...before, ...after].map((one) => [one.part, one]));
  const back = (parts: readonly ShownPart[]) => parts.map((part) => byPart.get(part) as Numbered);
  return alignParts(partsOf(before), partsOf(after)).map(({ signed, published }) => {
    return { before: back(signed), after: back(published), isMoved: false };
  });
}

const isAlone = ({ before, after }: ParagraphPair): boolean => before.length === 0 || after.length === 0;

/** In the order of the second text; what it no longer has stands behind what was before it, and before what is new there. */
function ordered(pairs: readonly ParagraphPair[], moved: readonly ParagraphPair[]): readonly ParagraphPair[] {
  let place = 0;
  const placed = pairs.map((pair) => {
    const to = pair.after.at(-1)?.number;
    if (to !== undefined && !isAlone(pair)) place = to;
    return { pair, place: to ?? place };
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
