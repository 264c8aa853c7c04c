import { type Diagnostic, editions, type Form, formatDiagnostic } from '../../index.js';
import { type Checked, type Counts, countOf, type Printer } from './checked.js';

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

const COLOURS = { error: 31, warning: 33, note: 36 } as const;
const DIM = 2;

/** For a terminal: the first line in the colour of its severity, dim if waived. */
function painted(problem: Diagnostic): string {
  const [first = '', ...rest] = formatDiagnostic(problem).split('\n');
  const colour = problem.waived === undefined ? COLOURS[problem.severity] : DIM;
  return [`\u001B[${colour}m${first}\u001B[0m`, ...rest].join('\n');
}

function grouped(checked: Checked, print: (problem: Diagnostic) => string): readonly string[] {
  const sections = sectionsOf(checked);
  const sectionOf = ({ path }: Diagnostic) => sections.find(({ keys }) => keys.includes(String(path[0]))) ?? REST;
  return sections.flatMap((section) => {
    const own = checked.problems.filter((problem) => sectionOf(problem) === section);
    return own.length === 0 ? [] : [section.title, ...own.map(print)];
  });
}

interface Total {
  readonly file: string;
  readonly counts: Counts;
}

function summary({ file, counts: { errors, warnings, notes, waived } }: Total): string {
  return `${file}：${errors} 个错误，${warnings} 个警告，${notes} 个建议，${waived} 个已豁免`;
}

/** A table of all files, with aligned columns. */
function table(totals: readonly Total[]): readonly string[] {
  const cells = (values: readonly number[]) => values.map((value) => String(value).padStart(6)).join('');
  const rows = totals.map(({ file, counts }) => `${cells(Object.values(counts))}  ${file}`);
  return ['  错误  警告  建议  豁免  文件', ...rows];
}

const lines = (all: readonly string[]): string => all.map((line) => `${line}\n`).join('');

/**
 * For people: findings grouped by the parts of the report, then a summary; after several files a table. Only the counts of a file
 * are kept in memory.
 */
export function textPrinter(colour: boolean): Printer {
  const totals: Total[] = [];
  return {
    file: (checked) => {
      const total = { file: checked.file, counts: countOf(checked.problems) };
      totals.push(total);
      return lines([...grouped(checked, colour ? painted : formatDiagnostic), summary(total)]);
    },
    end: () => (totals.length > 1 ? lines(table(totals)) : ''),
  };
}
