import { agencyKey } from '../agencies/agency-name.js';
import { ReportError } from '../diagnostics/diagnostic.js';
import { isFolder } from '../host/files.js';
import type { AnyReport, TextOptions } from '../index.js';
import { sureness } from '../readers/source-kinds.js';
import { filesBelow } from './glob.js';
import { isDocument, isReportFile, readFrom, tellLosses } from './inputs.js';
import { misuse } from './misuse.js';

/** Reads last year's report from a file; what cannot be read is told, and the others go on. */
async function lastReport(file: string, options: TextOptions): Promise<AnyReport | undefined> {
  try {
    return (await readFrom(file, options, true)).report;
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    tellLosses({ losses: error.diagnostics });
    return undefined;
  }
}

/**
 * Last year's reports in a folder, of whatever kind, by the agency's name.
 *
 * @throws ReportError `usage/argument` if it is no folder
 */
export async function lastReports(
  folder: string,
  year: number,
  options: TextOptions,
): Promise<(names: readonly string[]) => AnyReport | undefined> {
  if (!isFolder(folder)) throw misuse({ cause: 'no-previous-folder', file: folder });
  const files = filesBelow(folder, () => false).files.filter((file) => isReportFile(file) || isDocument(file));
  const found = new Map<string, AnyReport>();
  for (const file of files.toSorted((a, b) => sureness(a) - sureness(b) || (a < b ? -1 : 1))) {
    const report = await lastReport(file, options);
    const name = report && agencyKey(report.agency.name);
    if (report && name !== undefined && report.year === year - 1 && !found.has(name)) found.set(name, report);
  }
  return (names) => names.map((name) => found.get(agencyKey(name))).find((report) => report !== undefined);
}
