import type { Item } from './numbering-styles.js';

/** What each number of a list should be, if it is not what it is. A number that stands for its neighbour does not disturb the rest. */
export function slipsIn(items: readonly Item[], isDense: boolean): ReadonlyMap<Item, number> {
  const slips = new Map<Item, number>();
  let last = 0;
  items.forEach((item, i) => {
    const { number, passage } = item;
    const before = items[i - 1];
    const isAgain = isDense && number === 1 && last === 1 && before?.passage === passage;
    // A text may begin in the middle of headed lists.
    const isFirst = last === 0 && (!isDense || (item.from <= 1 && passage.number === 1));
    if (isFirst || number === last + 1 || (number === 1 && !isAgain)) {
      last = number;
      return;
    }
    const expected = (before?.number === number ? slips.get(before) : undefined) ?? last;
    slips.set(item, expected + 1);
    last = items[i + 1]?.number === expected + 2 ? expected + 1 : number;
  });
  return slips;
}

/** An item, and the number that it is to have. */
interface Renumbered {
  readonly item: Item;
  readonly number: number;
}

/**
 * What each item of a list is to be once it is numbered anew, by the slip from which on it is: up to where the numbers are right again,
 * or to the next slip, which goes on counting.
 */
export function renumbered(
  items: readonly Item[],
  slips: ReadonlyMap<Item, number>,
): ReadonlyMap<Item, readonly Renumbered[]> {
  const bySlip = new Map<Item, Renumbered[]>();
  let own: Renumbered[] = [];
  let wanted: number | undefined;
  for (const item of items) {
    const expected = slips.get(item);
    if (item.number === wanted) {
      wanted = undefined;
      continue;
    }
    if (item.number === 1 && expected === undefined) wanted = undefined;
    if (expected !== undefined) {
      own = [];
      bySlip.set(item, own);
      wanted ??= expected;
    }
    if (wanted !== undefined) own.push({ item, number: wanted++ });
  }
  return bySlip;
}
