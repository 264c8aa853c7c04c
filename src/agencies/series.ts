import type { AgencyBook } from './agency-book.js';
import { agencyKey } from './agency-name.js';
import type { ListedAgency } from './listed-agency.js';
import { shortNames } from './other-names.js';

/** Whose report of which year something is. */
export interface Handed {
  /** The name as the report has it. */
  readonly agency: string;
  readonly year: number;
}

/** What one agency handed in over the years. */
export interface Series<T extends Handed> {
  /** The name that it has now: the list's, or else that of its latest report. */
  readonly agency: string;
  readonly listed?: ListedAgency;
  /** By year, the earliest first; several of one year were handed in twice. */
  readonly years: ReadonlyMap<number, readonly T[]>;
}

/** An agency that has handed in nothing for a year. */
export interface Gap {
  readonly agency: ListedAgency;
  readonly year: number;
}

function yearsOf<T extends Handed>(items: readonly T[]): ReadonlyMap<number, readonly T[]> {
  const years = new Map<number, T[]>();
  for (const item of items.toSorted((a, b) => a.year - b.year)) {
    const others = years.get(item.year);
    if (others === undefined) years.set(item.year, [item]);
    else others.push(item);
  }
  return years;
}

/**
 * Which of the names that no list has are the same agency's: one that is another without the place before it, if only one is. The key of
 * the fullest is that of all.
 */
function fullNames(keys: ReadonlySet<string>): ReadonlyMap<string, string> {
  const longer = new Map<string, string[]>();
  for (const key of keys) {
    for (const { key: short } of shortNames(key)) {
      if (!keys.has(short) || short === key) continue;
      const all = longer.get(short);
      if (all === undefined) longer.set(short, [key]);
      else all.push(key);
    }
  }
  return new Map(
    [...longer].flatMap(([short, all]) => {
      const fullest = all.reduce((one, other) => (other.length > one.length ? other : one));
      const isOne = all.every((one) => one === fullest || longer.get(one)?.includes(fullest));
      return isOne ? [[short, fullest]] : [];
    }),
  );
}

/**
 * What was handed in as series of agencies: by name, however it is spelled, with or without the place before it, and by the former names of
 * the list. Agencies of the list come first and in its order, also those that handed in nothing; others follow in the order in which they
 * were handed in.
 */
export function seriesOf<T extends Handed>(items: readonly T[], book: AgencyBook): readonly Series<T>[] {
  const groups = new Map<string, T[]>(book.agencies.map(({ name }) => [agencyKey(name), []]));
  const listedOrOwn = items.map(({ agency }) => agencyKey(book.find(agency)?.name ?? agency));
  const full = fullNames(new Set(listedOrOwn.filter((key) => !groups.has(key))));
  for (const [i, item] of items.entries()) {
    const own = listedOrOwn[i] ?? '';
    const key = full.get(own) ?? own;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()].map((group, i) => {
    const listed = book.agencies[i];
    const years = yearsOf(group);
    if (listed !== undefined) return { agency: listed.name, listed, years };
    return { agency: [...years.values()].at(-1)?.at(-1)?.agency ?? '', years };
  });
}

/** The years from the first to the last of which anything was handed in. */
export function yearsBetween(items: readonly Handed[]): readonly number[] {
  const years = items.map(({ year }) => year).sort((a, b) => a - b);
  const [first = 0, last = -1] = [years[0], years.at(-1)];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** Which agencies of the list handed in nothing, year by year. */
export function gapsIn<T extends Handed>(series: readonly Series<T>[], years: readonly number[]): readonly Gap[] {
  return years.flatMap((year) =>
    series.flatMap(({ listed, years: handed }) => (listed && !handed.has(year) ? [{ agency: listed, year }] : [])),
  );
}

/** What was handed in twice: the reports of one agency and one year, and whether they all are the same. */
export interface Repeated<T extends Handed> {
  readonly agency: string;
  readonly year: number;
  readonly items: readonly T[];
  readonly isSame: boolean;
}

export function repeatedIn<T extends Handed>(
  series: readonly Series<T>[],
  areSame: (one: T, other: T) => boolean,
): readonly Repeated<T>[] {
  return series.flatMap(({ agency, years }) =>
    [...years].flatMap(([year, items]) => {
      const [first, ...more] = items;
      if (first === undefined || more.length === 0) return [];
      return [{ agency, year, items, isSame: more.every((other) => areSame(first, other)) }];
    }),
  );
}
