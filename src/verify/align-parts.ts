import { fixedPairs } from './fixed-pairs.js';
import { likelyPairs } from './likely-pairs.js';
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

/** What it costs to take two parts for one and the same; not a number that can be paid if they are not. */
type CostOf = (i: number, j: number) => number;

const NEVER = Number.POSITIVE_INFINITY;

/** Parts as numbers, the same for those that are the same. */
function numbered(parts: readonly ShownPart[]): Uint32Array {
  const numbers = new Map<string, number>();
  return Uint32Array.from(parts, ({ kind, key }) => {
    const name = `${kind} ${key}`;
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  });
}

function costs(signed: readonly ShownPart[], published: readonly ShownPart[]): CostOf {
  const [pairs, others] = [signed.map(pairsOf), published.map(pairsOf)];
  const isLikely = likelyPairs([pairs, others]);
  const numbers = numbered([...signed, ...published]);
  return (i, j) => {
    if (numbers[i] === numbers[signed.length + j]) return 0;
    if (!isLikely(i, j)) return NEVER;
    const [one, other] = [signed[i] as ShownPart, published[j] as ShownPart];
    if (one.kind !== other.kind) return NEVER;
    if (one.kind === 'text' && mostAlike(one, other) < LEAST_ALIKE) return NEVER;
    const share = alike(one, pairs[i] as Pairs, other, others[j] as Pairs);
    return share < LEAST_ALIKE ? NEVER : 1 - share;
  };
}

/** Whether two texts are the same in so many of their last characters, as far as both have them. */
function endAlike(one: string, other: string, many: number): boolean {
  const most = Math.min(many, one.length, other.length);
  for (let i = 1; i <= most; i++)
    if (one.charCodeAt(one.length - i) !== other.charCodeAt(other.length - i)) return false;
  return true;
}

/** How many parts from a place on make up one text exactly; 0 if they do not. */
function piecesOf(whole: ShownPart, parts: readonly ShownPart[], end: number): number {
  let rest = whole.flat;
  // What is no end of it is soon told: this is asked of every two parts.
  const { kind, flat: last } = parts[end - 1] as ShownPart;
  if (kind !== whole.kind || !endAlike(rest, last, kind === 'text' ? 3 : 1)) return 0;
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

/** How many parts of each side the last step to each point takes, on the cheapest way there; row by row. */
interface Ways {
  readonly signed: Uint8Array;
  readonly published: Uint8Array;
}

/** The cheapest ways to all points of a grid whose sides are the two lists. */
function waysThrough(signed: readonly ShownPart[], published: readonly ShownPart[]): Ways {
  const costOf = costs(signed, published);
  const width = published.length + 1;
  const size = (signed.length + 1) * width;
  const cost = new Float64Array(size).fill(NEVER, 1);
  const ways: Ways = { signed: new Uint8Array(size), published: new Uint8Array(size) };
  const offer = (at: number, more: number, a: number, b: number) => {
    const whole = (cost[at - a * width - b] as number) + more;
    if (whole >= (cost[at] as number)) return;
    cost[at] = whole;
    ways.signed[at] = a;
    ways.published[at] = b;
  };
  for (let at = 1; at < size; at++) {
    const [i, j] = [Math.floor(at / width), at % width];
    if (i > 0 && j > 0) {
      offer(at, costOf(i - 1, j - 1), 1, 1);
      const many = piecesOf(signed[i - 1] as ShownPart, published, j);
      if (many > 0) offer(at, JOINED, 1, many);
      const joined = piecesOf(published[j - 1] as ShownPart, signed, i);
      if (joined > 0) offer(at, JOINED, joined, 1);
    }
    if (i > 0) offer(at, ALONE, 1, 0);
    if (j > 0) offer(at, ALONE, 0, 1);
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
    const at = i * (published.length + 1) + j;
    const [from, start] = [i - (ways.signed[at] as number), j - (ways.published[at] as number)];
    steps.push({ signed: signed.slice(from, i), published: published.slice(start, j) });
    [i, j] = [from, start];
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
