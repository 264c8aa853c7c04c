import { textOf } from './file.mjs';

/** ISO 32000-1, 12.3.3: the outline, its counts and its targets. */

/** @param {import('./file.mjs').File} file */
export function outlineFaults({ catalogue, pageIds, pages, get }) {
  /** @type {string[]} */
  const faults = [];
  const targetFaults = (/** @type {any} */ { Title, Dest }) => {
    const [page, kind, , top] = get(Dest) ?? [];
    const height = pages[pageIds.indexOf(page?.ref)]?.MediaBox[3];
    const isThere = height !== undefined && kind === '/XYZ' && top > 0 && top < height;
    return [
      ...(textOf(get(Title)) === '' ? ['an item without a title'] : []),
      ...(isThere ? [] : [`${textOf(get(Title))} leads nowhere`]),
    ];
  };
  /** The number of items below. @param {any} ref @returns {number} */
  const below = (ref) => {
    const parent = get(ref);
    let [count, before] = [0, /** @type {any} */ (undefined)];
    for (let here = parent.First; here !== undefined; here = get(here).Next) {
      const item = get(here);
      if (item.Parent?.ref !== ref.ref) faults.push('an item names another parent');
      if (item.Prev?.ref !== before?.ref) faults.push('an item names another neighbour');
      faults.push(...targetFaults(item));
      count += 1 + below(here);
      before = here;
    }
    if (parent.Last?.ref !== before?.ref) faults.push('the last item is another');
    if ((parent.Count ?? 0) !== count) faults.push(`Count is ${parent.Count} for ${count} open items`);
    return count;
  };
  if (catalogue.Outlines === undefined) return ['outline: none'];
  if (below(catalogue.Outlines) === 0) faults.push('empty');
  if (catalogue.PageMode !== '/UseOutlines') faults.push('not shown');
  return faults.map((fault) => `outline: ${fault}`);
}
