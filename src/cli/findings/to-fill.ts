import { firstFew } from '../../diagnostics/first-few.js';
import { inLine, placeText, severityWord } from '../../diagnostics/problem-text.js';
import { headingOf } from '../../form/form.js';
import { type Diagnostic, type Form, formatPath } from '../../index.js';
import { areAllBlank } from '../../report/untouched.js';

// A report that is being filled in: what is still to be done is told in a line each, and what only follows from it is not told again.

/** A line of the kind, and the finding it is about. */
export interface ToFill {
  readonly problem: Diagnostic;
  readonly line: string;
}

/** The table that a finding says is blank altogether. */
export function untouchedTable(problem: Diagnostic, form: Form | undefined): string | undefined {
  const { code, path, places = [], waived } = problem;
  const key = String(path[0]);
  if (form === undefined || code !== 'cell/blank' || waived !== undefined) return undefined;
  return areAllBlank(form, key, new Set(places.map((one) => one.path.join('.')))) ? key : undefined;
}

const oneLine = (problem: Diagnostic, message: string, hint: string): ToFill => {
  const { place, code } = problem;
  return { problem, line: inLine(`${placeText(place)}${severityWord(problem)} ${code} ${message}。${hint}`) };
};

const isOfFigures = ({ code, waived }: Diagnostic): boolean => /^(?:sum|years)\//.test(code) && waived === undefined;

/** Sums that do not hold as long as cells of their table are to be filled in, in one line. */
function unfinished(problems: readonly Diagnostic[], key: string, form: Form): readonly ToFill[] {
  const [first] = problems;
  if (first === undefined) return [];
  const messages = problems.map((one) => one.message);
  const message = `${headingOf(form, key)}：有数字对不上：${firstFew(messages, '处', '；')}`;
  return [oneLine(first, message, '表里还有没填的格，填完再核对；用 --places 逐处列出')];
}

/** What templates lack as long as tables have no figures, in one line. */
function unwritten(problems: readonly Diagnostic[]): readonly ToFill[] {
  const [first] = problems;
  if (first === undefined) return [];
  const message = `文字里有 ${problems.length} 处要用还没有填的数`;
  return [oneLine(first, message, '填上数再核对；用 --places 逐处列出')];
}

/** How each finding is told. */
interface Ways {
  readonly isOfTables: (one: Diagnostic) => boolean;
  readonly isUnfinished: (one: Diagnostic) => boolean;
  readonly isUnwritten: (one: Diagnostic) => boolean;
  readonly isOfNoText: (one: Diagnostic) => boolean;
}

/** @param isEachWanted whether what follows from tables that are not filled in is told place by place */
function waysOf(problems: readonly Diagnostic[], form: Form, isEachWanted: boolean): Ways {
  const open = ({ waived }: Diagnostic) => waived === undefined;
  const partial = new Set(problems.filter(({ code }) => code === 'cell/assumed').map(({ path }) => String(path[0])));
  const isBlank = problems.some((one) => untouchedTable(one, form) !== undefined);
  const empty = new Set(problems.filter(({ code }) => code === 'template/empty').map(({ path }) => formatPath(path)));
  const mentions = new Set<string>(
    Object.values(form.texts).flatMap(({ requires = [] }) => requires.map(({ rule }) => rule)),
  );
  return {
    isOfTables: (one) => one.code === 'cell/assumed' || untouchedTable(one, form) !== undefined,
    isUnfinished: (one) => !isEachWanted && isOfFigures(one) && partial.has(String(one.path[0])),
    isUnwritten: ({ code }) => !isEachWanted && isBlank && /^template\/(?:missing|bad)-value$/.test(code),
    isOfNoText: (one) =>
      open(one) &&
      (one.code === 'template/empty' || (mentions.has(one.code) && (isBlank || empty.has(formatPath(one.path))))),
  };
}

/**
 * The findings that say what is still to be filled in, in a line each: blank tables, cells taken for 0, and texts that are not there.
 * What follows from them, sums and texts, is a line for all, unless each is wanted.
 */
export function toFill(
  problems: readonly Diagnostic[],
  form: Form | undefined,
  isEachWanted: boolean,
): { readonly lines: readonly ToFill[]; readonly others: readonly Diagnostic[] } {
  if (form === undefined) return { lines: [], others: problems };
  const ways = waysOf(problems, form, isEachWanted);
  const whole = (one: Diagnostic) => oneLine(one, one.message, one.hint);
  const ofTables = Object.keys(form.tables).flatMap((key) => {
    const own = problems.filter(({ path }) => path[0] === key);
    return [...own.filter(ways.isOfTables).map(whole), ...unfinished(own.filter(ways.isUnfinished), key, form)];
  });
  const ofTexts = [...problems.filter(ways.isOfNoText).map(whole), ...unwritten(problems.filter(ways.isUnwritten))];
  const others = problems.filter((one) => !Object.values(ways).some((isTold) => isTold(one)));
  return { lines: [...ofTables, ...ofTexts], others };
}
