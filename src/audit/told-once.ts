import type { Diagnostic, Path, PlaceInReport } from '../diagnostics/diagnostic.js';
import { formatPath } from '../diagnostics/problem-text.js';

/** Whether a path leads to a place or into it. */
const leadsInto = (path: Path, into: Path): boolean =>
  into.length > 0 && into.every((key, i) => String(key) === String(path[i]));

const placesOf = (problem: Diagnostic): readonly PlaceInReport[] => problem.places ?? [problem];

const pathsOf = (problems: readonly Diagnostic[], code: Diagnostic['code']): readonly Path[] =>
  problems.filter((one) => one.code === code).flatMap((one) => placesOf(one).map(({ path }) => path));

/** That a file was turned into another kind matters for the places of what is wrong with it, and else to nobody. */
const isConversion = ({ code, facts }: Diagnostic): boolean =>
  code === 'read/interpreted' && facts.cause === 'converted';

/** What stands in cells that were read as blank or otherwise than it stands there, by their paths. */
const signsIn = (problems: readonly Diagnostic[]): ReadonlyMap<string, string> =>
  new Map(
    problems.flatMap(({ code, path, found }) =>
      code === 'read/interpreted' && found !== undefined && path.length > 0 ? [[formatPath(path), found]] : [],
    ),
  );

/** Blank cells in which a sign for nothing stands, such as `无`: they are told by it, since nobody would find them blank. */
function withSigns(problem: Diagnostic, signs: ReadonlyMap<string, string>): Diagnostic {
  if (problem.code !== 'cell/blank') return problem;
  const found = new Set(placesOf(problem).flatMap(({ path }) => signs.get(formatPath(path)) ?? []));
  if (found.size === 0) return problem;
  const message = problem.message.replace('留空', '没有填数字');
  return { ...problem, message, found: [...found].map((sign) => `“${sign}”`).join('、') };
}

/**
 * Without what is told twice of one place, by the reader and by a rule: a section that is missing is told by the rule, with what it rests
 * on; so is a cell with a sign for nothing, which is blank, and a heading in other words; of a row that is missing, and of a cell with what is
 * no figure, the reader says so, and they are blank for that.
 */
export function toldOnce(all: readonly Diagnostic[]): readonly Diagnostic[] {
  const signs = signsIn(all);
  const problems = all.every(isConversion) ? [] : all.map((problem) => withSigns(problem, signs));
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
