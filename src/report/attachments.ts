import type { Form } from '../form/form.js';
import type { Attachment } from '../model/finish.js';
import { dataCells, valueAt } from '../table/cells.js';
import type { CellValue } from '../table/data.js';
import { figure } from '../table/printed-figure.js';
import type { TableSpec } from '../table/spec.js';
import type { AnyReport } from './report.js';

const encoder = new TextEncoder();

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** One line for each cell: its path, its name in the form's own words, its value. */
function tableCsv(key: string, spec: TableSpec, data: unknown): string {
  const rows = dataCells(spec).map(({ path, label }) => [
    [key, ...path].join('.'),
    label,
    figure(valueAt(data, path) as CellValue),
  ]);
  return [['path', 'label', 'value'], ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

/** The report itself as JSON and its tables as CSV, to be attached to a rendered file so that programs can read the figures. */
export function dataAttachments(report: AnyReport, { tables }: Form): readonly Attachment[] {
  const csv = Object.entries(tables).map(([key, spec]) => ({
    name: `${key}.csv`,
    mime: 'text/csv',
    description: spec.description,
    // Spreadsheets recognise UTF-8 by this mark.
    bytes: encoder.encode(`\uFEFF${tableCsv(key, spec, valueAt(report, [key]))}`),
  }));
  const json = { name: 'report.json', mime: 'application/json', description: '报告数据' };
  return [{ ...json, bytes: encoder.encode(`${JSON.stringify(report, null, 2)}\n`) }, ...csv];
}
