import { severityWord } from '../../diagnostics/problem-text.js';
import { NO_DAY, startOfDay } from '../../model/day.js';
import { PROGRAM } from '../../model/program.js';
import { BODY_FACE } from '../../workbook/cell-looks.js';
import type { LoadWorkbookEngine, WrittenBook, WrittenSheet } from '../../workbook/engine.js';
import type { AgencyRow, Audit, YearCell } from '../audit.js';
import type { AuditedReport, AuditFinding, FindingCounts } from '../audited-report.js';
import { AUDIT_TITLE, countsById, GRADE_WORDS, namesById, reasonsOf, shortCounts, summaryLines } from '../words.js';
import { type RowValue, rowSheet } from './row-sheet.js';

const GRADE_STYLES = { red: 'wrong', yellow: 'doubtful', green: 'right', missing: 'missing' } as const;

function yearValue(cell: YearCell | undefined, counts: ReadonlyMap<string, FindingCounts>): RowValue {
  if (cell === undefined) return '';
  const { grade, ids } = cell;
  const told = ids.map((id) => shortCounts(counts.get(id)));
  return { value: told.join('；') || GRADE_WORDS[grade], style: GRADE_STYLES[grade] };
}

/** A row an agency, a column a year. */
function overviewSheet(audit: Audit): WrittenSheet {
  const { years, agencies } = audit;
  const counts = countsById(audit);
  const columns = [
    { head: '机关', width: 34 },
    { head: '上级', width: 22 },
    ...years.map((year) => ({ head: `${year} 年`, width: 12 })),
  ];
  const row = ({ agency, above = '', isListed, years: own }: AgencyRow): readonly RowValue[] => [
    isListed ? agency : `${agency}（不在名单上）`,
    above,
    ...years.map((year) =>
      yearValue(
        own.find((cell) => cell.year === year),
        counts,
      ),
    ),
  ];
  return rowSheet('总览', columns, agencies.map(row), [AUDIT_TITLE, ...summaryLines(audit)]);
}

const FINDING_COLUMNS = [
  { head: '机关', width: 26 },
  { head: '年度', width: 7 },
  { head: '程度', width: 8 },
  { head: '表或部分', width: 26 },
  { head: '单元格或段落', width: 26 },
  { head: '问题', width: 40 },
  { head: '实际', width: 24 },
  { head: '应为', width: 20 },
  { head: '处理', width: 34 },
  { head: '规则', width: 18 },
  { head: '文件', width: 26 },
  { head: '位置', width: 22 },
] as const;

function findingRow({ year, id }: AuditedReport, agency: string, finding: AuditFinding): readonly RowValue[] {
  const { section, cells, message, found = '', expected = '', hint, code, place = '', related = [], waived } = finding;
  const all = [message, ...related.map((one) => one.message)].join('\n');
  const first = [agency, year, severityWord(finding), section, cells.join('、'), all, found, expected];
  return [...first, waived === undefined ? hint : `豁免理由：${waived}`, code, id, place];
}

/** A row a finding, under the name that the agency has on the first sheet: rows are filtered by it. */
function findingsSheet(audit: Audit): WrittenSheet {
  const names = namesById(audit);
  const rows = audit.reports.flatMap((report) =>
    report.findings.map((finding) => findingRow(report, names.get(report.id) ?? report.agency, finding)),
  );
  return rowSheet('问题', FINDING_COLUMNS, rows);
}

/** What was not handed in, could not be read, or was handed in twice. */
function absentSheet({ missing, unread, repeated }: Audit): WrittenSheet {
  const columns = [
    { head: '情况', width: 16 },
    { head: '机关', width: 34 },
    { head: '年度', width: 8 },
    { head: '文件', width: 40 },
    { head: '说明', width: 60 },
  ];
  const rows: readonly (readonly RowValue[])[] = [
    ...missing.map(({ agency, year }) => [GRADE_WORDS.missing, agency, year, '', '']),
    ...unread.map((one) => ['没能读入', '', '', one.id, reasonsOf(one).join('\n')]),
    ...repeated.map(({ agency, year, ids, isSame }) => {
      return ['交了不止一份', agency, year, ids.join('\n'), isSame ? '内容相同' : '内容不同'];
    }),
  ];
  return rowSheet('缺报和未读入', columns, rows);
}

/** How often each rule held. */
function rulesSheet({ rules }: Audit): WrittenSheet {
  const columns = [
    { head: '规则', width: 20 },
    { head: '内容', width: 60 },
    ...['相符', '不符', '豁免', '未核对'].map((head) => ({ head, width: 10 })),
  ];
  return rowSheet(
    '规则',
    columns,
    rules.map(({ code, formula, passed, failed, waived, unassessed }) => {
      return [code, formula, passed, failed, waived, unassessed];
    }),
  );
}

function bookOf(audit: Audit): WrittenBook {
  const date = new Date(startOfDay(NO_DAY));
  return {
    sheets: [overviewSheet(audit), findingsSheet(audit), absentSheet(audit), rulesSheet(audit)],
    namedRanges: [],
    properties: { title: AUDIT_TITLE, creator: PROGRAM, lastModifiedBy: PROGRAM, created: date, modified: date },
    defaultFont: BODY_FACE,
  };
}

/** Makes the workbook of an audit. */
export async function makeAuditWorkbook(audit: Audit, loadEngine: LoadWorkbookEngine): Promise<Uint8Array> {
  return (await loadEngine()).write(bookOf(audit));
}
