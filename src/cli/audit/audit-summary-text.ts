import {
  missingYears,
  type NamesById,
  namesById,
  reasonsOf,
  summaryLines,
  tellingOf,
  whoseReport,
} from '../../audit/words.js';
import type { Audit, AuditedReport } from '../../batch/index.js';
import { inLine } from '../../diagnostics/problem-text.js';

/** How many lines of a kind are shown; the rest is in the file that `-o` writes. */
const SHOWN = 20;

/** How many of a report's findings are shown. */
const FINDINGS = 3;

/** The first of several lines, and how many more there are. */
function atMost(lines: readonly string[], most: number): readonly string[] {
  const more = lines.length - most;
  return more > 0 ? [...lines.slice(0, most), `  …… 还有 ${more} 条`] : lines;
}

/** Lines below a title; nothing without lines. */
const titled = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', title, ...atMost(lines, SHOWN)];

function reportLines(report: AuditedReport, names: NamesById): readonly string[] {
  const { year, id, counts, findings } = report;
  const own = findings.filter(({ severity, waived }) => severity === 'error' && waived === undefined);
  return [
    `  ${whoseReport(report, names)} ${year} 年（${id}）：${counts.errors} 个错误，${counts.warnings} 个警告`,
    ...atMost(
      own.map((one) => `      ${tellingOf(one)}`),
      FINDINGS,
    ).map((line) => line.replace('  ……', '      ……')),
  ];
}

function wrongReports(audit: Audit): readonly string[] {
  const { reports, counts } = audit;
  const names = namesById(audit);
  const red = reports.filter(({ grade }) => grade === 'red');
  const lines = red.slice(0, SHOWN).flatMap((report) => reportLines(report, names));
  const more = counts.red - SHOWN;
  return red.length === 0 ? [] : ['', '有错误的', ...lines, ...(more > 0 ? [`  …… 还有 ${more} 份`] : [])];
}

/** A short summary for a terminal. @param output the file with all the rest, if one was written */
export function auditSummaryText(audit: Audit, output: string | undefined): string {
  const { repeated, unread } = audit;
  const lines = [
    ...summaryLines(audit),
    ...titled(
      '没能读入的',
      unread.map((one) => `  ${one.id}：${reasonsOf(one)[0] ?? ''}`),
    ),
    ...titled(
      '缺报的',
      missingYears(audit).map(({ agency, words }) => `  ${agency} ${words}`),
    ),
    ...titled(
      '交了不止一份的',
      repeated.map(
        ({ agency, year, ids, isSame }) => `  ${agency} ${year} 年${isSame ? '' : '，内容不同'}：${ids.join('、')}`,
      ),
    ),
    ...wrongReports(audit),
    ...(output === undefined ? ['', '逐条列出：加上 -o 审核.html（或 .xlsx、.pdf、.json）'] : ['', `已写出 ${output}`]),
  ];
  return lines.map((line) => `${inLine(line)}\n`).join('');
}
