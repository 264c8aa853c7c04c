import { spaceless } from '../characters/spaceless.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { FilledField } from '../readers/neutral/filled-workbook.js';
import { loss } from '../readers/neutral/loss.js';
import { BLANK, type SeenCell } from '../readers/xlsx/seen-cell.js';
import type { DataCell } from '../table/cells.js';
import type { CellValue } from '../table/data.js';
import { printedCell } from '../table/printed-figure.js';
import type { TableSpec } from '../table/spec.js';
import { BLANKS_ARE_BLANK, BLANKS_ARE_ZERO } from '../workbook/fields.js';

/** The table's own fields, and what its choice says of blank cells. */
export interface TableFields {
  readonly key: string;
  readonly spec: TableSpec;
  readonly fields: readonly FilledField[];
  readonly file: string;
}

export const keyOf = ({ path }: DataCell): string => path.join('.');
export const seenIn = ({ cells }: FilledField): SeenCell => cells[0]?.[0] ?? BLANK;

/** A total whose formula gave something else when the file was saved. */
export function tellStale(
  cell: DataCell,
  field: FilledField,
  value: CellValue,
  { key, file }: TableFields,
): readonly Diagnostic[] {
  const { text } = seenIn(field);
  if (text === '' || text === printedCell(value)) return [];
  return [
    loss(
      'doubtful',
      { cause: 'stale-total', given: text, wanted: printedCell(value) },
      { file, path: [key, ...cell.path], label: cell.label, at: field.at(0, 0) },
    ),
  ];
}

/** Words without spaces, in characters of one width. */
export const bare = (text: string): string => spaceless(text.normalize('NFKC'));

/** What stands where the clerk says what blank cells are, if it is none of the choices. */
export function tellChoice(choice: FilledField | undefined, { key, file }: TableFields): readonly Diagnostic[] {
  const said = bare(choice === undefined ? '' : seenIn(choice).text);
  if (said === '' || [BLANKS_ARE_ZERO, BLANKS_ARE_BLANK].some((one) => bare(one) === said)) return [];
  return [
    loss(
      'doubtful',
      { cause: 'blank-choice', given: said, all: [BLANKS_ARE_BLANK, BLANKS_ARE_ZERO] },
      { file, path: [key], at: choice?.at(0, 0) },
    ),
  ];
}

export function tellZeros(count: number, { spec, file, key }: TableFields): readonly Diagnostic[] {
  if (count === 0) return [];
  return [loss('interpreted', { cause: 'blanks-as-zero', name: spec.title ?? '', count }, { file, path: [key] })];
}
