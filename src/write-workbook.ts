import { loadWorkbookEngine } from './host/load-workbook-engine.js';
import type { RollUp } from './roll-up/roll-up.js';
import type { WorkbookOptions } from './workbook/workbook.js';

/**
 * A workbook (.xlsx) of a report, shaped like its form, to be filled in with Excel, WPS or LibreOffice and read back by `read`. Same
 * report, same bytes.
 *
 * @param report a parsed report, whose figures and texts are in it; or a blank one (`blankReport`), to be filled in. With `previous`, last
 *   year's figures stand beside those that continue them
 * @param options `forms`: forms of the caller's own, besides the editions; `returnTo`: whom the clerk gives it back to
 * @throws ReportError `package/missing` if the package for spreadsheets is not installed; `layout/too-large` if a text fits no cell;
 *   `shape/too-large`; `usage/argument` if it is no report
 */
export async function writeWorkbook(report: object, options: WorkbookOptions = {}): Promise<Uint8Array> {
  const { makeWorkbook } = await import('./workbook/workbook.js');
  return makeWorkbook(report, options, loadWorkbookEngine);
}

/**
 * A workbook (.xlsx) of what `rollUp` gives: a sheet a table, a row a cell, a column an agency, and totals as formulas. Same reports, same
 * bytes.
 *
 * @throws ReportError `package/missing` if the package for spreadsheets is not installed
 */
export async function writeContributions(rolled: RollUp): Promise<Uint8Array> {
  const { contributionBook } = await import('./roll-up/contribution-book.js');
  return contributionBook(rolled, loadWorkbookEngine);
}
