import type { Form } from '../form/form.js';
import type { Attachment, DataColumn } from '../model/finish.js';
import { BYTE_ORDER_MARK, csvLine } from '../report/csv-line.js';
import type { AnyReport } from '../report/report.js';
import { type CellRecord, type TableRecords, tableRecords } from './cell-record.js';

const encoder = new TextEncoder();

const isDecimal = ({ value }: CellRecord): boolean => value === null || /^-?\d+(?:\.\d+)?$/.test(String(value));

/** What is said of each cell: unit and note only in tables in which a cell has one. */
function columnsOf(records: readonly CellRecord[]): readonly (DataColumn & { readonly name: keyof CellRecord })[] {
  const has = (name: 'unit' | 'note'): boolean => records.some((record) => record[name] !== '');
  return [
    { name: 'path', title: '数据路径' },
    { name: 'label', title: '单元格' },
    { name: 'value', title: '数值', ...(records.every(isDecimal) && { datatype: 'decimal' }) },
    ...(has('unit') ? [{ name: 'unit', title: '单位' } as const] : []),
    ...(has('note') ? [{ name: 'note', title: '注' } as const] : []),
  ];
}

/** One line for each cell of a table. */
function tableCsv({ name, description, records }: TableRecords): Attachment {
  const columns = columnsOf(records);
  const rows = records.map((record) => columns.map(({ name: column }) => String(record[column] ?? '')));
  const lines = [columns.map(({ name: column }) => column), ...rows].map(csvLine);
  const bytes = encoder.encode(BYTE_ORDER_MARK + lines.join(''));
  return { name: `${name}.csv`, mime: 'text/csv', description, columns, bytes };
}

/** The report itself as JSON and each of its tables as CSV, to be attached to a rendered file so that programs can read the figures. */
export function dataAttachments(report: AnyReport, form: Form): readonly Attachment[] {
  const json = { name: 'report.json', mime: 'application/json', description: '报告数据' };
  const bytes = encoder.encode(`${JSON.stringify(report, null, 2)}\n`);
  return [{ ...json, bytes }, ...tableRecords(report, form).map(tableCsv)];
}
