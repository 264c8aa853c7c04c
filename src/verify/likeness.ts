import { flatOf, headOf, type ShownPart } from './shown-part.js';

/** How often each pair of neighbouring characters is in a text. */
export type Pairs = ReadonlyMap<string, number>;

export function pairsOf({ key }: ShownPart): Pairs {
  const pairs = new Map<string, number>();
  const text = `^${key}$`;
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = text.slice(i, i + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
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
  let both = 0;
  for (const [pair, times] of pairs) both += Math.min(times, others.get(pair) ?? 0);
  const label = labelOf(one);
  const least = label !== '' && label === labelOf(other) ? SAME_LABEL : 0;
  return Math.max(least, (2 * both) / sizes(one, other));
}
