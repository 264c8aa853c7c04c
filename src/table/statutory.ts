import { once } from '../memo/once.js';
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
const formOf = once((spec: TableSpec) => {
  let number = 0;
  const texts = dataRows(spec).map((rows) => rows.map((row) => row.map(() => String(number++))));
  const blocks = spec.blocks.map((block, i) => ({ ...block, texts: texts[i] ?? [] }));
  const stubs = Math.max(...spec.blocks.map((block) => depth(block.rows)));
  const columns = stubs + Math.max(...spec.blocks.map((block) => leaves(block.columns).length));
  return placeGrid(blocks, { stubs, columns, data: 'figure', ...(spec.stubhead && { stubhead: spec.stubhead }) });
});

function filled({ row, column, rowSpan, colSpan, role, text }: Cell, figures: readonly string[]): Cell {
  return { row, column, rowSpan, colSpan, role, text: figures[Number(text)] as string };
}

/** A statutory table of the document, from its definition and its data. */
export function statutoryTable(spec: TableSpec, data: unknown, source: string): Table {
  const { cells, rows } = formOf(spec);
  const figures = dataCells(spec).map(({ path }) => figure(valueAt(data, path) as CellValue));
  return {
    kind: 'table',
    source,
    description: spec.description,
    widths: spec.widths,
    rows,
    headRows: headRows(spec),
    cells: cells.map((cell) => (cell.role === 'figure' ? filled(cell, figures) : cell)),
  };
}
