import type { ShownPart } from './shown-part.js';

export type PlacePair = readonly [signed: number, published: number];

/** Where each key stands that stands once; -1 for the others. */
function singles(parts: readonly ShownPart[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [i, { kind, key }] of parts.entries()) {
    const name = `${kind} ${key}`;
    places.set(name, places.has(name) ? -1 : i);
  }
  return places;
}

/** The longest run of pairs that keeps the order of both sides. */
export function inOrder(pairs: readonly PlacePair[]): readonly PlacePair[] {
  /** For each length the run that ends earliest, as its last pair and the run before. */
  interface Run {
    readonly pair: PlacePair;
    readonly before: Run | undefined;
  }
  const ends: Run[] = [];
  for (const pair of pairs) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as Run).pair[1] < pair[1]) low = middle + 1;
      else high = middle;
    }
    ends[low] = { pair, before: ends[low - 1] };
  }
  const longest: PlacePair[] = [];
  for (let run = ends.at(-1); run !== undefined; run = run.before) longest.push(run.pair);
  return longest.toReversed();
}

/** Parts that stand once on each side and are the same, in the order of the first. */
export function samePairs(signed: readonly ShownPart[], published: readonly ShownPart[]): readonly PlacePair[] {
  const others = singles(published);
  const pairs = [...singles(signed)].flatMap(([name, i]): readonly PlacePair[] => {
    const j = others.get(name) ?? -1;
    return i >= 0 && j >= 0 ? [[i, j]] : [];
  });
  return pairs.toSorted(([a], [b]) => a - b);
}

/** Those of them that keep their order: what lies between them is compared apart. */
export const fixedPairs = (signed: readonly ShownPart[], published: readonly ShownPart[]): readonly PlacePair[] =>
  inOrder(samePairs(signed, published));
