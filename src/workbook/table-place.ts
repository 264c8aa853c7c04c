import type { Form } from '../form/form.js';
import type { Roll } from '../form/rolls.js';
import type { Cell, Table } from '../model/document.js';
import { columnsOf, type TableSpec } from '../table/spec.js';
import type { Slot } from './references.js';

/** A cell of a statutory table on its sheet. */
export interface PlacedCell extends Slot {
  readonly cell: Cell;
  readonly rows: number;
  readonly columns: number;
}

/** The row below a row that continues last year's figures: what last year's report says of them. */
export interface LastRow {
  readonly row: number;
  /** The first column after the labels of upper rows, and the number of columns of its own label. */
  readonly labelColumn: number;
  readonly labelColumns: number;
  readonly rolls: readonly Roll[];
}

export interface PlacedTable {
  readonly cells: readonly PlacedCell[];
  readonly lastRows: readonly LastRow[];
  /** By dotted path of the report object. */
  readonly slots: ReadonlyMap<string, Slot>;
  /** The first row below the table. */
  readonly end: number;
  readonly stubs: number;
  readonly columns: number;
}

/** The figures of a form that continue those of last year's report. */
export const rollsFromLastYear = ({ rolls }: Form): readonly Roll[] =>
  rolls.filter(({ terms }) => terms.some(({ of }) => of === 'previous'));

const isFigure = ({ role }: Cell): boolean => role === 'figure' || role === 'noted';

/** The rolls by the row of the grid in which they stand. */
function rollsByRow(cells: readonly Cell[], rolls: readonly Roll[]): ReadonlyMap<number, readonly Roll[]> {
  const rows = new Map(cells.filter(isFigure).map((cell) => [cell.path.join('.'), cell.row]));
  const found = new Map<number, Roll[]>();
  for (const roll of rolls) {
    const row = rows.get(roll.at);
    if (row !== undefined) found.set(row, [...(found.get(row) ?? []), roll]);
  }
  return found;
}

/**
 * Places a statutory table from a row of its sheet on, with a row for last year's figures below each that continues them.
 *
 * @param rolls none if there is no report of the year before
 */
export function placeOnSheet(spec: TableSpec, table: Table, rolls: readonly Roll[], top: number): PlacedTable {
  const { stubs, columns } = columnsOf(spec);
  const rolled = stubs === 0 ? new Map<number, readonly Roll[]>() : rollsByRow(table.cells, rolls);
  const before = (row: number): number => [...rolled.keys()].filter((one) => one < row).length;
  const rowOf = (row: number): number => top + row + before(row);
  /** Labels of upper rows reach over the row that is put below their last one. */
  const endOf = ({ row, rowSpan, column, colSpan, role }: Cell): number => {
    const last = row + rowSpan - 1;
    const isUpper = role === 'stub' && column + colSpan < stubs;
    return rowOf(last) + (isUpper && rolled.has(last) ? 1 : 0);
  };
  const cells = table.cells.map((cell) => {
    const row = rowOf(cell.row);
    return { cell, row, column: cell.column, rows: endOf(cell) - row + 1, columns: cell.colSpan };
  });
  const lastRows = [...rolled].map(([row, inRow]): LastRow => {
    const leaf = table.cells.findLast((cell) => cell.row === row && cell.role === 'stub');
    const labelColumn = leaf?.column ?? 0;
    return { row: rowOf(row) + 1, labelColumn, labelColumns: stubs - labelColumn, rolls: inRow };
  });
  const slots = new Map(cells.filter(({ cell }) => isFigure(cell)).map((one) => [one.cell.path.join('.'), one]));
  return { cells, lastRows, slots, end: rowOf(table.rows), stubs, columns };
}
