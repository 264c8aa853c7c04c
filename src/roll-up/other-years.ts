import type { LeftOut } from './choose-reports.js';

/** What was handed in for other years: where whole folders of several years are given, most of what does not count. */
export const ofOtherYears = (leftOut: readonly LeftOut[]): readonly LeftOut[] =>
  leftOut.filter(({ why }) => why.is === 'year');

/** How many there are of each year: `2022 年度 12 份、2023 年度 11 份`. */
export function yearCounts(leftOut: readonly LeftOut[]): string {
  const counts = new Map<number, number>();
  for (const { handed } of leftOut) counts.set(handed.report.year, (counts.get(handed.report.year) ?? 0) + 1);
  const sorted = [...counts].toSorted(([a], [b]) => a - b);
  return sorted.map(([year, count]) => `${year} 年度 ${count} 份`).join('、');
}
