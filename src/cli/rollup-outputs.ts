import { extname } from 'node:path';
import { type RollUp, totalText, writeContributions } from '../index.js';
import { jsonText } from './json-text.js';
import { misuse } from './misuse.js';
import { STANDARD_OUTPUT } from './outputs.js';

/** Makes the bytes of a result. */
export type RollupWriter = (rolled: RollUp) => Promise<Uint8Array>;

const yaml: RollupWriter = async (rolled) => Buffer.from(totalText(rolled));

const WRITERS: { readonly [extension: string]: RollupWriter } = {
  '.yaml': yaml,
  '.yml': yaml,
  '.json': async ({ report }) => Buffer.from(`${jsonText(report, 2)}\n`),
  '.xlsx': writeContributions,
};

/** The files to be written, each with what makes it. */
export function rollupWriters(output: readonly string[]): readonly (readonly [path: string, write: RollupWriter])[] {
  return output.flatMap((path) => {
    if (path === STANDARD_OUTPUT) return [];
    const extension = extname(path).toLowerCase();
    const write = Object.hasOwn(WRITERS, extension) ? WRITERS[extension] : undefined;
    if (write) return [[path, write] as const];
    throw misuse({ cause: 'rollup-extension', file: path, known: Object.keys(WRITERS) });
  });
}

const dotted = (path: readonly string[]): string => path.join('.');

/** All of a result as plain data: what each cell is made of, who is missing, what does not count. */
export function rollupJson(rolled: RollUp): string {
  const { report, isComplete, children, leftOut, unread, cells, compared, findings } = rolled;
  const data = {
    agency: report.agency.name,
    year: report.year,
    edition: report.edition,
    isComplete,
    report,
    children: children.map(({ agency, reports }) => ({
      agency,
      files: reports.flatMap(({ file }) => file ?? []),
      reports: reports.length,
    })),
    leftOut: leftOut.map(({ handed: { report: one, file }, why }) => ({
      agency: one.agency.name,
      year: one.year,
      edition: one.edition,
      file: file ?? null,
      why: why.is,
    })),
    unread,
    cells: cells.map(({ path, label, value, contributions, gaps }) => ({
      path: dotted(path),
      label,
      value,
      contributions,
      missing: gaps.map(({ agency }) => agency),
    })),
    compared: compared.map(({ path, ...one }) => ({ path: dotted(path), ...one })),
    findings,
  };
  return `${jsonText(data, 2)}\n`;
}

/** A result in a few lines. */
export function rollupSummary({ report, children, cells, compared, unread, isComplete }: RollUp): readonly string[] {
  const counted = children.filter(({ versions }) => versions.length > 0).length;
  const open = cells.filter(({ value }) => value === null).length;
  const whole = open > 0 ? `合计不全，${open} 格没有合计` : '各格都有合计';
  const missing = children.filter(({ reports }) => reports.length === 0).map(({ agency }) => agency);
  const of = (result: string) => compared.filter((one) => one.result === result).length;
  return [
    `${report.agency.name}${report.year}年度：应报 ${children.length} 个机关，计入 ${counted} 个；${whole}`,
    ...(missing.length > 0 ? [`没有报告：${missing.join('、')}`] : []),
    ...(unread.length > 0 ? [`读不了：${unread.map(({ file }) => file).join('、')}`] : []),
    ...(compared.length > 0
      ? [`与公布的合计相比：一致 ${of('equal')} 格，不同 ${of('differs')} 格，无法比较 ${of('not-comparable')} 格`]
      : []),
    ...(isComplete || open > 0 ? [] : ['有读不了的文件，汇总不算完整']),
  ];
}
