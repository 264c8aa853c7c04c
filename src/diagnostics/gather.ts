import type { Circumstances, Diagnostic, PlaceInReport } from './record.js';

const placeOf = ({ path, label, place }: Diagnostic): PlaceInReport => ({
  path,
  ...(label !== undefined && { label }),
  ...(place && { place }),
});

/** Tells several problems as one. */
export type TellTable = (
  table: string,
  cells: readonly string[],
  where: Pick<Circumstances, 'path' | 'places'>,
  first: Diagnostic,
) => Diagnostic;

function merged(problems: readonly [Diagnostic, ...Diagnostic[]], tell: TellTable): Diagnostic {
  const [first] = problems;
  const places = problems.map(placeOf);
  const cells = places.map(({ path, label }) => label ?? path.join('.'));
  return tell(String(first.path[0]), cells, { path: first.path.slice(0, 1), places }, first);
}

/**
 * Problems of one kind with cells of tables: those of one table become one that lists its places. Waived ones and others stay apart.
 *
 * @param tell tells of a table by its key, with the labels of the cells
 */
export function gather(problems: readonly Diagnostic[], tell: TellTable): readonly Diagnostic[] {
  const groups = new Map<string, [Diagnostic, ...Diagnostic[]]>();
  for (const problem of problems) {
    const key = `${problem.path[0]} ${problem.waived ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(problem);
    else groups.set(key, [problem]);
  }
  return [...groups.values()].map((group) => (group.length === 1 ? group[0] : merged(group, tell)));
}
