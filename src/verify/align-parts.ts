import { fixedPairs } from './fixed-pairs.js';
import { alike, mostAlike, type Pairs, pairsOf } from './likeness.js';
import { type ShownPart, withoutHeadOf } from './shown-part.js';

/** Parts of one side that answer to parts of the other; none on one side if they are missing there. */
export interface Step {
  readonly signed: readonly ShownPart[];
  readonly published: readonly ShownPart[];
}

/** What it costs to leave a part without one that answers to it: two that are less alike than this says are two different parts. */
const ALONE = 0.6;

/** Parts less alike than this are never the same one changed. */
const LEAST_ALIKE = 0.4;

/** As many paragraphs as one may have been split into. */
const MOST_PIECES = 8;

/** Joined where it is split otherwise: dearer than what is the same as it stands. */
const JOINED = 0.02;

/** Larger than this is no report: nothing in it is compared by likeness. */
const MOST_PAIRS = 2_000_000;

/** The best way to a point: how many parts of each side the last step took. */
interface Way {
  readonly cost: number;
  readonly signed: number;
  readonly published: number;
}

/** What it costs to take two parts for one and the same; undefined if they are not. */
type CostOf = (i: number, j: number) => number | undefined;

function costs(signed: readonly ShownPart[], published: readonly ShownPart[]): CostOf {
  const pairs = new Map<ShownPart, Pairs>();
  const of = (part: ShownPart): Pairs => {
    const known = pairs.get(part) ?? pairsOf(part);
    pairs.set(part, known);
    return known;
  };
  return (i, j) => {
    const [one, other] = [signed[i] as ShownPart, published[j] as ShownPart];
    if (one.kind !== other.kind) return undefined;
    if (one.key === other.key) return 0;
    if (one.kind === 'text' && mostAlike(one, other) < LEAST_ALIKE) return undefined;
    const share = alike(one, of(one), other, of(other));
    return share < LEAST_ALIKE ? undefined : 1 - share;
  };
}

/** How many parts from a place on make up one text exactly; 0 if they do not. */
function piecesOf(whole: ShownPart, parts: readonly ShownPart[], end: number): number {
  let rest = whole.flat;
  for (let taken = 1; taken <= MOST_PIECES && taken <= end; taken++) {
    const part = parts[end - taken] as ShownPart;
    if (part.kind !== whole.kind) return 0;
    if (part.flat === rest) return taken > 1 ? taken : 0;
    const { flat } = withoutHeadOf(whole, part);
    if (flat === '' || !rest.endsWith(flat)) return 0;
    rest = rest.slice(0, rest.length - flat.length);
  }
  return 0;
}

/** The cheapest ways to all points of a grid whose sides are the two lists. */
function waysThrough(signed: readonly ShownPart[], published: readonly ShownPart[]): readonly (readonly Way[])[] {
  const costOf = costs(signed, published);
  const ways: Way[][] = [];
  const at = (i: number, j: number) => ways[i]?.[j]?.cost ?? Number.POSITIVE_INFINITY;
  for (let i = 0; i <= signed.length; i++) {
    ways.push([]);
    for (let j = 0; j <= published.length; j++) {
      let best: Way = { cost: i + j === 0 ? 0 : Number.POSITIVE_INFINITY, signed: 0, published: 0 };
      const offer = (cost: number, a: number, b: number) => {
        if (cost < best.cost) best = { cost, signed: a, published: b };
      };
      if (i > 0 && j > 0) {
        offer(at(i - 1, j - 1) + (costOf(i - 1, j - 1) ?? Number.POSITIVE_INFINITY), 1, 1);
        const many = piecesOf(signed[i - 1] as ShownPart, published, j);
        if (many > 0) offer(at(i - 1, j - many) + JOINED, 1, many);
        const joined = piecesOf(published[j - 1] as ShownPart, signed, i);
        if (joined > 0) offer(at(i - joined, j - 1) + JOINED, joined, 1);
      }
      if (i > 0) offer(at(i - 1, j) + ALONE, 1, 0);
      if (j > 0) offer(at(i, j - 1) + ALONE, 0, 1);
      ways[i]?.push(best);
    }
  }
  return ways;
}

const alone = (signed: readonly ShownPart[], published: readonly ShownPart[]): readonly Step[] => [
  ...signed.map((one) => ({ signed: [one], published: [] })),
  ...published.map((one) => ({ signed: [], published: [one] })),
];

/** The cheapest way to go through two lists between parts that are fixed. */
function alignBetween(signed: readonly ShownPart[], published: readonly ShownPart[]): readonly Step[] {
  const isOneSided = signed.length === 0 || published.length === 0;
  if (isOneSided || signed.length * published.length > MOST_PAIRS) return alone(signed, published);
  const ways = waysThrough(signed, published);
  const steps: Step[] = [];
  let [i, j] = [signed.length, published.length];
  while (i + j > 0) {
    const way = ways[i]?.[j] as Way;
    steps.push({ signed: signed.slice(i - way.signed, i), published: published.slice(j - way.published, j) });
    i -= way.signed;
    j -= way.published;
  }
  return steps.toReversed();
}

/** Which parts of two lists answer to each other, in their order: as many as can are the same, the others the most alike. */
export function alignParts(signed: readonly ShownPart[], published: readonly ShownPart[]): readonly Step[] {
  const steps: Step[] = [];
  let [i, j] = [0, 0];
  for (const [a, b] of fixedPairs(signed, published)) {
    steps.push(...alignBetween(signed.slice(i, a), published.slice(j, b)));
    steps.push({ signed: signed.slice(a, a + 1), published: published.slice(b, b + 1) });
    [i, j] = [a + 1, b + 1];
  }
  return [...steps, ...alignBetween(signed.slice(i), published.slice(j))];
}
