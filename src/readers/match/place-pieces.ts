import type { TableSpec } from '../../table/spec.js';
import { headLikeness, headRowsAbove, headsOver } from './match-columns.js';
import type { PlacedRow, PlacedTable, RowsOf } from './match-table.js';
import type { SourceRow } from './source-rows.js';
import { specColumns, specRows } from './spec-rows.js';

/** A table of one row that is printed in pieces: some of its columns in one table, the others in the next or further below. */

/** Heads less alike are of other columns. */
const LEAST = 0.7;

/** How alike the heads over a row are to those of the columns from one on. */
function likeness(row: SourceRow, from: number, spec: TableSpec, rowsOf: RowsOf): number {
  const heads = headRowsAbove(row, rowsOf(row));
  const columns = specColumns(spec)[0] ?? [];
  const likes = row.figures.map((field, k) => headLikeness(headsOver(field, heads), columns[from + k] ?? []));
  return likes.reduce((sum, one) => sum + one, 0) / row.figures.length;
}

/** The rows from one on that together are all columns of a table; undefined if they are not. */
function piecesFrom(
  rows: readonly SourceRow[],
  first: number,
  spec: TableSpec,
  rowsOf: RowsOf,
): readonly SourceRow[] | undefined {
  const count = specColumns(spec)[0]?.length ?? 0;
  const pieces: SourceRow[] = [];
  let columns = 0;
  for (let i = first; i < rows.length && columns < count; i++) {
    const row = rows[i] as SourceRow;
    if (columns + row.figures.length > count || likeness(row, columns, spec, rowsOf) < LEAST) return undefined;
    pieces.push(row);
    columns += row.figures.length;
  }
  return columns === count && pieces.length > 1 ? pieces : undefined;
}

/** Finds a table of one row in pieces among rows of a source; undefined if it is not there. */
export function placePieces(rows: readonly SourceRow[], spec: TableSpec, rowsOf: RowsOf): PlacedTable | undefined {
  const [row, ...others] = specRows(spec);
  if (row === undefined || others.length > 0 || row.labels.length > 0) return undefined;
  const data = rows.filter(({ figures }) => figures.length > 0);
  for (let i = 0; i < data.length; i++) {
    const pieces = piecesFrom(data, i, spec, rowsOf);
    if (pieces === undefined) continue;
    let from = 0;
    const placed = pieces.map((source): PlacedRow => {
      const cells = source.figures.map((field, k) => ({
        cell: row.cells[from + k] as (typeof row.cells)[number],
        field,
      }));
      from += source.figures.length;
      return { match: { source, spec: row, likeness: 1 / pieces.length }, cells, how: 'order', left: [] };
    });
    return { spec, rows: placed, unsettled: [], likeness: 1, heads: 1 };
  }
  return undefined;
}
