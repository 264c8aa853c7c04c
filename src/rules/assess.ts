import { leftToReader } from '../characters/missing-glyph.js';
import type { Code } from '../diagnostics/codes.js';
import { type Diagnostic, diagnostic, type Path, stops } from '../diagnostics/diagnostic.js';
import { formOf } from '../editions/editions.js';
import type { Form } from '../form/form.js';
import { capped } from '../limits/capped.js';
import { type AllLimits, limitsOf } from '../limits/limits-of.js';
import type { Narrated } from '../narrative/narrate.js';
import type { AnyReport } from '../report/report.js';
import { checkFurtherTables } from '../table/further.js';
import { rulesOf } from './all-rules.js';
import { unprintableIn } from './characters.js';
import { unprintableInForm } from './form-characters.js';
import { lastYear } from './last-year.js';
import type { Failure, Rule, Subject, Unassessable, Verdict } from './rule.js';
import { asSet, settingOf } from './rule-settings.js';
import { specificFirst } from './sum-order.js';
import type { TextSources } from './text-sources.js';
import { isWaivedFor, type Waiver, waiverFor, waiversOf } from './waivers.js';

/** A place that could not be assessed. */
export interface Unassessed {
  /** The place in the report object. */
  readonly path: Path;
  /** The cell in the form's own words. */
  readonly label?: string;
  /** In Chinese. */
  readonly why: string;
  /** The reason with which the report waives the rule there. */
  readonly waived?: string;
}

/** The result of one rule. */
export interface Assessed {
  /** The rule. */
  readonly rule: Rule;
  /** How many places are in order. */
  readonly passed: number;
  /** What is not in order, waived or not. */
  readonly findings: readonly Diagnostic[];
  /** What could not be assessed. */
  readonly unassessed: readonly Unassessed[];
}

/** A waiver of the report, with all that it waived. */
export interface AppliedWaiver {
  /** The code of the rule. */
  readonly rule: string;
  /** The places that it covers, as the report writes them. */
  readonly path: string;
  /** As the report gives it. */
  readonly reason: string;
  /** What it waives. */
  readonly findings: readonly Diagnostic[];
  /** Places that it covers and that could not be assessed. */
  readonly unassessed: readonly Unassessed[];
}

/** The results of all rules. */
export interface Assessment {
  /** The form whose rules these are. */
  readonly form: Form;
  /** One for each rule, in the order of docs/rules.md. */
  readonly rules: readonly Assessed[];
  /** All findings, as far as one answer has room: failures, waived or not, and problems of templates and further tables. */
  readonly findings: readonly Diagnostic[];
  /** What each waiver of the report does. */
  readonly waivers: readonly AppliedWaiver[];
}

/** A failure as a diagnostic, marked if the report waives it. */
function finding({ severity, formula, basis, hint }: Rule, failure: Failure, waivers: readonly Waiver[]): Diagnostic {
  const { status: _, code, facts, ...where } = failure;
  const waiver = waiverFor(waivers, code, failure.path);
  return diagnostic<Code>(code, facts, {
    severity,
    formula,
    basis,
    hint,
    ...where,
    ...(waiver && { waived: waiver.reason }),
  });
}

function unassessed({ code }: Rule, { status: _, ...place }: Unassessable, waivers: readonly Waiver[]): Unassessed {
  const waiver = waiverFor(waivers, code, place.path);
  return waiver ? { ...place, waived: waiver.reason } : place;
}

const isPass = ({ status }: Verdict): boolean => status === 'pass';

function assessRule(rule: Rule, subject: Subject, waivers: readonly Waiver[]): Assessed {
  const verdicts = rule.check(subject);
  // Mostly there is nothing more to be said.
  if (verdicts.every(isPass)) return { rule, passed: verdicts.length, findings: [], unassessed: [] };
  const findings: Diagnostic[] = [];
  const places: Unassessed[] = [];
  let passed = 0;
  for (const one of verdicts) {
    if (one.status === 'pass') passed += 1;
    else if (one.status === 'fail') findings.push(finding(rule, one, waivers));
    else places.push(unassessed(rule, one, waivers));
  }
  return { rule, passed, findings: rule.gather?.(findings, subject) ?? findings, unassessed: places };
}

