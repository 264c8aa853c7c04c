import type { Diagnostic, Path, PlaceInReport } from '../diagnostics/diagnostic.js';

/** Whether a path leads to a place or into it. */
const leadsInto = (path: Path, into: Path): boolean =>
  into.length > 0 && into.every((key, i) => String(key) === String(path[i]));

const placesOf = (problem: Diagnostic): readonly PlaceInReport[] => problem.places ?? [problem];

const pathsOf = (problems: readonly Diagnostic[], code: Diagnostic['code']): readonly Path[] =>
  problems.filter((one) => one.code === code).flatMap((one) => placesOf(one).map(({ path }) => path));

/**
 * Without what is told twice of one place, by the reader and by a rule: a section that is missing is told by the rule, with what it rests
 * on; so is a cell with a sign for nothing, which is blank, and a heading in other words; of a row that is missing, and of a cell with what is
 * no figure, the reader says so, and they are blank for that.
 */
export function toldOnce(problems: readonly Diagnostic[]): readonly Diagnostic[] {
  const absent = pathsOf(problems, 'section/absent').map((path) => path.slice(1));
  const blank = pathsOf(problems, 'cell/blank');
  const unread = [...pathsOf(problems, 'read/missing'), ...pathsOf(problems, 'read/unplaced')];
  const headings = new Set(problems.flatMap(({ code, found }) => (code === 'heading/variant' ? found : [])));
  const isIn = (path: Path, all: readonly Path[]) => all.some((into) => leadsInto(path, into));
  return problems.filter((problem) => {
    const { code, path } = problem;
    if (code === 'read/missing') return !(path.length === 1 && isIn(path, absent));
    if (code === 'read/interpreted') return !isIn(path, blank);
    if (code === 'read/doubtful') return path.length > 0 || !headings.has(problem.found);
    return code !== 'cell/blank' || !placesOf(problem).every((one) => isIn(one.path, unread));
  });
}
