import { placeText, severityWord, visible } from '../../diagnostics/problem-text.js';
import { headingOf } from '../../form/form.js';
import { type Diagnostic, type Form, formatPath } from '../../index.js';
import { areAllBlank } from '../../report/untouched.js';

// A report that is being filled in: what is still to be done is told in a line each, and what only follows from it is not told again.

/** A line of the kind, and the finding it is about. */
export interface ToFill {
  readonly problem: Diagnostic;
  readonly line: string;
}

/** How many of several sums are named. */
const NAMED = 3;

/** The table that a finding says is blank altogether. */
export function untouchedTable({ code, path, places = [] }: Diagnostic, form: Form | undefined): string | undefined {
  const key = String(path[0]);
  if (form === undefined || code !== 'cell/blank' || places.length < 2) return undefined;
  return areAllBlank(form, key, new Set(places.map((one) => one.path.join('.')))) ? key : undefined;
}

const oneLine = (problem: Diagnostic, message: string, hint: string): ToFill => {
  const { place, code } = problem;
  return { problem, line: visible(`${placeText(place)}${severityWord(problem)} ${code} ${message}。${hint}`) };
};

const isOfFigures = ({ code, waived }: Diagnostic): boolean => /^(?:sum|years)\//.test(code) && waived === undefined;

/** Sums that do not hold as long as cells of their table are to be filled in, in one line. */
function unfinished(problems: readonly Diagnostic[], key: string, form: Form): readonly ToFill[] {
  const [first] = problems;
  if (first === undefined) return [];
  const messages = problems.slice(0, NAMED).map(({ message }) => message);
  const more = problems.length > NAMED ? ` 等 ${problems.length} 处` : '';
  const message = `${headingOf(form, key)}：有数字对不上：${messages.join('；')}${more}`;
  return [oneLine(first, message, '表里还有没填的格，填完再核对；用 --places 逐处列出')];
}

/** Whether a finding follows from a text that is not there. */
const isOfNoText = ({ code, path, waived }: Diagnostic, empty: ReadonlySet<string>): boolean =>
  waived === undefined && (code === 'template/empty' || (code.endsWith('/missing') && empty.has(formatPath(path))));

/**
 * The findings that say what is still to be filled in, in a line each: blank tables, cells taken for 0, and texts that are not there.
 * Sums of tables with cells taken for 0 are one line a table, unless each of them is wanted.
 */
export function toFill(
  problems: readonly Diagnostic[],
  form: Form | undefined,
  isEachWanted: boolean,
): { readonly lines: readonly ToFill[]; readonly others: readonly Diagnostic[] } {
  if (form === undefined) return { lines: [], others: problems };
  const partial = new Set(problems.filter(({ code }) => code === 'cell/assumed').map(({ path }) => String(path[0])));
  const empty = new Set(problems.filter(({ code }) => code === 'template/empty').map(({ path }) => formatPath(path)));
  const isGathered = (one: Diagnostic) => !isEachWanted && isOfFigures(one) && partial.has(String(one.path[0]));
  const isOfTables = (one: Diagnostic) => one.code === 'cell/assumed' || untouchedTable(one, form) !== undefined;
  const ofTables = Object.keys(form.tables).flatMap((key) => {
    const own = problems.filter(({ path }) => path[0] === key);
    const told = own.filter(isOfTables).map((one) => oneLine(one, one.message, one.hint));
    return [...told, ...unfinished(own.filter(isGathered), key, form)];
  });
  const ofTexts = problems.filter((one) => isOfNoText(one, empty)).map((one) => oneLine(one, one.message, one.hint));
  const others = problems.filter((one) => !isGathered(one) && !isOfTables(one) && !isOfNoText(one, empty));
  return { lines: [...ofTables, ...ofTexts], others };
}
