import { memoOf } from '../memo/memo.js';
import type { Cell, Table } from '../model/document.js';
import { dataCells, dataRows, valueAt } from './cells.js';
import type { CellValue } from './data.js';
import { placeGrid } from './grid.js';
import { figure } from './printed-figure.js';
import { depth, leaves, type TableSpec } from './spec.js';

/** The head that repeats when a table is cut: that of its only block. Stacked blocks each have their own. */
function headRows(spec: TableSpec): number {
  const [only, ...more] = spec.blocks;
  return only && more.length === 0 && only.band === undefined ? depth(only.columns) : 0;
}

/** The form, which is the same in every report: where a figure goes there is its number among the table's data cells. */
function formOf(spec: TableSpec, key: string): ReturnType<typeof placeGrid> {
  let number = 0;
  const data = dataRows(spec).map((rows) =>
    rows.map((row) => row.map((cell) => ({ text: String(number++), path: [key, ...cell.path] }))),
  );
  const blocks = spec.blocks.map((block, i) => ({ ...block, data: data[i] ?? [] }));
  const stubs = Math.max(...spec.blocks.map((block) => depth(block.rows)));
  const columns = stubs + Math.max(...spec.blocks.map((block) => leaves(block.columns).length));
  const stubhead = spec.stubhead && { stubhead: spec.stubhead };
  return placeGrid(blocks, { stubs, columns, role: 'figure', path: [key], ...stubhead });
}

/** The forms of each definition, by the keys under which reports hold its data: usually one. */
const forms = memoOf<TableSpec, ReturnType<typeof placeGrid>>(8);

function filled({ row, column, rowSpan, colSpan, role, text, path }: Cell, figures: readonly string[]): Cell {
  return { row, column, rowSpan, colSpan, role, text: figures[Number(text)] as string, path };
}

/**
 * A statutory table of the document, from its definition and its data.
 *
 * @param key under which the report holds the data
 */
export function statutoryTable(spec: TableSpec, data: unknown, key: string): Table {
  const { cells, rows } = forms(spec)(key, () => formOf(spec, key));
  const figures = dataCells(spec).map(({ path }) => figure(valueAt(data, path) as CellValue));
  return {
    kind: 'table',
    path: [key],
    description: spec.description,
    widths: spec.widths,
    rows,
    headRows: headRows(spec),
    cells: cells.map((cell) => (cell.role === 'figure' ? filled(cell, figures) : cell)),
  };
}
