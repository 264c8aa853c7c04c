import { formOf } from '../editions/editions.js';
import { type Form, headingOf } from '../form/form.js';
import { PREAMBLE, partsOf } from '../form/preamble.js';
import { narrate } from '../narrative/narrate.js';
import { printedText } from '../narrative/printed-text.js';
import { paragraphsOf } from '../narrative/to-blocks.js';
import type { AnyReport } from '../report/report.js';
import type { TextSources } from '../rules/text-sources.js';
import { comparedCells } from './compared-cells.js';
import { comparedCharts } from './compared-charts.js';
import { type ComparedOptions, comparedReports, type Given } from './compared-reports.js';
import type { Comparison, TextChanges } from './comparison.js';
import { paragraphChanges } from './paragraph-changes.js';

/** The paragraphs of each part of a report, as they are printed. */
type Paragraphs = ReadonlyMap<string, readonly string[]>;

function paragraphsIn({ report, form }: Given, { find }: TextSources): Paragraphs {
  const parts = new Map<string, string[]>();
  for (const written of narrate(report, form, find).texts) {
    const texts = paragraphsOf(printedText(written)).map(({ text }) => text);
    parts.set(written.part, [...(parts.get(written.part) ?? []), ...texts]);
  }
  return parts;
}

const titleOf = (form: Form, part: string): string =>
  part === PREAMBLE ? (form.texts[PREAMBLE]?.title ?? '引言') : headingOf(form, part);

/** All parts of the forms: those of the last report's form, then what only others have. */
const partsIn = (given: readonly Given[]): readonly string[] => [
  ...new Set(given.toReversed().flatMap(({ form }) => partsOf(form))),
];

/**
 * Compares reports cell by cell and paragraph by paragraph: years of one agency, agencies of one year, or versions of one report. They
 * are taken in the order in which they are given, and need not be right: rules are not asked.
 *
 * @throws ReportError `usage/argument` that says what was found if the reports do not belong together;
 *   `template/missing-file` if the text of a part is written by nobody
 */
export function compareReports(reports: readonly AnyReport[], options: ComparedOptions & TextSources): Comparison {
  const given = reports.map((report) => ({ report, form: formOf(report, options) }));
  const compared = comparedReports(given, options);
  const cells = comparedCells(given, compared, options);
  const texts = given.map((one) => paragraphsIn(one, options));
  const textsOf = (part: string): readonly TextChanges[] => {
    if (!texts.some((one) => one.has(part))) return [];
    return compared.steps.map(({ from, to }) => {
      const [before = [], after = []] = [from, to].map((i) => texts[i]?.get(part));
      return paragraphChanges(before, after, (reports[to]?.year ?? 0) - (reports[from]?.year ?? 0));
    });
  };
  const formOfPart = (part: string): Form => (given.findLast(({ form }) => partsOf(form).includes(part)) as Given).form;
  return {
    ...compared,
    sections: partsIn(given).map((key) => {
      return { key, heading: titleOf(formOfPart(key), key), cells: cells.get(key) ?? [], texts: textsOf(key) };
    }),
    charts: comparedCharts(given),
  };
}
