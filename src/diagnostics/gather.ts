import { firstFew } from './first-few.js';
import type { Diagnostic, PlaceInReport } from './record.js';

const placeOf = ({ path, label, place }: Diagnostic): PlaceInReport => ({
  path,
  ...(label !== undefined && { label }),
  ...(place && { place }),
});

/** `甲、乙、丙等 23 格` */
function named(places: readonly PlaceInReport[]): string {
  const labels = places.map(({ path, label }) => label ?? path.join('.'));
  return firstFew(labels, '格');
}

function merged(problems: readonly [Diagnostic, ...Diagnostic[]], message: string): Diagnostic {
  const { label: _, ...first } = problems[0];
  const places = problems.map(placeOf);
  return { ...first, message, path: first.path.slice(0, 1), found: named(places), places };
}

/**
 * Problems of one kind with cells of tables: those of one table become one that lists its places. Waived ones and others stay apart.
 *
 * @param messageOf the message, for the key of a table and a number of cells
 */
export function gather(
  problems: readonly Diagnostic[],
  messageOf: (table: string, count: number) => string,
): readonly Diagnostic[] {
  const groups = new Map<string, [Diagnostic, ...Diagnostic[]]>();
  for (const problem of problems) {
    const key = `${problem.path[0]} ${problem.waived ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(problem);
    else groups.set(key, [problem]);
  }
  return [...groups.values()].map((group) =>
    group.length === 1 ? group[0] : merged(group, messageOf(String(group[0].path[0]), group.length)),
  );
}
