import type { FactsOf } from '../diagnostics/codes.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { nounOf } from '../editions/editions.js';
import { disputedBy, type RolledCell } from './add-up.js';
import type { Child, Chosen, LeftOut } from './choose-reports.js';
import { countsByYear, ofOtherYears, yearCounts } from './other-years.js';
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

/** So many agencies without a report are told one by one. */
const ONE_BY_ONE = 10;

/** An agency whose report of the year, if there is one, is in another form. */
function missingFault({ agency, others }: Child, { year, form }: Chosen): Diagnostic {
  const [inOtherForm] = others.filter(({ report }) => report.year === year);
  const facts = { agency, year, all: others.map(named) };
  if (inOtherForm === undefined) return diagnostic('rollup/missing', { cause: 'report', ...facts });
  const { edition } = inOtherForm.report;
  return diagnostic('rollup/missing', { cause: 'form', ...facts, noun: nounOf([form]), edition, wanted: form.id });
}

/** Agencies without a report; at once where very many have handed in nothing at all. */
export function missingFaults(chosen: Chosen): readonly Diagnostic[] {
  const missing = chosen.children.filter(({ reports }) => reports.length === 0);
  const silent = missing.filter(({ others }) => others.length === 0);
  if (silent.length <= ONE_BY_ONE) return missing.map((child) => missingFault(child, chosen));
  const all = silent.map(({ agency }) => agency);
  return [
    diagnostic('rollup/missing', { cause: 'reports', year: chosen.year, all }),
    ...missing.filter(({ others }) => others.length > 0).map((child) => missingFault(child, chosen)),
  ];
}

function repeatedFault({ agency, reports }: Child, cells: readonly RolledCell[]): Diagnostic {
  const facts = { agency, all: reports.map(named), cells: cells.map(({ label }) => label) };
  if (cells.length === 0) return diagnostic('rollup/repeated', facts, { severity: 'warning' });
  return diagnostic('rollup/repeated', facts, { places: cells.map(({ path, label }) => ({ path, label })) });
}

/** Agencies that handed in twice. */
export const repeatedFaults = ({ children }: Chosen, cells: readonly RolledCell[]): readonly Diagnostic[] =>
  children.flatMap((child, i) => (child.reports.length > 1 ? [repeatedFault(child, disputedBy(cells, i))] : []));

/** Last year's reports of which none is last year's of a child, so that nothing was compared with them. */
export function unusedBefore({ before, children, year }: Chosen): readonly Diagnostic[] {
  if (before.length === 0 || children.some(({ last }) => last !== undefined)) return [];
  const counts = countsByYear(before);
  const facts = { cause: 'before', count: before.length, year: year - 1, counts } as const;
  return [diagnostic('rollup/left-out', facts, { severity: 'warning' })];
}
