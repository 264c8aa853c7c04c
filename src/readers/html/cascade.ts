import { LIMITS } from '../../limits/limits.js';
import type { Element } from '../neutral/markup.js';
import { type ElementSelector, keysOf, selectorsFor } from './select-elements.js';
import { type Declaration, layered, type SheetRule, type SheetStyles } from './sheet-rules.js';

type Beside = 'before' | 'after';

/** What style sheets say of the elements of a page. */
export interface Cascade {
  readonly of: (element: Element) => SheetStyles;
  readonly beside: (element: Element, side: Beside) => SheetStyles;
  /** Whether the sheets ask so much of the page that they were given up. */
  readonly isGivenUp: () => boolean;
}

interface Placed extends ElementSelector {
  readonly declarations: readonly Declaration[];
}

const NONE: SheetStyles = new Map();

/** Rules by the key of the elements that they may be for. */
function byKey(placed: readonly Placed[]): ReadonlyMap<string, readonly Placed[]> {
  const rules = new Map<string, Placed[]>();
  for (const one of placed) {
    const alike = rules.get(one.key);
    if (alike) alike.push(one);
    else rules.set(one.key, [one]);
  }
  return rules;
}

/** Applies the rules of style sheets to the elements below a root. */
export function cascadeOf(root: Element, rules: readonly SheetRule[]): Cascade {
  const select = selectorsFor(root);
  let isGivenUp = rules.length > LIMITS.pageRules.most;
  const placed = (isGivenUp ? [] : rules)
    .flatMap(({ selector, declarations }) => select(selector).map((one): Placed => ({ ...one, declarations })))
    .toSorted((a, b) => a.specificity - b.specificity);
  const order = new Map(placed.map((one, i) => [one, i]));
  const rulesFor = (side: Beside | undefined) => byKey(placed.filter(({ beside }) => beside === side));
  const sides = { itself: rulesFor(undefined), before: rulesFor('before'), after: rulesFor('after') };
  const matched = (element: Element, side: keyof typeof sides): SheetStyles => {
    if (isGivenUp || sides[side].size === 0) return NONE;
    try {
      const likely = keysOf(element).flatMap((key) => sides[side].get(key) ?? []);
      const found = likely.filter(({ isMatch }) => isMatch(element));
      if (found.length === 0) return NONE;
      const inOrder = found.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
      return layered(inOrder.map(({ declarations }) => declarations));
    } catch {
      isGivenUp = true;
      return NONE;
    }
  };
  return {
    of: (element) => matched(element, 'itself'),
    beside: matched,
    isGivenUp: () => isGivenUp,
  };
}
