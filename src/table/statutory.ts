import { memoOf } from '../memo/memo.js';
import type { Cell, Table, TableNote } from '../model/document.js';
import { cellValues, dataRows } from './cells.js';
import type { CellValue } from './data.js';
import { placeGrid } from './grid.js';
import { noteOf } from './noted.js';
import { figureOf, printedCell } from './printed-figure.js';
import { columnsOf, depth, type TableSpec } from './spec.js';

/** The number of head rows to repeat where the table is cut; none if several groups are stacked, each with its own head. */
function headRows(spec: TableSpec): number {
  const [only, ...more] = spec.groups;
  return only && more.length === 0 && only.band === undefined ? depth(only.columns) : 0;
}

/** The placed cells, which are the same in every report. In place of a figure stands its number among the data cells of the table. */
function layoutOf(spec: TableSpec, key: string): ReturnType<typeof placeGrid> {
  const data = dataRows(spec).map((rows) =>
    rows.map((row) => row.map((cell) => ({ text: String(cell.index), path: [key, ...cell.path] }))),
  );
  const groups = spec.groups.map((group, i) => ({ ...group, data: data[i] ?? [] }));
  const stubhead = spec.stubhead && { stubhead: spec.stubhead };
  return placeGrid(groups, { ...columnsOf(spec), role: 'figure', path: [key], ...stubhead });
}

/** Placed cells by definition and by the key under which reports hold the data; usually one key. */
const layouts = memoOf<TableSpec, ReturnType<typeof placeGrid>>(8);

function filled({ row, column, rowSpan, colSpan, text, path }: Cell, values: readonly CellValue[]): Cell {
  const value = values[Number(text)] as CellValue;
  const role = noteOf(value) === undefined ? 'figure' : 'noted';
  return {
    row,
    column,
    rowSpan,
    colSpan,
    role,
    text: printedCell(value),
    breaks: undefined,
    path,
    figure: figureOf(value),
  };
}

/**
 * A statutory table, from its definition and its data.
 *
 * @param key the key under which the report holds the data
 * @param note what is printed below it
 */
export function statutoryTable(spec: TableSpec, data: unknown, key: string, note?: TableNote): Table {
  const { cells, rows } = layouts(spec)(key, () => layoutOf(spec, key));
  const values = cellValues(spec, data) as readonly CellValue[];
  return {
    kind: 'table',
    path: [key],
    description: spec.description,
    widths: spec.widths,
    rows,
    headRows: headRows(spec),
    cells: cells.map((cell) => (cell.role === 'figure' ? filled(cell, values) : cell)),
    ...(note && { note }),
  };
}
