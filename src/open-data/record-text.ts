import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { excerpt } from '../readers/neutral/loss.js';
import { BYTE_ORDER_MARK, csvLine, isFormula } from '../report/csv-line.js';
import type { CellRecord } from './cell-record.js';

/** The columns of the CSV file, and the keys of a JSON line, in their order. */
const COLUMNS = [
  'agency',
  'year',
  'edition',
  'path',
  'label',
  'value',
  'unit',
  'note',
  'id',
] as const satisfies readonly (keyof CellRecord)[];

/** The first line of a CSV file, with the names of its columns. */
export const csvHead = ({ bom = false }: { readonly bom?: boolean } = {}): string =>
  (bom ? BYTE_ORDER_MARK : '') + csvLine(COLUMNS);

/** A line of CSV for each record, without the head. */
export const csvLines = (records: readonly CellRecord[]): string =>
  records.map((record) => csvLine(COLUMNS.map((column) => String(record[column] ?? '')))).join('');

/** A line of JSON for each record. */
export const jsonLines = (records: readonly CellRecord[]): string =>
  records
    .map((record) => `${JSON.stringify(Object.fromEntries(COLUMNS.map((column) => [column, record[column]])))}\n`)
    .join('');

/** The texts that a spreadsheet would run: each is told once, and has an apostrophe before it in CSV. */
export function formulasIn(records: readonly CellRecord[]): readonly Diagnostic[] {
  const told = new Set<string>();
  return records.flatMap((record) =>
    COLUMNS.flatMap((column) => {
      const text = String(record[column] ?? '');
      if (column === 'id' || !isFormula(text) || told.has(text)) return [];
      told.add(text);
      return [
        diagnostic(
          'export/formula',
          {
            agency: record.agency,
            year: record.year,
            text: excerpt(text),
            cell: column === 'agency' ? undefined : record.label,
          },
          { severity: 'warning', path: column === 'agency' ? ['agency', 'name'] : [] },
        ),
      ];
    }),
  );
}
