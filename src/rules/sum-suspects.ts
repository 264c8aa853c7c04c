import type { Suspect } from '../diagnostics/diagnostic.js';
import type { AnyReport } from '../report/report.js';
import { type DataCell, valueAt } from '../table/cells.js';
import { exactSum, exactText } from '../table/exact-sum.js';
import type { Failed, Outcome } from './sum-outcomes.js';

/** A cell that, changed by some amount, would make every sum hold that it stands in. */
interface Explanation {
  readonly failed: readonly Failed[];
  readonly suspect: Suspect;
}

/** What must be added to a cell for a sum to hold; undefined if the cell is not in it. */
function correction(cell: DataCell, { sum, by }: Failed): Failed['by'] | undefined {
  if (sum.left.includes(cell)) return by;
  return sum.right.includes(cell) ? by.times(-1) : undefined;
}

/** Where a row and a column, or more sums, fail alike, the cell in which they cross; undefined if this cell explains nothing. */
function explanation(cell: DataCell, own: readonly Failed[], report: AnyReport): Explanation | undefined {
  const [first, ...others] = own.map((one) => correction(cell, one));
  if (first === undefined || others.length === 0 || !others.every((one) => one?.eq(first))) return undefined;
  const path = [own[0]?.key ?? '', ...cell.path];
  const value = exactSum([valueAt(report, path)]);
  if (value === undefined) return undefined;
  const right = { ...value, sum: value.sum.plus(first) };
  if (cell.kind === 'count' && right.sum.lt(0)) return undefined;
  return {
    failed: own,
    suspect: { path, label: cell.label, found: exactText(value), expected: exactText(right) },
  };
}

/** The cells in several failed sums and in none that holds, each with its sums. */
function suspicious(outcomes: readonly Outcome[], failed: readonly Failed[]): ReadonlyMap<DataCell, readonly Failed[]> {
  const found = new Map<DataCell, Failed[]>();
  for (const one of failed) {
    for (const cell of new Set([...one.sum.left, ...one.sum.right])) {
      const own = found.get(cell);
      if (own) own.push(one);
      else found.set(cell, [one]);
    }
  }
  for (const [cell, own] of found) if (own.length < 2) found.delete(cell);
  for (const { sum, verdict } of outcomes) {
    if (found.size === 0) break;
    if (verdict.status === 'pass') for (const cell of [...sum.left, ...sum.right]) found.delete(cell);
  }
  return found;
}

/** The suspect of each failed sum of a table, where one cell, and only one, explains it. Cells in more sums come first. */
export function suspectsOf(
  outcomes: readonly Outcome[],
  failed: readonly Failed[],
  report: AnyReport,
): ReadonlyMap<Failed, Suspect> {
  const found = new Map<Failed, Suspect>();
  if (failed.length < 2) return found;
  const all = [...suspicious(outcomes, failed)].flatMap(([cell, own]) => explanation(cell, own, report) ?? []);
  const isSame = (a: Explanation, b: Explanation) =>
    a.failed.length === b.failed.length && a.failed.every((one) => b.failed.includes(one));
  const single = all.filter((one) => !all.some((other) => other !== one && isSame(one, other)));
  for (const { failed: own, suspect } of single.toSorted((a, b) => b.failed.length - a.failed.length)) {
    if (own.some((one) => found.has(one))) continue;
    for (const one of own) found.set(one, suspect);
  }
  return found;
}
