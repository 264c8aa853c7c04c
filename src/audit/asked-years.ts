import type { Handed, Series } from '../agencies/series.js';

/** The years of an audit. */
export interface AuditedYears {
  /** All that there is to show: what was handed in, and what was asked for. The earliest first. */
  readonly years: readonly number[];
  /** Those of which everybody is expected to have a report. */
  readonly asked: ReadonlySet<number>;
  /** Those of which only a few have handed in, and of which nobody is said to be missing. */
  readonly sparse: readonly number[];
}

/** A year is asked of everybody if at least one agency has handed in for it of so many in the year that has most. */
const ONE_OF = 4;

function countByYear(series: readonly Series<Handed>[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { years } of series) for (const year of years.keys()) counts.set(year, (counts.get(year) ?? 0) + 1);
  return counts;
}

/**
 * The years that everybody is asked for if nobody says which: from the first to the last for which a good part of the agencies has handed
 * in, and the one that has just begun to come in after these. So one old report among the files does not make everybody missing for
 * ten years.
 */
function likelyYears(counts: ReadonlyMap<number, number>): readonly number[] {
  const most = Math.max(0, ...counts.values());
  const full = [...counts].flatMap(([year, count]) => (count * ONE_OF >= most ? [year] : [])).sort((a, b) => a - b);
  const [first = 0, last = -1] = [full[0], full.at(-1)];
  const end = counts.has(last + 1) ? last + 1 : last;
  return Array.from({ length: end - first + 1 }, (_, i) => first + i);
}

/** Of which years everybody is expected to have a report. @param given those that the caller asks for */
export function auditedYears(series: readonly Series<Handed>[], given: readonly number[] | undefined): AuditedYears {
  const counts = countByYear(series);
  const asked = new Set(given ?? likelyYears(counts));
  const handed = [...counts.keys()];
  const years = [...new Set([...asked, ...handed])].sort((a, b) => a - b);
  return { years, asked, sparse: years.filter((year) => !asked.has(year)) };
}
