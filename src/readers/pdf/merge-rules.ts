import type { Box, Rule } from './page-geometry.js';

/** Rules that are no farther apart than this touch, in points: cells with borders of their own leave so much between them. */
const TOUCH = 3.5;

/** A shorter rule parts no cells. */
const SHORTEST = 6;

/** More rules than any table of a report has on a page: a drawing, whose lines mean nothing to a reader. */
const MOST_RULES = 4000;

/** Rules side by side are pieces of one line if they are no farther apart across it, in points. */
const ONE_LINE = 0.8;

/** Pieces of one line joined: dashes, dots, and the borders of cells side by side. */
function joinPieces(rules: readonly Rule[]): readonly Rule[] {
  const rows = new Map<number, { readonly at: number; readonly pieces: Rule[] }>();
  for (const rule of rules) {
    const key = Math.round(rule.at);
    const near = [key, key - 1, key + 1].map((one) => rows.get(one));
    const row = near.find((one) => one && Math.abs(one.at - rule.at) < ONE_LINE);
    if (row) row.pieces.push(rule);
    else rows.set(key, { at: rule.at, pieces: [rule] });
  }
  return [...rows.values()].flatMap(({ pieces }) => {
    const joined: Rule[] = [];
    for (const rule of pieces.toSorted((a, b) => a.from - b.from)) {
      const last = joined.at(-1);
      if (last && rule.from - last.to <= TOUCH) joined[joined.length - 1] = { ...last, to: Math.max(last.to, rule.to) };
      else joined.push(rule);
    }
    return joined;
  });
}

/** The rules of a page that can part cells. */
export function mergeRules(rules: readonly Rule[]): readonly Rule[] {
  const merged = [true, false].flatMap((isAcross) => joinPieces(rules.filter((rule) => rule.isAcross === isAcross)));
  const long = merged.filter(({ from, to }) => to - from >= SHORTEST);
  return long.length > MOST_RULES ? [] : long;
}

export const ruleBox = ({ isAcross, at, from, to }: Rule): Box =>
  isAcross ? { left: from, right: to, top: at, bottom: at } : { left: at, right: at, top: from, bottom: to };

const touch = (a: Box, b: Box): boolean =>
  a.left <= b.right + TOUCH && b.left <= a.right + TOUCH && a.top <= b.bottom + TOUCH && b.top <= a.bottom + TOUCH;

/** Rules that hang together. */
export function clustersOf(rules: readonly Rule[]): readonly (readonly Rule[])[] {
  const boxes = rules.map(ruleBox);
  const order = rules.map((_, i) => i).sort((a, b) => (boxes[a] as Box).top - (boxes[b] as Box).top);
  const leader = rules.map((_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (leader[root] !== root) root = leader[root] as number;
    leader[i] = root;
    return root;
  };
  for (const [n, i] of order.entries()) {
    const box = boxes[i] as Box;
    for (let m = n + 1; m < order.length; m++) {
      const j = order[m] as number;
      const other = boxes[j] as Box;
      if (other.top > box.bottom + TOUCH) break;
      if (touch(box, other)) leader[find(j)] = find(i);
    }
  }
  const clusters = new Map<number, Rule[]>();
  rules.forEach((rule, i) => {
    const root = find(i);
    clusters.set(root, [...(clusters.get(root) ?? []), rule]);
  });
  return [...clusters.values()];
}
