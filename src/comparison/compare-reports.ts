import { type Form, headingOf } from '../form/form.js';
import { PREAMBLE, partsOf } from '../form/preamble.js';
import { limitsOf } from '../limits/limits-of.js';
import { provePlainData } from '../report/plain-data.js';
import { parsedForm } from '../report/prove-parsed.js';
import type { AnyReport } from '../report/report.js';
import type { TextSources } from '../rules/text-sources.js';
import { comparedCells } from './compared-cells.js';
import { comparedCharts } from './compared-charts.js';
import { type ComparedOptions, comparedReports } from './compared-reports.js';
import { comparedTexts } from './compared-texts.js';
import type { Comparison } from './comparison.js';
import { FRAME } from './frame-texts.js';

const titleOf = (form: Form, part: string): string =>
  part === PREAMBLE ? (form.texts[PREAMBLE]?.title ?? '引言') : headingOf(form, part);

/** All parts of the forms and their titles: those of the last report's form, what only others have, then what stands around them. */
function titlesIn(forms: readonly Form[]): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  for (const form of forms.toReversed()) {
    for (const part of partsOf(form)) if (!titles.has(part)) titles.set(part, titleOf(form, part));
  }
  return titles.set(FRAME.key, FRAME.heading);
}

/**
 * Compares reports cell by cell and paragraph by paragraph: years of one agency, agencies of one year, or versions of one report. They
 * are taken in the order in which they are given, and need not be right: rules are not asked.
 *
 * @throws ReportError `usage/argument` that says what was found if the reports do not belong together;
 *   `template/missing-file` if the text of a part is written by nobody; `shape/too-large`
 */
export function compareReports(reports: readonly AnyReport[], options: ComparedOptions & TextSources): Comparison {
  for (const report of reports) provePlainData(report, limitsOf(options));
  const given = reports.map((report) => ({ report, form: parsedForm(report, options) }));
  const compared = comparedReports(given, options);
  const cells = comparedCells(given, compared, options);
  const texts = comparedTexts(given, compared, options);
  return {
    ...compared,
    sections: [...titlesIn(given.map(({ form }) => form))].map(([key, heading]) => {
      return { key, heading, cells: cells.get(key) ?? [], texts: texts.get(key) ?? [] };
    }),
    charts: comparedCharts(given),
  };
}
