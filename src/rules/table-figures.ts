import type { StatedSubject } from '../form/figure-words.js';
import { once } from '../memo/once.js';
import type { Told } from '../statements/told.js';
import { valueAt } from '../table/cells.js';
import { areCounts } from '../table/exact-sum.js';
import { bareFigure } from '../table/noted.js';

/** The counts in a part of a table besides its total. */
function partsOf(data: unknown): readonly unknown[] {
  if (typeof data !== 'object' || data === null) return [data];
  const entries = Object.entries(data).filter(([key]) => key !== 'total');
  return entries.flatMap(([, value]) => partsOf(bareFigure(value)));
}

/** A count of a table; of a total that is blank, what its parts add up to. Undefined if that is blank, too. */
function countAt(report: unknown, path: string): number | undefined {
  const keys = path.split('.');
  const value = bareFigure(valueAt(report, keys));
  if (areCounts([value])) return Number(value);
  const parts = keys.at(-1) === 'total' ? partsOf(valueAt(report, keys.slice(0, -1))) : [];
  return parts.length > 0 && areCounts(parts) ? parts.reduce<number>((sum, part) => sum + Number(part), 0) : undefined;
}

/** The counts of a report by their paths: sentences ask for the same ones again and again. */
const knownCounts = once((_: object) => new Map<string, number | undefined>());

function countOf(report: object, path: string): number | undefined {
  const known = knownCounts(report);
  if (!known.has(path)) known.set(path, countAt(report, path));
  return known.get(path);
}

/** The sum of cells, those with a minus subtracted; undefined if one is blank. */
export function sumAt(report: object, paths: readonly string[]): number | undefined {
  let sum = 0;
  for (const path of paths) {
    const value = countOf(report, path.startsWith('-') ? path.slice(1) : path);
    if (value === undefined) return undefined;
    sum += path.startsWith('-') ? -value : value;
  }
  return sum;
}

/** The cells of some columns in place of the total of their rows. */
export const inColumns = (paths: readonly string[], columns: readonly string[]): readonly string[] =>
  columns.length === 0
    ? paths
    : [...new Set(paths)].flatMap((path) =>
        path.endsWith('total') ? columns.map((column) => path.replace(/total$/u, column)) : path,
      );

/** The cells of a subject. */
export const cellsOf = ({ paths, columns = [] }: StatedSubject): readonly string[] => inColumns(paths, columns);

/** The sums of cells that subjects may mean: all of them joint, or what else the one may be. */
function meantBy(subjects: readonly StatedSubject[]): readonly (readonly string[])[] {
  const [only] = subjects;
  const joint = subjects.flatMap(({ paths }) => paths);
  return subjects.length === 1 && only ? [joint, ...(only.or ?? [])] : [joint];
}

/** The sums of cells that a number in a text may mean, the likeliest first. */
export const readingsOf = (
  { subjects, also, columns, row }: Told,
  parts: readonly Told[] = [],
): readonly (readonly string[])[] => {
  const included = subjects.flatMap(({ paths, mayInclude = [] }) =>
    parts.some((part) => part.subjects.some((one) => one.paths.every((path) => mayInclude.includes(path))))
      ? [[...paths, ...mayInclude]]
      : [],
  );
  const rows = meantBy(row.length > 0 ? row : subjects);
  const others = subjects.flatMap(({ orColumns }) =>
    orColumns ? rows.map((paths) => inColumns(paths, orColumns)) : [],
  );
  const all = [...rows, ...included, ...also.map(({ paths }) => paths)];
  return [...all.map((paths) => inColumns(paths, columns)), ...others];
};
