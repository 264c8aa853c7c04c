import { gravityOf, resembles } from '../audit/audit-findings.js';
import type { AuditedReport, SimilarText } from '../audit/audited-report.js';
import { wordedFindings } from '../audit/finding-words.js';
import { countsOf, gradeOf } from '../audit/grade.js';
import type { RuleCounts } from '../audit/rule-totals.js';
import { sectionTexts } from '../audit/section-texts.js';
import { sharedText } from '../audit/shared-text.js';
import type { Code } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { formOf } from '../editions/editions.js';
import { type Form, headingOf } from '../form/form.js';
import { loadYaml } from '../host/load-yaml.js';
import { packValue } from '../host/packed-value.js';
import type { AsidePlace } from '../host/scratch.js';
import { type AnyReport, assessReport, type LookOptions } from '../index.js';
import { readReportText } from '../readers/read-report.js';
import { locateIn } from '../reading/read-document.js';
import { toldInSheets } from '../reading/told-in-sheets.js';
import type { Assessment } from '../rules/assess.js';
import { outcomeOf } from '../rules/rule-counts.js';
import { findingsOf } from './error-findings.js';
import { type AsideReport, takeReportAside } from './put-aside.js';
import type { Failed } from './task.js';

/** A section to be compared with that of another report. */
export interface Alike {
  readonly part: string;
  /** The other report, and where it is put aside. */
  readonly id: string;
  readonly aside: AsidePlace;
  /** Whether it is of the same agency. */
  readonly isOwn: boolean;
  readonly more: number;
  /** Prints of the section that very many have. */
  readonly common: readonly number[];
}

/** A report to be checked that was read and put aside. */
export interface CheckTask {
  readonly id: string;
  readonly aside: AsidePlace;
  /** The report of the year before. */
  readonly previous?: { readonly id: string; readonly aside: AsidePlace };
  readonly alike: readonly Alike[];
  /** What is wrong with it beside the others. */
  readonly beside: readonly Diagnostic[];
}

/** What was found, and how often each rule held. */
export interface CheckedReport extends Pick<AuditedReport, 'edition' | 'grade' | 'counts'> {
  readonly ok: true;
  /** The audited report, packed: as objects that come one by one and stay, thousands would have V8 enlarge the room for young ones. */
  readonly audited: Uint8Array;
  readonly rules: RuleCounts;
}

export type CheckResult = Failed | CheckedReport;

/** The report with that of the year before, which is its own even if the agency had another name. */
function withPrevious(report: AnyReport, { previous }: CheckTask): AnyReport {
  if (previous === undefined) return report;
  const before = takeReportAside(previous.aside).report;
  const { previous: _, ...alone } = before;
  return { ...report, previous: { ...alone, agency: { ...before.agency, name: report.agency.name } } };
}

/** Adds places to problems, which are told as `read` would tell them. A text is read again for that, which only data are. */
function located(problems: readonly Diagnostic[], { origin, ...aside }: AsideReport, form: Form, look: LookOptions) {
  const trace = problems.length === 0 ? undefined : aside.trace();
  if (trace === undefined) return problems;
  const { name } = origin;
  const { forms = [], limits } = look;
  if ('places' in trace) {
    const { places, isFilled } = trace;
    return locateIn({ places, ...(isFilled && { tell: toldInSheets(form, places) }) }, name)(problems);
  }
  const { text, kind, line, at } = trace;
  const place = { ...(line !== undefined && { line }), ...(at !== undefined && { at }) };
  return readReportText(text, name, { ...place, forms, ...(limits && { limits }) }, loadYaml, kind).locate(problems);
}

interface Resemblance {
  readonly problem: Diagnostic;
  readonly similar: SimilarText;
}

/** What of a section stands in another report, if it is so much that it is told. */
function resemblance(report: AnyReport, form: Form, alike: Alike, look: LookOptions): readonly Resemblance[] {
  const { report: other } = takeReportAside(alike.aside);
  const { part, isOwn, id, more, common } = alike;
  const [own, theirs] = [sectionTexts(report, form), sectionTexts(other, formOf(other, look))].map((all) =>
    all.find((one) => one.part === part),
  );
  const isFresh = !isOwn || form.texts[part]?.isFresh === true;
  if (own === undefined || theirs === undefined) return [];
  const shared = sharedText(own, theirs, { isFresh, common: new Set(common) });
  const severity = gravityOf(shared, { size: own.compared.length, isOwn, isFresh });
  if (severity === undefined) return [];
  const { year, agency } = other;
  const problem = resembles({ part, isOwn, more, whose: `${agency.name}${year}年` }, shared, form, severity);
  const share = Math.floor(shared.share * 100) / 100;
  const similar = { section: headingOf(form, part), id, agency: agency.name, year, share, passages: shared.passages };
  return [{ problem, similar }];
}

/** The forms whose rules this thread has named: their words are sent with the first report of each, not with every one. */
const named = new WeakSet<Form>();

function countsOfRules({ form, rules }: Assessment): RuleCounts {
  const counts = Uint32Array.from(
    rules.flatMap((assessed) => {
      const { passed, failed, waived } = outcomeOf(assessed);
      return [passed, failed, waived, assessed.unassessed.length];
    }),
  );
  if (named.has(form)) return { counts };
  named.add(form);
  return { counts, words: rules.map(({ rule: { code, formula } }) => ({ code, formula })) };
}

/** What was left out in reading because it is of no report is told apart: every page has a navigation. */
const LEFT_OUT: Code = 'read/left-out';

/** A text that is told as last year's need not be told as that of the years before as well. */
const isToldAlready = ({ part, isOwn }: Alike, findings: readonly Diagnostic[]): boolean =>
  isOwn && findings.some(({ code, path }) => code === 'text/repeated' && String(path[1]) === part);

function checked(task: CheckTask, look: LookOptions): CheckedReport {
  const { id, previous, alike, beside } = task;
  const whole = takeReportAside(task.aside);
  const { report } = whole;
  const assessment = assessReport(withPrevious(report, task), look);
  const { form } = assessment;
  const resembling = alike
    .filter((one) => !isToldAlready(one, assessment.findings))
    .flatMap((one) => resemblance(report, form, one, look));
  const problems = [...assessment.findings, ...resembling.map(({ problem }) => problem)];
  const leftOut = whole.origin.findings.filter(({ code }) => code === LEFT_OUT);
  const read = whole.origin.findings.filter(({ code }) => code !== LEFT_OUT);
  const findings = wordedFindings([...beside, ...read, ...located(problems, whole, form, look)], form);
  const counts = countsOf(findings);
  const { agency, year, edition } = report;
  const audited: AuditedReport = {
    ...{ id, agency: agency.name, year, edition, grade: gradeOf(counts), counts },
    ...(previous && { previous: previous.id }),
    findings,
    leftOut: leftOut.map(({ message }) => message),
    similar: resembling.map(({ similar }) => similar),
  };
  const { grade } = audited;
  return { ok: true, edition, grade, counts, audited: packValue(audited), rules: countsOfRules(assessment) };
}

/** Checks a report that was put aside, in the current thread. All that goes wrong is returned as findings. */
export function checkTask(task: CheckTask, look: LookOptions): CheckResult {
  try {
    return checked(task, look);
  } catch (error) {
    return { ok: false, findings: findingsOf(error) };
  }
}
