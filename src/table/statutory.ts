import type { Table } from '../model/document.js';
import { dataRows, valueAt } from './cells.js';
import type { CellValue } from './data.js';
import { figure } from './figures.js';
import { placeGrid } from './grid.js';
import { depth, leaves, type TableSpec } from './spec.js';

/** The head that repeats when a table is cut: that of its only block. Stacked blocks each have their own. */
function headRows(spec: TableSpec): number {
  const [only, ...more] = spec.blocks;
  return only && more.length === 0 && only.band === undefined ? depth(only.columns) : 0;
}

/** A statutory table of the document, from its definition and its data. */
export function statutoryTable(spec: TableSpec, data: unknown, source: string): Table {
  const texts = dataRows(spec).map((rows) =>
    rows.map((row) => row.map((cell) => figure(valueAt(data, cell.path) as CellValue))),
  );
  const blocks = spec.blocks.map((block, i) => ({ ...block, texts: texts[i] ?? [] }));
  const stubs = Math.max(...spec.blocks.map((block) => depth(block.rows)));
  const columns = stubs + Math.max(...spec.blocks.map((block) => leaves(block.columns).length));
  const { cells, rows } = placeGrid(blocks, {
    stubs,
    columns,
    data: 'figure',
    ...(spec.stubhead && { stubhead: spec.stubhead }),
  });
  return {
    kind: 'table',
    source,
    description: spec.description,
    widths: spec.widths,
    rows,
    headRows: headRows(spec),
    cells,
  };
}
