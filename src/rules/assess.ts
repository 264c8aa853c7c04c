import { type Diagnostic, diagnostic, type Path } from '../diagnostics/diagnostic.js';
import { formatPath } from '../diagnostics/problem-text.js';
import { editions } from '../editions/editions.js';
import type { Edition } from '../form/form.js';
import { type Narrated, narrate } from '../narrative/narrate.js';
import type { Report } from '../report/report-schema.js';
import { checkFurtherTable } from '../table/further.js';
import { rules } from './all-rules.js';
import type { Failure, Outcome, Rule, Subject } from './rule.js';

/** What the text of a report depends on besides the report. */
export interface TextOptions {
  /** The user's own template folder, laid out as `<edition>/<part>.hbs`; parts it lacks are written by ours. */
  readonly templates?: string;
}

/** How one rule fared. */
export interface Assessed {
  readonly rule: Rule;
  readonly passed: number;
  readonly findings: readonly Diagnostic[];
  /** Places that could not be assessed, and why. */
  readonly unassessed: readonly { readonly path: Path; readonly why: string }[];
}

/** Everything that was looked at, and what came of it. */
export interface Assessment {
  readonly rules: readonly Assessed[];
  /** What is questionable: what failed, waived or not, and problems of templates and further tables. */
  readonly findings: readonly Diagnostic[];
}

const samePath = (path: Path, text: string): boolean => formatPath(path) === text;

/** A failure as a diagnostic, marked if the report waives it. */
function finding(
  { code, severity, formula, basis, hint }: Rule,
  { status: _, ...failure }: Failure,
  report: Report,
): Diagnostic {
  const waiver = report.waivers?.find(({ rule, path }) => rule === code && samePath(failure.path, path));
  return diagnostic(code, { severity, formula, basis, hint, ...failure, ...(waiver && { waived: waiver.reason }) });
}

function assess(rule: Rule, outcomes: readonly Outcome[], report: Report): Assessed {
  return {
    rule,
    passed: outcomes.filter(({ status }) => status === 'pass').length,
    findings: outcomes.flatMap((outcome) => (outcome.status === 'fail' ? [finding(rule, outcome, report)] : [])),
    unassessed: outcomes.flatMap((outcome) =>
      outcome.status === 'unassessed' ? [{ path: outcome.path, why: outcome.why }] : [],
    ),
  };
}

/** Waivers that waive nothing. */
function unusedWaivers({ waivers = [] }: Report, findings: readonly Diagnostic[]): readonly Diagnostic[] {
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

function checkFurtherTables({ tables }: Report): readonly Diagnostic[] {
  return Object.entries(tables ?? {}).flatMap(([section, list]) =>
    (list ?? []).flatMap((table, i) => checkFurtherTable(table, ['tables', section, i])),
  );
}

/** Assesses a report whose text has been written. */
export function assessNarrated(report: Report, narrated: Narrated, options: TextOptions): Assessment {
  const edition: Edition = editions[report.edition];
  const previousProblems = report.previous && narrate(report.previous, options.templates).parts.problems.text;
  const subject: Subject = {
    report,
    edition,
    narrated,
    ...(report.previous && { previous: report.previous }),
    ...(previousProblems !== undefined && { previousProblems }),
  };
  const assessed = rules.map((rule) => assess(rule, rule.check(subject), report));
  const findings = assessed.flatMap((one) => one.findings);
  const others = [...unusedWaivers(report, findings), ...checkFurtherTables(report), ...narrated.problems];
  return { rules: assessed, findings: [...findings, ...others] };
}

/** Assesses a report by every rule, and says of each how often it held, failed, was waived or could not be assessed. */
export function assessReport(report: Report, options: TextOptions = {}): Assessment {
  return assessNarrated(report, narrate(report, options.templates), options);
}

/**
 * Everything that is questionable about a report: sums, years, blanks, headings, wording, templates. Waived problems are in the
 * list, marked. An empty list means nothing to say.
 */
export function checkReport(report: Report, options: TextOptions = {}): readonly Diagnostic[] {
  return assessReport(report, options).findings;
}