/** What each waiver waived: that which no waiver before it covers. */
function applied(waivers: readonly Waiver[], assessed: readonly Assessed[]): readonly AppliedWaiver[] {
  if (waivers.length === 0) return [];
  const findings = new Map<Waiver, Diagnostic[]>(waivers.map((waiver) => [waiver, []]));
  const places = new Map<Waiver, Unassessed[]>(waivers.map((waiver) => [waiver, []]));
  const covers = (rule: Rule, at: Path) => waiverFor(waivers, rule.code, at) as Waiver;
  for (const { rule, findings: found, unassessed: gaps } of assessed) {
    if (!isWaivedFor(waivers, rule.code)) continue;
    for (const one of found) findings.get(covers(rule, one.places?.[0]?.path ?? one.path))?.push(one);
    for (const one of gaps) places.get(covers(rule, one.path))?.push(one);
  }
  return waivers.map((waiver) => {
    const { rule, path, reason } = waiver;
    return { rule, path, reason, findings: findings.get(waiver) ?? [], unassessed: places.get(waiver) ?? [] };
  });
}

/** No more of what was waived than findings are given in one answer. */
function waivedWithin(waivers: readonly AppliedWaiver[], limits: AllLimits): readonly AppliedWaiver[] {
  let left = limits.findings;
  return waivers.map((waiver) => {
    const findings = waiver.findings.slice(0, left);
    left -= findings.length;
    return findings.length < waiver.findings.length ? { ...waiver, findings } : waiver;
  });
}

/** Waivers that cover nothing. */
function unusedWaivers(waivers: readonly AppliedWaiver[]): readonly Diagnostic[] {
  return waivers.flatMap(({ rule, path, findings, unassessed: places }, i) => {
    if (findings.length + places.length > 0) return [];
    return diagnostic('waiver/unused', { rule, waives: path }, { severity: 'warning', path: ['waivers', i] });
  });
}

/** Assesses a report whose texts have been written, by every rule of its form, or by those that are asked. */
export function assess(
  report: AnyReport,
  narrated: Narrated,
  sources: TextSources,
  isAsked: (rule: Rule) => boolean = () => true,
): Assessment {
  const form = formOf(report, sources);
  const given = waiversOf(report);
  const { previous, whyNoPrevious } = lastYear(report, given, sources);
  const subject: Subject = { report, form, narrated, previous, whyNoPrevious, facts: [] };
  const asked = asSet(rulesOf(form), sources.rules).filter(isAsked);
  const rules = asked.map((rule) => assessRule(rule, subject, given));
  const waivers = applied(given, rules);
  const findings = specificFirst(
    rules.flatMap((one) => one.findings),
    subject,
  );
  const lacking = [...unprintableIn(subject, sources.fonts), ...unprintableInForm(form, sources.fonts)];
  const unprintable = sources.isDrawnByReader ? lacking.map(leftToReader) : lacking;
  const inUse = waivers.filter(({ rule }) => settingOf(sources.rules ?? {}, rule) !== 'off');
  const ofFolder = sources.templateFaults?.(form) ?? [];
  const ofTexts = [...checkFurtherTables(report.tables), ...narrated.problems];
  const others = [...ofFolder, ...unusedWaivers(inUse), ...ofTexts, ...unprintable];
  const limits = limitsOf(sources);
  return { form, rules, findings: capped([...findings, ...others], limits), waivers: waivedWithin(waivers, limits) };
}

/** A rule of which a failure is an error. */
const canStop = ({ severity }: Rule): boolean => severity === 'error';

/** Whether something stops the rendering of a report. Rules that cannot are not asked, so it costs a fraction of `assess`. */
export function isStopped(report: AnyReport, narrated: Narrated, sources: TextSources): boolean {
  return assess(report, narrated, sources, canStop).findings.some(stops);
}
