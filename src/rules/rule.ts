import type { Code, FactsOf, FormCode } from '../diagnostics/codes.js';
import type { Circumstances, Diagnostic, Path, Severity } from '../diagnostics/diagnostic.js';
import type { Example, Form } from '../form/form.js';
import type { Narrated } from '../narrative/narrate.js';
import type { AnyReport } from '../report/report.js';
import type { RuleCode } from './rule-code.js';

/** What rules look at. */
export interface Subject {
  readonly report: AnyReport;
  readonly form: Form;
  readonly narrated: Narrated;
  /** The report of the year before and its texts, where the report carries it and it can be compared. */
  readonly previous: { readonly report: AnyReport; readonly narrated: Narrated } | undefined;
  /** Why there is no report to compare with; empty if there is. */
  readonly whyNoPrevious: string;
  /** What has been worked out of it, by the numbers of these facts (`fact`). */
  readonly facts: unknown[];
}

let facts = 0;

/**
 * What several rules ask of a report, worked out once. It is kept with what they look at and not in a weak map: each collection of garbage
 * goes through those.
 */
export function fact<V extends object | string>(work: (subject: Subject) => V): (subject: Subject) => V {
  const number = facts++;
  return (subject) => {
    subject.facts[number] ??= work(subject);
    return subject.facts[number] as V;
  };
}

/** The verdict of a rule on one place. */
export type Verdict = { readonly status: 'pass' } | Unassessable | Failure;

export interface Unassessable {
  readonly status: 'unassessed';
  readonly path: Path;
  readonly label?: string;
  readonly why: string;
}

/** What is not in order: under which rule, where, and what is the case. */
export interface Failure extends Pick<Circumstances, 'path' | 'label' | 'suspect' | 'place' | 'words' | 'fix'> {
  readonly status: 'fail';
  readonly code: Code;
  /** Those of its code. */
  readonly facts: FactsOf<Code>;
}

/** A condition that every well-formed report must meet. */
export interface Rule {
  /** What findings are told under. */
  readonly code: Code;
  /** How grave a failure is, unless it is set otherwise. */
  readonly severity: Severity;
  /** What must hold, in Chinese. */
  readonly formula: string;
  /** The clause or practice it rests on. */
  readonly basis: string;
  /** What to do about a failure, in Chinese. */
  readonly hint: string;
  /** For the documentation. */
  readonly example: Example;
  /** Looks at a report. */
  readonly check: (subject: Subject) => readonly Verdict[];
  /** Makes one finding of many alike. */
  readonly gather?: (findings: readonly Diagnostic[], subject: Subject) => readonly Diagnostic[];
}

/** What an office makes of a rule: it does not ask for it, or tells it as something else. */
export type RuleSetting = Severity | 'off';

/** Settings by the code of the rule; forms of the caller's own may have rules besides. */
export type RuleSettings = { readonly [C in RuleCode | FormCode]?: RuleSetting };

export const PASS: Verdict = { status: 'pass' };

/** Why a rule says nothing of a section that the report declares absent. */
export const ABSENT = '报告写明没有这一部分（absent）';

/** A failure of a rule at a place. */
export const fail = <C extends Code>(
  code: C,
  path: Path,
  facts: FactsOf<C>,
  where: Partial<Omit<Failure, 'status' | 'code' | 'facts' | 'path'>> = {},
): Failure => ({ status: 'fail', code, path, facts, ...where });

/** The failures, or a single pass if there are none. */
export function verdicts(failures: readonly Failure[]): readonly Verdict[] {
  return failures.length === 0 ? [PASS] : failures;
}
