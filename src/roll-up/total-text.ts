import { type Line, printed, remark } from '../blank/commented.js';
import { entry, inline } from '../blank/yaml-value.js';
import { ofEachYear } from '../diagnostics/catalogue/rollup-codes.js';
import { headingOf } from '../form/form.js';
import type { RolledCell } from './add-up.js';
import type { LeftOut } from './choose-reports.js';
import { whyBlank } from './gap-words.js';
import { ofOtherYears, yearCounts } from './other-years.js';
import type { RollUp } from './roll-up.js';

/** A name or a figure within a comment, which ends with its line. */
const onOneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ');

/** What does not count: by name, those of other years by their number. */
function leftOutWords(leftOut: readonly LeftOut[]): string {
  const others = ofOtherYears(leftOut);
  const named = leftOut.filter((one) => !others.includes(one)).map(({ handed: { report } }) => report);
  const names = named.map(({ agency, year }) => `${agency.name}${year}年度`);
  return [...names, ...(others.length > 0 ? [ofEachYear(yearCounts(others))] : [])].join('、');
}

/** Who hands in and who does not, at the head of the file. */
function headLines({ report, form, children, unread, leftOut, isComplete }: RollUp): readonly Line[] {
  const counted = children.filter(({ versions }) => versions.length > 0);
  const missing = children.filter(({ versions }) => versions.length === 0);
  const lines = [
    `${report.agency.name}${report.year}年${form.name}（${form.citation}）：下级机关各表的合计`,
    `应报 ${children.length} 个机关，计入 ${counted.length} 个：${counted.map(({ agency }) => agency).join('、')}`,
    ...(missing.length > 0 ? [`没有报告的：${missing.map(({ agency }) => agency).join('、')}`] : []),
    ...(unread.length > 0 ? [`读不了的文件：${unread.map(({ file }) => file).join('、')}`] : []),
    ...(leftOut.length > 0 ? [`没有计入的：${leftOutWords(leftOut)}`] : []),
    ...(isComplete ? [] : ['合计不全：空着（null）的格没有合计，后面写明缺谁；补齐后再汇总，不要填成 0。']),
  ];
  return lines.map((line) => remark(0, onOneLine(line)));
}

/** A cell behind its key: its label, and why it is blank if it is. */
function cellLine(level: number, key: string, cell: RolledCell): Line {
  const why = whyBlank(cell);
  const note = why === undefined ? cell.label : `${cell.label}；${why}`;
  return { level, text: `${key}: ${inline(cell.value)}`, note: onOneLine(note) };
}

/** Cells below each other, nested as their paths are. */
function cellLines(cells: readonly RolledCell[], level: number): readonly Line[] {
  const keys = [...new Set(cells.map(({ path }) => path[level]))];
  return keys.flatMap((key = ''): readonly Line[] => {
    const below = cells.filter(({ path }) => path[level] === key);
    const [only] = below;
    if (only !== undefined && only.path.length === level + 1) return [cellLine(level, key, only)];
    return [{ level, text: `${key}:` }, ...cellLines(below, level + 1)];
  });
}

/**
 * The report of the whole as YAML: every cell with its label as a comment, and a cell without a sum is null and says who is missing.
 */
export function totalText(rolled: RollUp): string {
  const { report, form, cells } = rolled;
  const { previous } = report;
  const tables = Object.keys(form.tables).map((key) => {
    const head = `\n${printed([remark(0, headingOf(form, key))])}`;
    return (
      head +
      printed(
        cellLines(
          cells.filter(({ table }) => table === key),
          0,
        ),
      )
    );
  });
  const basics = (['edition', 'year', 'agency'] as const).flatMap((key) => entry(key, report[key]));
  const last = previous === undefined ? [] : entry('previous', previous);
  const lines = (all: ReturnType<typeof entry>) => printed(all.map(([level, text]) => ({ level, text })));
  return `${printed(headLines(rolled))}${lines(basics)}${tables.join('')}${last.length > 0 ? `\n${lines(last)}` : ''}`;
}
