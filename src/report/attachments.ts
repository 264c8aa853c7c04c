import type { Form } from '../form/form.js';
import type { Attachment, DataColumn } from '../model/finish.js';
import { dataCells, valueAt } from '../table/cells.js';
import type { CellValue } from '../table/data.js';
import { noteOf } from '../table/noted.js';
import { figure } from '../table/printed-figure.js';
import type { TableSpec } from '../table/spec.js';
import { isAbsent } from './absent.js';
import { BYTE_ORDER_MARK, csvLine } from './csv-line.js';
import type { AnyReport } from './report.js';

const encoder = new TextEncoder();

const COLUMNS: readonly DataColumn[] = [
  { name: 'path', title: '数据路径' },
  { name: 'label', title: '单元格' },
  { name: 'value', title: '数值' },
];
const NOTE: DataColumn = { name: 'note', title: '注' };

/** One line for each cell: its path, its name in the form's own words, its value, and its note if any cell of the table has one. */
function tableCsv(
  key: string,
  spec: TableSpec,
  data: unknown,
): Pick<Attachment, 'bytes'> & { columns: readonly DataColumn[] } {
  const cells = dataCells(spec).map((cell) => ({ ...cell, value: valueAt(data, cell.path) as CellValue }));
  const isNoted = cells.some(({ value }) => noteOf(value) !== undefined);
  const rows = cells.map(({ path, label, value }) => [
    [key, ...path].join('.'),
    label,
    figure(value),
    ...(isNoted ? [noteOf(value) ?? ''] : []),
  ]);
  const columns = isNoted ? [...COLUMNS, NOTE] : COLUMNS;
  const lines = [columns.map(({ name }) => name), ...rows].map(csvLine);
  return { columns, bytes: encoder.encode(BYTE_ORDER_MARK + lines.join('')) };
}

/** The report itself as JSON and its tables as CSV, to be attached to a rendered file so that programs can read the figures. */
export function dataAttachments(report: AnyReport, { tables }: Form): readonly Attachment[] {
  const present = Object.entries(tables).filter(([key]) => !isAbsent(report, key));
  const csv = present.map(([key, spec]) => ({
    name: `${key}.csv`,
    mime: 'text/csv',
    description: spec.description,
    ...tableCsv(key, spec, valueAt(report, [key])),
  }));
  const json = { name: 'report.json', mime: 'application/json', description: '报告数据' };
  return [{ ...json, bytes: encoder.encode(`${JSON.stringify(report, null, 2)}\n`) }, ...csv];
}
