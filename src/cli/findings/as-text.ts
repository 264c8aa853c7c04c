import { type Diagnostic, formatDiagnostic } from '../../index.js';
import { type Counts, countOf, type Printer } from './checked.js';

/** The parts of a report, in order, by the first key of a path. */
const SECTIONS: readonly (readonly [title: string, keys: readonly string[]])[] = [
  ['二、主动公开政府信息情况', ['disclosure']],
  ['三、收到和处理政府信息公开申请情况', ['requests']],
  ['四、政府信息公开行政复议、行政诉讼情况', ['review']],
  ['文字', ['narrative', 'facts', 'title', 'headings', 'signoff', 'tables']],
];
const REST = '其他';

function sectionOf({ path }: Diagnostic): string {
  return SECTIONS.find(([, keys]) => keys.includes(String(path[0])))?.[0] ?? REST;
}

const COLOURS = { error: 31, warning: 33, note: 36 } as const;

/** The first line in the colour of its severity, waived ones dim. */
function painted(problem: Diagnostic): string {
  const [first = '', ...rest] = formatDiagnostic(problem).split('\n');
  const colour = problem.waived === undefined ? COLOURS[problem.severity] : 2;
  return [`\u001B[${colour}m${first}\u001B[0m`, ...rest].join('\n');
}

function grouped(problems: readonly Diagnostic[], colour: boolean): readonly string[] {
  return [...SECTIONS.map(([title]) => title), REST].flatMap((title) => {
    const own = problems.filter((problem) => sectionOf(problem) === title);
    if (own.length === 0) return [];
    return [`${title}`, ...own.map((problem) => (colour ? painted(problem) : formatDiagnostic(problem)))];
  });
}

interface Total {
  readonly file: string;
  readonly counts: Counts;
}

function summary({ file, counts: { errors, warnings, notes, waived } }: Total): string {
  return `${file}：${errors} 个错误，${warnings} 个警告，${notes} 个建议，${waived} 个已豁免`;
}

/** A table of all files, its columns aligned. */
function table(totals: readonly Total[]): readonly string[] {
  const cells = (values: readonly number[]) => values.map((value) => String(value).padStart(6)).join('');
  const rows = totals.map(({ file, counts }) => `${cells(Object.values(counts))}  ${file}`);
  return ['  错误  警告  建议  豁免  文件', ...rows];
}

const lines = (all: readonly string[]): string => all.map((line) => `${line}\n`).join('');

/** For people: grouped by the parts of the report, and a summary; a table after several files. Of each file only counts are kept. */
export function textPrinter(colour: boolean): Printer {
  const totals: Total[] = [];
  return {
    file: ({ file, problems }) => {
      const total = { file, counts: countOf(problems) };
      totals.push(total);
      return lines([...grouped(problems, colour), summary(total)]);
    },
    end: () => (totals.length > 1 ? lines(table(totals)) : ''),
  };
}
