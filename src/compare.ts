import type { ComparedOptions } from './comparison/compared-reports.js';
import type { Comparison } from './comparison/comparison.js';
import { templatesIn } from './host/templates.js';
import type { Document } from './model/document.js';
import type { TextOptions } from './prepare.js';
import type { AnyReport } from './report/report.js';

/** What reports are compared by: what their texts depend on, and what is said of them. */
export interface CompareOptions
  extends Pick<TextOptions, 'forms' | 'templates' | 'assets' | 'limits'>,
    ComparedOptions {}

/**
 * Compares reports cell by cell and paragraph by paragraph: years of one agency, agencies of one year, or versions of one report. They
 * are taken in the order in which they are given, and need not be right: rules are not asked.
 *
 * @throws ReportError `usage/argument` that says what was found if the reports do not belong together;
 *   `template/missing-file` if the text of a part is written by nobody; `shape/too-large`
 */
export async function compareReports(
  reports: readonly AnyReport[],
  { templates, assets, ...options }: CompareOptions = {},
): Promise<Comparison> {
  const { compareReports: compare } = await import('./comparison/compare-reports.js');
  return compare(reports, { ...options, find: templatesIn(templates, assets) });
}

/**
 * A comparison as a document for `renderDocument`: a summary, charts with their figures, and for each section its figures and its texts.
 * Pages draw the charts; other formats have their figures.
 */
export async function composeComparison(comparison: Comparison): Promise<Document> {
  const { composeComparison: compose } = await import('./comparison/comparison-document.js');
  return compose(comparison);
}
