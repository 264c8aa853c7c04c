import type { SectionPrints } from './report-facts.js';

/** A report by which others are compared: whose it is, and what it says. */
export interface Comparable {
  /** The same for all reports of one agency, whatever it was called. */
  readonly series: number;
  readonly year: number;
  readonly sections: readonly SectionPrints[];
}

/** A section that much resembles one of another report. Reports are told by their place in the list that was given. */
export interface SimilarSection {
  readonly part: string;
  readonly report: number;
  readonly other: number;
  /** How many more there are that resemble it as well. */
  readonly more: number;
}

/** What was found: for each report the sections to look into, and the prints that too many share to prove anything. */
export interface Similarities {
  readonly sections: readonly SimilarSection[];
  readonly common: ReadonlySet<number>;
}

/** A passage that more agencies have than this was handed down to all of them. */
const MANY = 8;

/** A passage that more sections have than this proves as little, if only by copies of one report over the years. */
const MOST = 200;

/** How many characters a section has that is compared: a sentence or two may be anybody's. */
const LEAST = 50;

/** How much of its prints a section shares with another one before the two are looked into. */
const CANDIDATE = 0.4;

/** A print and the section that has it as one number: prints have 32 bits, which leaves 21 for the section. */
const SHIFT = 2 ** 21;

interface Section extends SectionPrints {
  readonly report: number;
}

/** What two reports have to be for their sections to be compared. */
export type AreRelated = (one: Comparable, other: Comparable) => boolean;

/** All prints with their sections, those of one print beside each other. */
function sortedPrints(sections: readonly Section[]): Float64Array {
  const total = sections.reduce((sum, { prints }) => sum + prints.length, 0);
  const all = new Float64Array(total);
  let at = 0;
  for (const [i, { prints }] of sections.entries()) for (const print of prints) all[at++] = print * SHIFT + i;
  return all.sort();
}

/** Calls with each print that several sections have, and with where it begins and ends among all. */
function eachPrint(sorted: Float64Array, call: (print: number, from: number, to: number) => void): void {
  for (let from = 0; from < sorted.length; ) {
    const print = Math.floor((sorted[from] ?? 0) / SHIFT);
    const next = (print + 1) * SHIFT;
    let to = from + 1;
    while (to < sorted.length && (sorted[to] ?? 0) < next) to++;
    if (to - from > 1) call(print, from, to);
    from = to;
  }
}

/** By pairs of sections, how many prints they share that not very many have. */
interface Counted {
  readonly pairs: ReadonlyMap<number, number>;
  readonly common: ReadonlySet<number>;
}

/** The first of those that have the same key. */
function firsts(all: readonly number[], keyOf: (one: number) => string): readonly number[] {
  const seen = new Set<string>();
  return all.filter((one) => seen.size < seen.add(keyOf(one)).size);
}

/** Whether a print is of more series than prove anything, which shows after its first few sections. */
function isOfMany(all: Float64Array, seriesOf: (one: number) => number): boolean {
  const series = new Set<number>();
  return all.some((one) => series.add(seriesOf(one % SHIFT)).size > MANY);
}

function counted(reports: readonly Comparable[], sections: readonly Section[], areRelated: AreRelated): Counted {
  const pairs = new Map<number, number>();
  const common = new Set<number>();
  const reportOf = (i: number) => reports[sections[i]?.report ?? 0] as Comparable;
  const sorted = sortedPrints(sections);
  eachPrint(sorted, (print, from, to) => {
    const all = sorted.subarray(from, to);
    // Of reports that were handed in twice the first is compared.
    const own = isOfMany(all, (i) => reportOf(i).series)
      ? []
      : firsts(
          Array.from(all, (one) => one % SHIFT),
          (i) => `${reportOf(i).series} ${reportOf(i).year} ${sections[i]?.part}`,
        );
    if (own.length === 0 || own.length > MOST) {
      common.add(print);
      return;
    }
    for (const [at, i] of own.entries()) {
      for (const j of own.slice(at + 1)) {
        if (sections[i]?.part !== sections[j]?.part || !areRelated(reportOf(i), reportOf(j))) continue;
        const key = i * sections.length + j;
        pairs.set(key, (pairs.get(key) ?? 0) + 1);
      }
    }
  });
  return { pairs, common };
}

interface Candidate {
  readonly own: number;
  readonly other: number;
  readonly shared: number;
}

/** Both sides of each pair that share much; of two years of one agency only the later one. */
function candidatesIn({ pairs }: Counted, reports: readonly Comparable[], sections: readonly Section[]) {
  return [...pairs].flatMap(([key, shared]) => {
    const [i, j] = [Math.floor(key / sections.length), key % sections.length];
    const sides: readonly Candidate[] = [
      { own: i, other: j, shared },
      { own: j, other: i, shared },
    ];
    return sides.filter(({ own, other }) => {
      const yearOf = (at: number) => reports[sections[at]?.report ?? 0]?.year ?? 0;
      const isLong = (sections[own]?.size ?? 0) >= LEAST;
      return isLong && yearOf(own) >= yearOf(other) && shared >= CANDIDATE * (sections[own]?.prints.length ?? 0);
    });
  });
}

/**
 * Sections that much resemble those of another report, found by the prints that they share: pairs that share nothing are never looked
 * at. Of each section the one that it resembles most, among the reports of its own agency and among those of others.
 */
export function similarSections(reports: readonly Comparable[], areRelated: AreRelated): Similarities {
  const sections = reports.flatMap((one, report) => one.sections.map((section): Section => ({ ...section, report })));
  const found = counted(reports, sections, areRelated);
  const groups = new Map<string, Candidate[]>();
  for (const one of candidatesIn(found, reports, sections)) {
    const [own, other] = [sections[one.own]?.report ?? 0, sections[one.other]?.report ?? 0];
    const key = `${one.own} ${reports[own]?.series === reports[other]?.series}`;
    const others = groups.get(key);
    if (others === undefined) groups.set(key, [one]);
    else others.push(one);
  }
  const best = [...groups.values()].flatMap((group) => {
    const [first] = group.toSorted((a, b) => b.shared - a.shared || a.other - b.other);
    const [own, other] = [sections[first?.own ?? 0], sections[first?.other ?? 0]];
    return own && other ? { part: own.part, report: own.report, other: other.report, more: group.length - 1 } : [];
  });
  return { sections: best, common: found.common };
}
