import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { FormOptions } from '../editions/editions.js';
import { limitsOf } from '../limits/limits-of.js';
import { plainDataFault } from '../report/plain-data.js';
import type { AnyReport } from '../report/report.js';
import { checkFurtherTables } from '../table/further.js';
import { cellRecords } from './cell-record.js';
import { csvHead, csvLines, formulasIn, jsonLines } from './record-text.js';

/** How cells are written. */
export interface ExportOptions extends FormOptions {
  /** CSV (RFC 4180) or a line of JSON a cell; CSV if not given. */
  readonly format?: 'csv' | 'jsonl';
  /** CSV begins with a byte order mark, by which Excel recognises UTF-8. */
  readonly bom?: boolean;
}

/** Reports of which there is one already: sums over the data would count them twice. */
function repeated(reports: readonly AnyReport[]): readonly Diagnostic[] {
  const known = new Set<string>();
  return reports.flatMap(({ agency: { name }, year }) => {
    const found = `${name}${year}年`;
    if (!known.has(found)) {
      known.add(found);
      return [];
    }
    return [diagnostic('export/repeated', { agency: name, year }, { severity: 'warning' })];
  });
}

/** Cells as a file of data. */
export interface ExportedCells {
  /** The file. */
  readonly text: string;
  /** What a reader of the data should know: reports that stand twice, texts that a spreadsheet would run. */
  readonly findings: readonly Diagnostic[];
}

/**
 * The cells of reports as open data, a line each.
 *
 * @returns the text; `export/formula` for what a spreadsheet would have run, which has been made harmless in CSV,
 *   `export/repeated` for a second report of one agency and year, and the error `cell/missing` for rows of a further table that do not fit
 *   its columns: such a table is left out;
 *   `shape/too-large` for a report that is left out
 */
export function exportCells(
  reports: readonly AnyReport[],
  { format = 'csv', bom = false, ...options }: ExportOptions = {},
): ExportedCells {
  const faults = reports.map((report) => plainDataFault(report, limitsOf(options)));
  const sound = reports.filter((_, i) => faults[i] === undefined);
  const records = sound.flatMap((report) => cellRecords(report, options));
  const left = faults.flatMap((fault) => fault ?? []);
  const findings = [...left, ...repeated(sound), ...sound.flatMap(({ tables }) => checkFurtherTables(tables))];
  if (format === 'jsonl') return { text: jsonLines(records), findings };
  return { text: csvHead({ bom }) + csvLines(records), findings: [...findings, ...formulasIn(records)] };
}
