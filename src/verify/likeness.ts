import { flatOf, headOf, type ShownPart } from './shown-part.js';

/** Each pair of neighbouring characters of a text as one number, in their order, as often as it is there. */
export type Pairs = Uint32Array;

export function pairsOf({ key }: ShownPart): Pairs {
  const text = `^${key}$`;
  const pairs = new Uint32Array(text.length - 1);
  for (let i = 0; i < pairs.length; i++) pairs[i] = text.charCodeAt(i) * 2 ** 16 + text.charCodeAt(i + 1);
  return pairs.sort();
}

/** How many pairs two texts have in common. */
function sharedBy(one: Pairs, other: Pairs): number {
  let shared = 0;
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const [a, b] = [one[i] as number, other[j] as number];
    if (a === b) shared++;
    if (a <= b) i++;
    if (b <= a) j++;
  }
  return shared;
}

const sizes = (one: ShownPart, other: ShownPart): number => one.key.length + other.key.length + 2;

/** The most that two parts can be alike, by their lengths. */
export const mostAlike = (one: ShownPart, other: ShownPart): number =>
  (2 * (Math.min(one.key.length, other.key.length) + 1)) / sizes(one, other);

/** The least that two rows with the same label are alike, whatever their figures. */
const SAME_LABEL = 0.5;

const labelOf = ({ kind, rows }: ShownPart): string =>
  kind === 'table' && rows.length === 1 ? flatOf(headOf({ rows }).text) : '';

/** How much two parts are alike, from 0 to 1: the share of pairs of characters that both have. */
export function alike(one: ShownPart, pairs: Pairs, other: ShownPart, others: Pairs): number {
  const label = labelOf(one);
  const least = label !== '' && label === labelOf(other) ? SAME_LABEL : 0;
  return Math.max(least, (2 * sharedBy(pairs, others)) / sizes(one, other));
}
