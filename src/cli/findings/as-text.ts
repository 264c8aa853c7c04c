import { inLine } from '../../diagnostics/problem-text.js';
import { type Diagnostic, editions, type Form, formatDiagnostic, formatPath, formatPlace } from '../../index.js';
import { NO_PREVIOUS } from '../../rules/last-year.js';
import { painted, wanted } from '../voice.js';
import { type Checked, type Counts, countOf, gapsOf, type Printer } from './checked.js';
import { toFill, untouchedTable } from './to-fill.js';
import { formatTogether, together } from './told-together.js';

/** A part of the report, by the first keys of the paths that lead into it. */
interface Section {
  readonly title: string;
  readonly keys: readonly string[];
}

const TEXTS: Section = {
  title: '文字',
  keys: ['title', 'addressee', 'narrative', 'facts', 'headings', 'notes', 'tables', 'absent', 'signoff'],
};
const REST: Section = { title: '其他', keys: [] };

const LATEST: Form | undefined = Object.values<Form>(editions).at(-1);

/** The parts of a report in order: the tables of its form, or of the latest edition if that is unknown, the texts, the rest. */
function sectionsOf({ form = LATEST }: Checked): readonly Section[] {
  const { sections = [], tables = {} } = form ?? {};
  const ofTables = sections.filter(({ key }) => Object.hasOwn(tables, key));
  return [...ofTables.map(({ key, heading }) => ({ title: heading, keys: [key] })), TEXTS, REST];
}

/** How findings are printed. */
interface TextStyle {
  /** For a terminal: the first line in the colour of its severity, dim if waived. */
  readonly colour: boolean;
  /** Every place of a finding that has several. */
  readonly places: boolean;
  /** Errors, and nothing besides. */
  readonly isQuiet: boolean;
}

const painter =
  ({ colour }: TextStyle) =>
  (text: string, problem: Diagnostic): string =>
    colour ? painted(text, problem) : text;

const indented = (all: readonly string[]): readonly string[] => all.map((line) => `    ${line}`);

function printed(problems: readonly [Diagnostic, ...Diagnostic[]], style: TextStyle): string {
  const [problem] = problems;
  const text = problems.length === 1 ? formatDiagnostic(problem) : formatTogether(problems);
  const all = style.places ? problems.flatMap((one) => one.places ?? []) : [];
  const whole = [text, ...indented(all.map(formatPlace))].join('\n');
  return painter(style)(whole, problem);
}

function grouped(checked: Checked, problems: readonly Diagnostic[], style: TextStyle): readonly string[] {
  const sections = sectionsOf(checked);
  const sectionOf = ({ path }: Diagnostic) => sections.find(({ keys }) => keys.includes(String(path[0]))) ?? REST;
  return sections.flatMap((section) => {
    const own = problems.filter((problem) => sectionOf(problem) === section);
    return own.length === 0 ? [] : [section.title, ...together(own).map((one) => printed(one, style))];
  });
}

/** The findings: first what is still to be filled in, then the others by the parts of the report. */
function findings(checked: Checked, style: TextStyle): readonly string[] {
  const { lines, others } = toFill(checked.problems, checked.form, style.places);
  const all = lines.flatMap(({ problem, line }) => [
    painter(style)(line, problem),
    ...(style.places ? indented((problem.places ?? []).map(formatPlace)) : []),
  ]);
  return [...all, ...grouped(checked, others, style)];
}

/** What could not be assessed. That there is no report of last year is no news, nor that nothing can be said of a table without figures. */
function gaps(checked: Checked): readonly string[] {
  const blank = new Set(checked.problems.flatMap((one) => untouchedTable(one, checked.form) ?? []));
  const told = gapsOf(checked, ({ path, why }) => why !== NO_PREVIOUS && !blank.has(String(path[0])));
  const texts = told.map(({ code, why, places }) => {
    const labels = places.slice(0, 3).map(({ path, label }) => label ?? formatPath(path));
    return inLine(`${code} ${places.length} 处：${why}（${labels.join('；')}${places.length > 3 ? ' 等' : ''}）`);
  });
  return texts.length === 0 ? [] : ['未能核对', ...indented(texts)];
}

interface Total {
  readonly file: string;
  readonly counts: Counts;
}

function summary({ file, counts: { errors, warnings, notes, waived } }: Total): string {
  return `${inLine(file)}：${errors} 个错误，${warnings} 个警告，${notes} 个建议，${waived} 个已豁免`;
}

/** A table of all files, with aligned columns. */
function table(totals: readonly Total[]): readonly string[] {
  const cells = (values: readonly number[]) => values.map((value) => String(value).padStart(6)).join('');
  const rows = totals.map(({ file, counts }) => `${cells(Object.values(counts))}  ${inLine(file)}`);
  return ['  错误  警告  建议  豁免  文件', ...rows];
}

const lines = (all: readonly string[]): string => all.map((line) => `${line}\n`).join('');

/**
 * For people: findings grouped by the parts of the report, then a summary; after several files a table. Only the counts of a file
 * are kept in memory.
 */
export function textPrinter(style: TextStyle): Printer {
  const totals: Total[] = [];
  return {
    file: (checked) => {
      if (style.isQuiet) return lines(findings({ ...checked, problems: wanted(checked.problems) }, style));
      const total = { file: checked.file, counts: countOf(checked.problems) };
      totals.push(total);
      return lines([...findings(checked, style), ...gaps(checked), summary(total)]);
    },
    end: () => (totals.length > 1 ? lines(table(totals)) : ''),
  };
}
