import { type Diagnostic, ReportError, stops } from '../diagnostics/diagnostic.js';
import type { Form } from '../form/form.js';
import { limitsOf } from '../limits/limits-of.js';
import type { Document } from '../model/document.js';
import { type Narrated, narrate } from '../narrative/narrate.js';
import { provePlainData } from '../report/plain-data.js';
import { parsedForm } from '../report/prove-parsed.js';
import type { AnyReport } from '../report/report.js';
import { type Assessment, assess, isStopped } from '../rules/assess.js';
import type { TextSources } from '../rules/text-sources.js';
import { compose } from './compose.js';

/** A report with its texts written, its rules assessed and its document composed, for any further use. */
export interface Prepared {
  /** What all formats are rendered from; undefined if one of the findings stops the rendering. */
  readonly document: Document | undefined;
  /** All findings, including waived ones, which are marked. */
  readonly findings: readonly Diagnostic[];
  /** The results of each rule. */
  readonly assessment: Assessment;
}

/** A report that is one, with its form and its texts. */
function written(report: AnyReport, sources: TextSources): { readonly form: Form; readonly narrated: Narrated } {
  provePlainData(report, limitsOf(sources));
  const form = parsedForm(report, sources);
  return { form, narrated: narrate(report, form, sources) };
}

/**
 * Writes the texts of a report, assesses it and composes its document, each once: the document when it is first asked for.
 *
 * @throws ReportError `usage/argument` if it is not a report as `parseReport` gives it, `shape/too-large`
 */
export function prepare(report: AnyReport, sources: TextSources): Prepared {
  const { form, narrated } = written(report, sources);
  const assessment = assess(report, narrated, sources);
  const { findings } = assessment;
  let document: Document | undefined;
  return {
    get document() {
      if (!findings.some(stops)) document ??= compose(report, form, narrated);
      return document;
    },
    findings,
    assessment,
  };
}

/**
 * The document of a report that has been prepared.
 *
 * @throws ReportError with every finding, if one of them is an error that the report does not waive
 */
export function documentOf({ document, findings }: Prepared): Document {
  if (document === undefined) throw new ReportError(findings);
  return document;
}

/**
 * The document of a report, where nobody asks for its findings: those that could not stop it are not looked for.
 *
 * @throws ReportError as `documentOf` does, with every finding, and what `prepare` throws
 */
export function composed(report: AnyReport, sources: TextSources): Document {
  const { form, narrated } = written(report, sources);
  if (isStopped(report, narrated, sources)) throw new ReportError(assess(report, narrated, sources).findings);
  return compose(report, form, narrated);
}
