import type { LeftOut } from './choose-reports.js';

/** What was handed in for other years: where whole folders of several years are given, most of what does not count. */
export const ofOtherYears = (leftOut: readonly LeftOut[]): readonly LeftOut[] =>
  leftOut.filter(({ why }) => why.is === 'year');

/** How many there are of each year, the earliest first. */
export function yearCounts(leftOut: readonly LeftOut[]): readonly (readonly [year: number, count: number])[] {
  const counts = new Map<number, number>();
  for (const { handed } of leftOut) counts.set(handed.report.year, (counts.get(handed.report.year) ?? 0) + 1);
  return [...counts].toSorted(([a], [b]) => a - b);
}
