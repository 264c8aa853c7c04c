import type { Pairs } from './likeness.js';

/** A list of parts as what is compared: their pairs of characters. */
export type Sides = readonly [signed: readonly Pairs[], published: readonly Pairs[]];

/** Whether a part of one side may answer to a part of the other. */
export type IsLikely = (i: number, j: number) => boolean;

/** Of fewer pairs than this each is compared. */
const FEW = 10_000;

/** A pair of characters that more parts of a side have than this says nothing of one of them. */
const COMMON = 8;

/** With so many parts that share rare pairs of characters a part is compared: those that share the most. */
const LIKELIEST = 8;

/** Of parts that nothing tells apart those answer to each other that stand about as far from the beginning. */
const NEAR = 8;

/** Pairs that few of the parts have, by what they are; each part once. */
function rarePlaces(parts: readonly Pairs[]): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  for (const [i, pairs] of parts.entries()) {
    for (const pair of pairs) {
      const known = places.get(pair);
      if (known === undefined) places.set(pair, [i]);
      else if (known.at(-1) !== i && known.length <= COMMON) known.push(i);
    }
  }
  for (const [pair, at] of places) if (at.length > COMMON) places.delete(pair);
  return places;
}

/** The parts that share the most of its rare pairs with one. */
function likeliest(pairs: Pairs, places: ReadonlyMap<number, readonly number[]>): readonly number[] {
  const shared = new Map<number, number>();
  for (const pair of new Set(pairs)) for (const j of places.get(pair) ?? []) shared.set(j, (shared.get(j) ?? 0) + 1);
  const all = [...shared].toSorted(([, a], [, b]) => b - a);
  return all.slice(0, LIKELIEST).map(([j]) => j);
}

/**
 * Which parts of two long lists are worth comparing, so that time does not grow with the square of their number: those that share what few
 * others have, and those that stand in the same place.
 */
export function likelyPairs([signed, published]: Sides): IsLikely {
  if (signed.length * published.length <= FEW) return () => true;
  const places = rarePlaces(published);
  const found = signed.map((pairs) => new Set(likeliest(pairs, places)));
  const slope = published.length / signed.length;
  const near = NEAR * Math.max(1, slope);
  return (i, j) => Math.abs(j - i * slope) <= near || (found[i]?.has(j) ?? false);
}
