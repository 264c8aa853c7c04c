import { agencyKey } from '../agencies/agency-name.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { visible } from '../diagnostics/problem-text.js';
import type { Audit, AuditCounts, AuditSummary, UnreadInput } from './audit.js';
import type { AuditedReport, AuditFinding, FindingCounts, Grade } from './audited-report.js';
import { placeWords } from './finding-words.js';

/** The words of an audit, in whatever it is shown. */

export const GRADE_WORDS: { readonly [G in Grade | 'missing']: string } = {
  red: '有错误',
  yellow: '有警告',
  green: '没有问题',
  missing: '缺报',
};

/** An agency with the years for which it has handed in nothing. */
interface MissingYears {
  readonly agency: string;
  readonly years: readonly number[];
  readonly words: string;
}

/** Where a finding is, and what is wrong there. Messages often begin with the name of the cell or the section, which is not said twice. */
export function tellingOf({ section, cells, message }: AuditFinding): string {
  const isNamed = cells.length === 1 && message.startsWith(cells[0] ?? '');
  const where = [section, ...(isNamed ? [] : cells)].join(' · ');
  return message.startsWith(`${where}：`) ? message : `${where}：${message}`;
}

/** What is wrong with an input that could not be read, beside its name: a message that begins with the name does not say it again. */
export const unreadMessage = (id: string, message: string): string =>
  message.startsWith(`${id} `) ? `文件${message.slice(id.length + 1)}` : message;

/** The cell and the place in the file that a reason speaks of, as far as it has any. */
function spotOf({ label, place }: Diagnostic): string {
  const spot = [label, placeWords(place)].filter((one) => one !== undefined).join('，');
  return spot === '' ? '' : `${spot}：`;
}

/** Why an input could not be read, a line for each reason. */
export const reasonsOf = ({ id, findings }: UnreadInput): readonly string[] =>
  findings.map((finding) => {
    const { message, found, hint } = finding;
    const told = `${spotOf(finding)}${unreadMessage(id, message)}`;
    const isSaid = found === undefined || message.includes(found);
    return visible(`${told}${isSaid ? '' : `（${found}）`}；${hint}`);
  });

/** Who has not handed in, and for which years: `2021、2023 年`. */
export function missingYears({ agencies }: Pick<AuditSummary, 'agencies'>): readonly MissingYears[] {
  return agencies.flatMap(({ agency, years }) => {
    const missing = years.filter(({ grade }) => grade === 'missing').map(({ year }) => year);
    return missing.length === 0 ? [] : [{ agency, years: missing, words: `${missing.join('、')} 年` }];
  });
}

/** `错误 3`, `警告 2`, `通过`: what a report is told by in a small room. One whose check failed stands among those that were not read. */
export function shortCounts(counts: FindingCounts | undefined): string {
  if (counts === undefined) return '未核对';
  const { errors, warnings } = counts;
  if (errors > 0) return `错误 ${errors}`;
  return warnings > 0 ? `警告 ${warnings}` : '通过';
}

/** How the reports are called, by their ids: as their agency is now, with the name that they have themselves if that is another. */
export type NamesById = ReadonlyMap<string, string>;

/** The names of the agencies of all reports, as the table of agencies has them. */
export const namesById = ({ agencies }: Pick<AuditSummary, 'agencies'>): NamesById =>
  new Map(agencies.flatMap(({ agency, years }) => years.flatMap(({ ids }) => ids.map((id) => [id, agency] as const))));

/** Whose report it is: under the name by which the agency is looked for, with that which the report has. */
export function whoseReport({ id, agency }: Pick<AuditedReport, 'id' | 'agency'>, names: NamesById): string {
  const known = names.get(id) ?? agency;
  return agencyKey(known) === agencyKey(agency) ? agency : `${known}（报告写作${agency}）`;
}

/** What was found in each report, by its id. */
export const countsById = ({ reports }: Pick<Audit, 'reports'>): ReadonlyMap<string, FindingCounts> =>
  new Map(reports.map(({ id, counts }) => [id, counts]));

/** `2021—2025 年`; `2025 年`. */
export function spanOf({ years }: Pick<AuditSummary, 'years'>): string {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return '没有年度';
  return first === last ? `${first} 年` : `${first}—${last} 年`;
}

/** Title of the result, in all that it is written to. */
export const AUDIT_TITLE = '政府信息公开工作年度报告审核结果';

/** What was audited, and what became of it, in two sentences; a third says of which years nobody was told as missing. */
export function summaryLines({ counts, agencies, sparse, ...rest }: AuditSummary): readonly string[] {
  const { reports, red, yellow, green } = counts;
  return [
    `${agencies.length} 个机关，${spanOf(rest)}，核对了 ${reports} 份报告：有错误的 ${red} 份，有警告的 ${yellow} 份，没有问题的 ${green} 份`,
    restOf(counts),
    ...(sparse.length === 0
      ? []
      : [`${sparse.join('、')} 年只有少数机关交了报告，没有查缺报；要查的，写明审核哪些年度（--years）`]),
  ];
}

const restOf = ({ missing, unread, errors, warnings, notes, waived }: AuditCounts): string =>
  `缺报 ${missing} 份；没能读入 ${unread} 个文件；错误 ${errors} 个，警告 ${warnings} 个，建议 ${notes} 个，已豁免 ${waived} 个`;
