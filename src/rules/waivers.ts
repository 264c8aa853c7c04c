import type { Path } from '../diagnostics/diagnostic.js';
import { once } from '../memo/once.js';
import type { AnyReport } from '../report/report.js';

/** A waiver of a report, ready to be applied. */
export interface Waiver {
  readonly rule: string;
  readonly path: string;
  readonly reason: string;
  /** Whether it covers a place. */
  readonly covers: (path: Path) => boolean;
}

const keysOf = (path: string): readonly string[] =>
  path
    .replace(/\[(\d+)\]/g, '.$1')
    .replace(/\*+/g, '*')
    .split('.');

function matches(pattern: readonly string[], path: Path): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return path.length === 0;
  if (first === '*') return path.some((_, i) => matches(rest, path.slice(i + 1)));
  return first === String(path[0]) && matches(rest, path.slice(1));
}

/**
 * How the path of a waiver is read. Without asterisks it names a place, and covers all that is below: a cell, a row, a table. With
 * asterisks it is compared key by key, where `*` is one key or several, however deep: `requests.*.total` is a column.
 */
function coverOf(pattern: string): Waiver['covers'] {
  const keys = keysOf(pattern);
  if (keys.includes('*')) return (path) => matches(keys, path);
  return (path) => keys.every((key, i) => key === String(path[i]));
}

/** The waivers of a report, in its order. */
export function waiversOf({ waivers = [] }: AnyReport): readonly Waiver[] {
  return waivers.map(({ rule, path, reason }) => ({ rule, path, reason, covers: coverOf(path) }));
}

/** The waivers of a rule: the first that names each place, by its keys, and the first of each pattern with asterisks. */
interface OfRule {
  readonly places: Map<string, number>;
  readonly patterns: Map<string, number>;
}

const joined = (keys: Path): string => keys.join('\u0000');

/** Where each waiver stands. A report may have many, and many findings that they could cover. */
const indexOf = once((waivers: readonly Waiver[]): ReadonlyMap<string, OfRule> => {
  const index = new Map<string, OfRule>();
  for (const [at, { rule, path }] of waivers.entries()) {
    const own = index.get(rule) ?? { places: new Map(), patterns: new Map() };
    index.set(rule, own);
    const keys = keysOf(path);
    const among = keys.includes('*') ? own.patterns : own.places;
    if (!among.has(joined(keys))) among.set(joined(keys), at);
  }
  return index;
});

/** Whether any place of a rule may be waived. */
export const isWaivedFor = (waivers: readonly Waiver[], rule: string): boolean =>
  waivers.length > 0 && indexOf(waivers).has(rule);

/** The first waiver that covers a place for a rule. */
export function waiverFor(waivers: readonly Waiver[], rule: string, path: Path): Waiver | undefined {
  const own = waivers.length === 0 ? undefined : indexOf(waivers).get(rule);
  if (own === undefined) return undefined;
  const named = path.map((_, i) => own.places.get(joined(path.slice(0, i + 1))) ?? waivers.length);
  const least = Math.min(waivers.length, ...named);
  const pattern = [...own.patterns.values()].find((at) => at > least || waivers[at]?.covers(path)) ?? least;
  return waivers[Math.min(pattern, least)];
}
