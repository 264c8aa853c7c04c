import type { FactsOf } from '../diagnostics/codes.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { nounOf } from '../editions/editions.js';
import { disputedBy, type RolledCell } from './add-up.js';
import type { Child, Chosen, LeftOut } from './choose-reports.js';
import { ofOtherYears, yearCounts } from './other-years.js';
import type { HandedReport } from './roll-input.js';

/** `某局2024年度的报告（a.docx）` */
function named({ report, file }: HandedReport): string {
  return `${report.agency.name}${report.year}年度的报告${file === undefined ? '' : `（${file}）`}`;
}

/** Why a report does not count. */
function whyLeftOut({ handed, why }: LeftOut, { year, form }: Chosen): FactsOf<'rollup/left-out'> {
  const facts = { handed: named(handed), agency: handed.report.agency.name };
  switch (why.is) {
    case 'own':
    case 'elsewhere':
      return { cause: why.is, ...facts };
    case 'below':
      return { cause: 'below', ...facts, upper: why.child };
    case 'unlisted':
      return { cause: 'unlisted', ...facts, near: why.near };
    case 'year':
      return { cause: 'year', ...facts, year };
    case 'form':
      return { cause: 'form', ...facts, noun: nounOf([form]), edition: handed.report.edition, wanted: form.id };
  }
}

const leftOutFault = (one: LeftOut, chosen: Chosen): Diagnostic =>
  diagnostic('rollup/left-out', whyLeftOut(one, chosen), { severity: 'warning' });

/** Reports that were handed in and do not count; those of other years at once, because a folder may have very many. */
export function leftOutFaults(chosen: Chosen): readonly Diagnostic[] {
  const { leftOut, year } = chosen;
  const others = ofOtherYears(leftOut);
  const summed = new Set(others);
  if (others.length < 2) return leftOut.map((one) => leftOutFault(one, chosen));
  return [
    ...leftOut.filter((one) => !summed.has(one)).map((one) => leftOutFault(one, chosen)),
    diagnostic(
      'rollup/left-out',
      { cause: 'years', count: others.length, year, counts: yearCounts(others) },
      { severity: 'warning' },
    ),
  ];
}

/** Agencies without a report. */
export const missingFaults = ({ children, year }: Chosen): readonly Diagnostic[] =>
  children.flatMap(({ agency, reports, others }) => {
    if (reports.length > 0) return [];
    return [diagnostic('rollup/missing', { cause: 'report', agency, year, all: others.map(named) })];
  });

function repeatedFault({ agency, reports }: Child, cells: readonly RolledCell[]): Diagnostic {
  const facts = { agency, all: reports.map(named), cells: cells.map(({ label }) => label) };
  if (cells.length === 0) return diagnostic('rollup/repeated', facts, { severity: 'warning' });
  return diagnostic('rollup/repeated', facts, { places: cells.map(({ path, label }) => ({ path, label })) });
}

/** Agencies that handed in twice. */
export const repeatedFaults = ({ children }: Chosen, cells: readonly RolledCell[]): readonly Diagnostic[] =>
  children.flatMap((child, i) => (child.reports.length > 1 ? [repeatedFault(child, disputedBy(cells, i))] : []));
