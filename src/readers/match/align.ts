/** A pair of places in two lists. */
export type Pair = readonly [left: number, right: number];

/**
 * Pairs the items of two lists in order so that the sum of their scores is greatest. Items that match nothing are left out; scores of
 * 0 or less never pair.
 */
export function align(left: number, right: number, score: (left: number, right: number) => number): readonly Pair[] {
  const width = right + 1;
  const scores = new Float64Array(left * width);
  const best = new Float64Array((left + 1) * width);
  const at = (i: number, j: number): number => best[i * width + j] ?? 0;
  for (let i = left - 1; i >= 0; i--) {
    for (let j = right - 1; j >= 0; j--) {
      const own = score(i, j);
      scores[i * width + j] = own;
      const paired = own > 0 ? own + at(i + 1, j + 1) : 0;
      best[i * width + j] = Math.max(at(i + 1, j), at(i, j + 1), paired);
    }
  }
  const pairs: Pair[] = [];
  for (let i = 0, j = 0; i < left && j < right; ) {
    const own = scores[i * width + j] ?? 0;
    if (own > 0 && at(i, j) === own + at(i + 1, j + 1)) pairs.push([i++, j++]);
    else if (at(i, j) === at(i + 1, j)) i++;
    else j++;
  }
  return pairs;
}
