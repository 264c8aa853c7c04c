import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { FilledField } from '../readers/neutral/filled-workbook.js';
import { loss } from '../readers/neutral/loss.js';
import { BLANK, type SeenCell } from '../readers/xlsx/seen-cell.js';
import { type DataCell, dataCells } from '../table/cells.js';
import { nest } from '../table/complete.js';
import type { CellValue } from '../table/data.js';
import { printedCell } from '../table/printed-figure.js';
import type { TableSpec } from '../table/spec.js';
import { BLANKS_ARE_ZERO } from '../workbook/fields.js';
import { summed, totalsOf } from '../workbook/total-formulas.js';
import { figureIn } from './filled-figures.js';

/** A statutory table as it was filled in. */
interface FilledTable {
  readonly data: object;
  /** Whether no cell of it has a figure. */
  readonly isBlank: boolean;
  readonly losses: readonly Diagnostic[];
}

/** The table's own fields, and what its choice says of blank cells. */
interface TableFields {
  readonly key: string;
  readonly spec: TableSpec;
  readonly fields: readonly FilledField[];
  readonly file: string;
}

const keyOf = ({ path }: DataCell): string => path.join('.');
const seenIn = ({ cells }: FilledField): SeenCell => cells[0]?.[0] ?? BLANK;

/** Totals as the form has them from figures that are all known, over those that follow from other totals. */
function workOut(spec: TableSpec, pending: ReadonlySet<string>, values: Map<string, CellValue | undefined>): void {
  const totals = totalsOf(spec);
  const left = new Set(pending);
  for (let size = left.size + 1; left.size > 0 && left.size < size; ) {
    size = left.size;
    for (const key of [...left]) {
      const sum = totals.get(key);
      if (sum?.left.some((part) => left.has(keyOf(part)))) continue;
      if (sum)
        values.set(
          key,
          summed(sum, (part) => values.get(keyOf(part))),
        );
      left.delete(key);
    }
  }
}

/** A total whose formula gave something else when the file was saved. */
function tellStale(
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

const bare = (text: string): string => text.replace(/\s/gu, '');

/** Cells that no longer stand beside the labels of their rows and below those of their columns: somebody has moved them. */
function tellMoved(table: TableFields, byPath: ReadonlyMap<string, FilledField>): readonly Diagnostic[] {
  const { key, spec, file } = table;
  const moved = dataCells(spec).flatMap((cell) => {
    const field = byPath.get(keyOf(cell));
    if (field === undefined || field.cells.length === 0) return [];
    const heads = new Set(field.heads().map(bare));
    const lacking = [...cell.row.slice(-1), ...cell.column.slice(-1)].filter(({ label }) => !heads.has(bare(label)));
    return lacking.length === 0 ? [] : [{ cell, field, label: lacking[0]?.label ?? '' }];
  });
  const [first] = moved;
  if (first === undefined) return [];
  return [
    loss('doubtful', file, {
      message: `${spec.title ?? ''}有 ${moved.length} 格的行名或表头和规定的不同，可能挪了位置`,
      path: [key, ...first.cell.path],
      label: first.cell.label,
      found: first.field.heads().join('、') || '旁边没有行名和表头',
      expected: first.label,
      at: first.field.at(0, 0),
      hint: '对照行名和表头核对数字；挪动过的，用 nianbao workbook 重新生成一份，把数字抄过去',
    }),
  ];
}

function tellZeros(count: number, { spec, file, key }: TableFields): readonly Diagnostic[] {
  if (count === 0) return [];
  const facts = { path: [key], found: `${count} 格空着`, hint: '表上方选了“空格都是 0”；不是这样的，改选“逐格填写”' };
  return [loss('interpreted', file, { message: `${spec.title ?? ''}没有填的格按 0 计`, ...facts })];
}

/** Reads the cells of a table. Totals that have a formula are worked out here, whatever the file has stored for them. */
export function tableIn(table: TableFields): FilledTable {
  const { key, spec, fields, file } = table;
  const choice = fields.find(({ kind }) => kind === 'blanks');
  const isZero = choice !== undefined && seenIn(choice).text.trim() === BLANKS_ARE_ZERO;
  const byPath = new Map(fields.map((field) => [field.path.slice(1).join('.'), field]));
  const values = new Map<string, CellValue | undefined>();
  const losses: Diagnostic[] = [];
  const pending = new Set<string>();
  const isTotal = totalsOf(spec);
  let zeros = 0;
  let isBlank = true;
  for (const cell of dataCells(spec)) {
    const field = byPath.get(keyOf(cell));
    if (field === undefined) continue;
    const seen = seenIn(field);
    if (field.shapes.includes('total') && seen.formula !== undefined) {
      pending.add(keyOf(cell));
      continue;
    }
    const { value, told } = figureIn(seen, { kind: cell.kind, shapes: field.shapes, file, at: field.at(0, 0) });
    if (told) losses.push({ ...told, path: [key, ...cell.path], label: cell.label });
    if (value !== null) isBlank = false;
    const isFilled = value === null && isZero && told === undefined;
    if (isFilled && isTotal.has(keyOf(cell))) pending.add(keyOf(cell));
    else values.set(keyOf(cell), isFilled ? 0 : value);
    if (isFilled) zeros += 1;
  }
  workOut(spec, pending, values);
  const stale = dataCells(spec).flatMap((cell) => {
    const field = byPath.get(keyOf(cell));
    return field && pending.has(keyOf(cell)) ? tellStale(cell, field, values.get(keyOf(cell)) ?? null, table) : [];
  });
  return {
    data: nest(dataCells(spec), (cell) => values.get(keyOf(cell))),
    isBlank: isBlank && !isZero,
    losses: [...tellMoved(table, byPath), ...losses, ...stale, ...tellZeros(zeros, table)],
  };
}
