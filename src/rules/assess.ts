import { type Diagnostic, diagnostic, type Path } from '../diagnostics/diagnostic.js';
import { formatPath } from '../diagnostics/problem-text.js';
import { type FormOptions, formOf } from '../editions/editions.js';
import type { Form } from '../form/form.js';
import type { FindTemplate } from '../narrative/find-template.js';
import { type Narrated, narrate } from '../narrative/narrate.js';
import type { AnyReport } from '../report/report.js';
import { checkFurtherTable } from '../table/further.js';
import { rulesOf } from './all-rules.js';
import { type Faces, unprintableIn } from './characters.js';
import type { Failure, Rule, Subject, Verdict } from './rule.js';

/** What the texts of a report need besides the report: the forms and their templates. */
export interface TextSources extends FormOptions {
  readonly find: FindTemplate;
  /** Fonts of the caller's own, for characters that the shipped ones lack. */
  readonly fonts?: Faces;
}

/** The result of one rule. */
export interface Assessed {
  readonly rule: Rule;
  readonly passed: number;
  readonly findings: readonly Diagnostic[];
  /** Places that could not be assessed, and why. */
  readonly unassessed: readonly { readonly path: Path; readonly why: string }[];
}

/** The results of all rules. */
export interface Assessment {
  /** The form whose rules these are. */
  readonly form: Form;
  readonly rules: readonly Assessed[];
  /** All findings: failures, waived or not, and problems of templates and further tables. */
  readonly findings: readonly Diagnostic[];
}

const samePath = (path: Path, text: string): boolean => formatPath(path) === text;

/** A failure as a diagnostic, marked if the report waives it. */
function finding(
  { code, severity, formula, basis, hint }: Rule,
  { status: _, ...failure }: Failure,
  report: AnyReport,
): Diagnostic {
  const waiver = report.waivers?.find(({ rule, path }) => rule === code && samePath(failure.path, path));
  return diagnostic(code, { severity, formula, basis, hint, ...failure, ...(waiver && { waived: waiver.reason }) });
}

function assessRule(rule: Rule, results: readonly Verdict[], report: AnyReport): Assessed {
  return {
    rule,
    passed: results.filter(({ status }) => status === 'pass').length,
    findings: results.flatMap((result) => (result.status === 'fail' ? [finding(rule, result, report)] : [])),
    unassessed: results.flatMap((result) =>
      result.status === 'unassessed' ? [{ path: result.path, why: result.why }] : [],
    ),
  };
}

/** Waivers that match no finding. */
function unusedWaivers({ waivers = [] }: AnyReport, findings: readonly Diagnostic[]): readonly Diagnostic[] {
  return waivers.flatMap(({ rule, path }, i) => {
    if (findings.some((problem) => problem.code === rule && samePath(problem.path, path))) return [];
    return diagnostic('waiver/unused', {
      severity: 'warning',
      message: '这条豁免没有对上任何问题',
      path: ['waivers', i],
      found: `${rule} ${path}`,
      expected: '一个确实存在的问题',
      hint: '核对 rule 和 path；问题已经改正的，删去豁免',
    });
  });
}

function checkFurtherTables({ tables }: AnyReport): readonly Diagnostic[] {
  return Object.entries(tables ?? {}).flatMap(([section, list]) =>
    (list ?? []).flatMap((table, i) => checkFurtherTable(table, ['tables', section, i])),
  );
}

function previousOf({ previous }: AnyReport, sources: TextSources): Pick<Subject, 'previous'> {
  if (previous === undefined) return {};
  return { previous: { report: previous, narrated: narrate(previous, formOf(previous, sources), sources.find) } };
}

/** Assesses a report whose texts have been written, by every rule of its form. */
export function assess(report: AnyReport, narrated: Narrated, sources: TextSources): Assessment {
  const form = formOf(report, sources);
  const subject: Subject = { report, form, narrated, ...previousOf(report, sources) };
  const assessed = rulesOf(form).map((rule) => assessRule(rule, rule.check(subject), report));
  const findings = assessed.flatMap((one) => one.findings);
  const others = [
    ...unusedWaivers(report, findings),
    ...checkFurtherTables(report),
    ...narrated.problems,
    ...unprintableIn(subject, sources.fonts),
  ];
  return { form, rules: assessed, findings: [...findings, ...others] };
}
