import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { nounOf } from '../editions/editions.js';
import { disputedBy, type RolledCell } from './add-up.js';
import { namesOf } from './cell-faults.js';
import type { Child, Chosen, LeftOut } from './choose-reports.js';
import { ofOtherYears, yearCounts } from './other-years.js';
import type { HandedReport } from './roll-input.js';

/** `某局2024年度的报告（a.docx）` */
function named({ report, file }: HandedReport): string {
  return `${report.agency.name}${report.year}年度的报告${file === undefined ? '' : `（${file}）`}`;
}

/** Why a report does not count, and what to do about it. */
function reasonFor({ handed, why }: LeftOut, { year, form }: Chosen): readonly [why: string, hint: string] {
  const noun = nounOf([form]);
  switch (why.is) {
    case 'own':
      return ['是汇总的机关自己的，不是下级的', '要和它核对，用 --against'];
    case 'below':
      return [`数字由上一级“${why.child}”汇总，这里再计就重了`, `先汇总出“${why.child}”的报告，再计入`];
    case 'elsewhere':
      return ['不是汇总的机关的下级', '核对名单的“上级”一列'];
    case 'unlisted':
      return [
        '名单里没有这个机关',
        why.near === undefined
          ? '补进名单，或从输入里去掉'
          : `是不是“${why.near}”？更了名的，把原名写进名单的“曾用名”一列`,
      ];
    case 'year':
      return [`不是 ${year} 年度的`, '换用这个年度的报告，或从输入里去掉'];
    case 'form':
      return [
        `用的${noun}是 ${handed.report.edition}，汇总的是 ${form.id}`,
        `各机关用同一${noun}；要汇总另一种的，用 --edition`,
      ];
  }
}

function leftOutFault(one: LeftOut, chosen: Chosen): Diagnostic {
  const [reason, hint] = reasonFor(one, chosen);
  return diagnostic('rollup/left-out', {
    severity: 'warning',
    message: `没有计入${named(one.handed)}：${reason}`,
    found: one.handed.report.agency.name,
    hint,
  });
}

/** Reports that were handed in and do not count; those of other years at once, because a folder may have very many. */
export function leftOutFaults(chosen: Chosen): readonly Diagnostic[] {
  const { leftOut, year } = chosen;
  const others = ofOtherYears(leftOut);
  if (others.length < 2) return leftOut.map((one) => leftOutFault(one, chosen));
  return [
    ...leftOut.filter((one) => !others.includes(one)).map((one) => leftOutFault(one, chosen)),
    diagnostic('rollup/left-out', {
      severity: 'warning',
      message: `没有计入其他年度的 ${others.length} 份报告：不是 ${year} 年度的`,
      found: yearCounts(others),
      hint: '要汇总另一年度的，用 --year；上年的只用来核对与本年是否相接',
    }),
  ];
}

/** Agencies without a report. */
export const missingFaults = ({ children, year }: Chosen): readonly Diagnostic[] =>
  children.flatMap(({ agency, reports, others }) => {
    if (reports.length > 0) return [];
    return [
      diagnostic('rollup/missing', {
        message: `没有“${agency}”${year}年度的报告，合计不全`,
        found: others.length === 0 ? '没有报告' : `只有${others.map(named).join('、')}`,
        expected: `${agency}${year}年度的报告`,
        hint: '补上它的报告再汇总；机关已撤销的，从名单里去掉；更了名的，写进名单的“曾用名”一列',
      }),
    ];
  });

function repeatedFault({ agency, reports }: Child, cells: readonly RolledCell[]): Diagnostic {
  const told = { found: reports.map(named).join('、'), expected: '每个机关一份' };
  if (cells.length === 0) {
    const message = `“${agency}”报了 ${reports.length} 份，数字相同，只计一份`;
    return diagnostic('rollup/repeated', { ...told, severity: 'warning', message, hint: '去掉重复的文件' });
  }
  return diagnostic('rollup/repeated', {
    ...told,
    message: `“${agency}”报了 ${reports.length} 份，数字不同，没有合计：${namesOf(cells)}`,
    places: cells.map(({ path, label }) => ({ path, label })),
    hint: '留下作准的一份再汇总',
  });
}

/** Agencies that handed in twice. */
export const repeatedFaults = ({ children }: Chosen, cells: readonly RolledCell[]): readonly Diagnostic[] =>
  children.flatMap((child, i) => (child.reports.length > 1 ? [repeatedFault(child, disputedBy(cells, i))] : []));
