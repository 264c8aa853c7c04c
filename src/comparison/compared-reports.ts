import { agencyKey } from '../agencies/agency-name.js';
import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import type { Form } from '../form/form.js';
import type { AnyReport } from '../report/report.js';
import type { ComparedReport, Comparison, Step } from './comparison.js';
import { distinct } from './distinct.js';

/** A report with its form. */
export interface Given {
  readonly report: AnyReport;
  readonly form: Form;
}

/** What a caller may say of the reports. */
export interface ComparedOptions {
  /** The reports are of one agency, whatever it was called in each year. */
  readonly isOneAgency?: boolean;
  /** What to call reports of the same agency and year, such as the names of their files. */
  readonly names?: readonly string[];
}

const misused = (cause: 'compare-few' | 'compare-kinds' | 'compare-mixed', all: readonly string[]): ReportError =>
  new ReportError([diagnostic('usage/argument', { cause, all })]);

const told = ({ report: { agency, year }, form }: Given): string => `${agency.name}${year}年${form.name}`;

/** What reports are being compared. @throws ReportError `usage/argument` that lists them if they do not belong together */
function kindOf(given: readonly Given[], { isOneAgency = false }: ComparedOptions): Comparison['kind'] {
  const found = given.map(told);
  if (given.length < 2) throw misused('compare-few', found);
  if (distinct(given.map(({ form }) => form.name)).length > 1) throw misused('compare-kinds', found);
  const agencies = isOneAgency ? 1 : distinct(given.map(({ report }) => agencyKey(report.agency.name))).length;
  const years = distinct(given.map(({ report }) => report.year)).length;
  if (agencies === 1 && years === given.length) return 'years';
  if (years === 1 && agencies === given.length) return 'agencies';
  if (agencies === 1 && years === 1) return 'versions';
  throw misused('compare-mixed', found);
}

function labelOf(kind: Comparison['kind'], { agency, year }: AnyReport, i: number, names: readonly string[]): string {
  if (kind === 'years') return `${year}年`;
  return kind === 'agencies' ? agency.name : (names[i] ?? `第${i + 1}份`);
}

/** Each year is held against the year before it; of agencies and versions each against the first. */
function stepsOf(kind: Comparison['kind'], count: number): readonly Step[] {
  return Array.from({ length: count - 1 }, (_, i) => ({ from: kind === 'years' ? i : 0, to: i + 1 }));
}

/** What the reports are to each other. @throws ReportError `usage/argument` if they are nothing that can be compared */
export function comparedReports(
  given: readonly Given[],
  options: ComparedOptions,
): Pick<Comparison, 'kind' | 'reports' | 'steps'> {
  const kind = kindOf(given, options);
  const reports = given.map(({ report, form }, i): ComparedReport => {
    const { agency, year, edition } = report;
    const label = labelOf(kind, report, i, options.names ?? []);
    return { label, agency: agency.name, year, edition, kind: form.name, date: report.signoff?.date };
  });
  return { kind, reports, steps: stepsOf(kind, given.length) };
}
