import { readFileSync } from 'node:fs';
import { parseReport } from 'nianbao';
import { fixture, ROOT } from './fixtures.mjs';

/** The published figures that no fixture holds, as reports in wording of our own; sums that were printed wrong are reprinted as they are. */

const ORGANIZATIONS = ['business', 'research', 'charity', 'legalService', 'other'];
const COLUMNS = ['naturalPerson', ...ORGANIZATIONS.map((one) => `organization.${one}`), 'total'];
const OUTCOMES = ['upheld', 'corrected', 'other', 'pending', 'total'];
const REVIEW = ['reconsideration', 'litigation.direct', 'litigation.afterReconsideration'].flatMap((group) =>
  OUTCOMES.map((outcome) => `${group}.${outcome}`),
);

/** An object with values at paths. @param {readonly (readonly [path: string, value: unknown])[]} entries */
function nested(entries) {
  /** @type {any} */
  const root = { fill: 0 };
  for (const [path, value] of entries) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    let at = root;
    for (const key of keys) {
      at[key] ??= {};
      at = at[key];
    }
    at[last] = value;
  }
  return root;
}

/** @param {any} figures one of `published-tables.json` */
function reportOf({ edition, year, failures, disclosure, requests, review }) {
  const { facts: _, ...minimal } = JSON.parse(fixture('2021/minimal.json').text);
  const rows = Object.entries(requests).flatMap(([row, cells]) =>
    COLUMNS.map((column, i) => /** @type {const} */ ([`${row}.${column}`, cells[i]])),
  );
  return parseReport({
    ...minimal,
    edition,
    year,
    disclosure,
    requests: nested(rows),
    review: nested(REVIEW.map((path, i) => [path, review[i]])),
    narrative: {
      preamble: `本报告由{{agency.name}}编制，数据的统计期限为${year}年1月1日至12月31日。`,
      overview: ['（一）主动公开。及时更新各栏目的政府信息。', '（二）依申请公开。依法办理公众提出的申请。'],
      problems: ['公开的及时性还有待提高。', '下一步将加强检查，按季度通报结果。'],
      other: '本年度没有收取信息处理费。',
    },
    waivers: failures.map((/** @type {string} */ one) => {
      const [rule, path] = one.split(' ');
      return { rule, path, reason: '原件如此，如实重印' };
    }),
  });
}

/** @type {readonly any[]} */
const published = JSON.parse(readFileSync(`${ROOT}fixtures/published-tables.json`, 'utf8'));

export const publishedReports = published
  .filter(({ report }) => ['suping-2024', 'pingtan-2020'].includes(report))
  .map((figures) => ({ name: figures.report, report: reportOf(figures) }));
