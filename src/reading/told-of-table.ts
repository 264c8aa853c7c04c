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
    loss('doubtful', file, {
      message: '合计格里存的数与各分项之和不符，按各分项之和读入',
      path: [key, ...cell.path],
      label: cell.label,
      found: text,
      expected: printedCell(value) || '有分项空着，没有合计',
      at: field.at(0, 0),
      hint: '用 Excel 或 WPS 打开，重新计算后保存；公式被改过的，恢复原来的公式',
    }),
  ];
}

/** Words without spaces, in characters of one width. */
export const bare = (text: string): string => spaceless(text.normalize('NFKC'));

/** What stands where the clerk says what blank cells are, if it is none of the choices. */
export function tellChoice(choice: FilledField | undefined, { key, file }: TableFields): readonly Diagnostic[] {
  const said = bare(choice === undefined ? '' : seenIn(choice).text);
  if (said === '' || [BLANKS_ARE_ZERO, BLANKS_ARE_BLANK].some((one) => bare(one) === said)) return [];
  return [
    loss('doubtful', file, {
      message: `“没有填的格”没有选“${BLANKS_ARE_ZERO}”，空格按没有填读入`,
      path: [key],
      found: said,
      expected: `“${BLANKS_ARE_BLANK}”或“${BLANKS_ARE_ZERO}”`,
      at: choice?.at(0, 0),
      hint: '从列表中选一个',
    }),
  ];
}

export function tellZeros(count: number, { spec, file, key }: TableFields): readonly Diagnostic[] {
  if (count === 0) return [];
  const facts = { path: [key], found: `${count} 格空着`, hint: '表上方选了“空格都是 0”；不是这样的，改选“逐格填写”' };
  return [loss('interpreted', file, { message: `${spec.title ?? ''}没有填的格按 0 计`, ...facts })];
}
