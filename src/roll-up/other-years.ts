import type { LeftOut } from './choose-reports.js';
import type { HandedReport } from './roll-input.js';

/** What was handed in for other years: where whole folders of several years are given, most of what does not count. */
export const ofOtherYears = (leftOut: readonly LeftOut[]): readonly LeftOut[] =>
  leftOut.filter(({ why }) => why.is === 'year');

/** How many reports there are of each year, the earliest first. */
export function countsByYear(handed: readonly HandedReport[]): readonly (readonly [year: number, count: number])[] {
  const counts = new Map<number, number>();
  for (const { report } of handed) counts.set(report.year, (counts.get(report.year) ?? 0) + 1);
  return [...counts].toSorted(([a], [b]) => a - b);
}

/** How many of those that do not count there are of each year. */
export const yearCounts = (leftOut: readonly LeftOut[]) => countsByYear(leftOut.map(({ handed }) => handed));
