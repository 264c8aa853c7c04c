import { once } from '../memo/once.js';
import { splitEnumerator } from '../model/enumerator.js';
import { type CellKind, type Header, leafOf, leaves, type TableSpec } from './spec.js';

/** A data cell: its path in the report object, what it may hold, and its name in the form's own words. */
export interface DataCell {
  /** Its place among the data cells of its table. */
  readonly index: number;
  readonly path: readonly string[];
  readonly kind: CellKind;
  readonly label: string;
  /** The nodes of the row tree and of the column tree that lead to the cell. */
  readonly row: readonly Header[];
  readonly column: readonly Header[];
}

/** The name of a cell in the form's words: `三、（七）总计 · 自然人`. Of upper row headers only the enumerator is kept. */
function labelOf(row: readonly Header[], column: readonly Header[]): string {
  const rowLabel = row
    .map((node, i) => (i < row.length - 1 ? (splitEnumerator(node.label)?.enumerator ?? node.label) : node.label))
    .join('');
  const columnLabels = row.length > 0 ? [leafOf(column).label] : column.map((node) => node.label);
  return [rowLabel, ...columnLabels].filter((text) => text !== '').join(' · ');
}

/** The keys on the way to a leaf. */
const keysOf = (way: readonly Header[]): readonly string[] => way.flatMap(({ key }) => key ?? []);

/** All data cells of a table, row by row, in the groups that the definition stacks. */
export const dataRows = once((spec: TableSpec): readonly (readonly (readonly DataCell[])[])[] => {
  let index = 0;
  return spec.groups.map((group) => {
    const columns = leaves(group.columns);
    const rows = group.rows.length === 0 ? [[]] : leaves(group.rows);
    return rows.map((row) =>
      columns.map((column) => ({
        index: index++,
        path: [...keysOf(row), ...keysOf(column)],
        kind: leafOf(column).kind ?? 'count',
        label: labelOf(row, column),
        row,
        column,
      })),
    );
  });
});

/** All data cells of a table in reading order. */
export const dataCells = once((spec: TableSpec): readonly DataCell[] => dataRows(spec).flat(2));

/** The value at a path in nested data; undefined if there is none. */
export function valueAt(data: unknown, path: readonly (string | number)[]): unknown {
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as { readonly [key: string | number]: unknown })[key];
  }
  return value;
}

/** The way to each row of a table, and from there to its cells: rows have most of it in common. */
const waysOf = once((spec: TableSpec) =>
  dataRows(spec)
    .flat()
    .flatMap((cells) => {
      const [first] = cells;
      return first ? [{ row: keysOf(first.row), columns: cells.map(({ column }) => keysOf(column)) }] : [];
    }),
);

/** What a table has in each of its data cells, in their order; undefined for those that are not there. */
export function cellValues(spec: TableSpec, data: unknown): readonly unknown[] {
  const values: unknown[] = [];
  for (const { row, columns } of waysOf(spec)) {
    const own = valueAt(data, row);
    for (const column of columns) values.push(valueAt(own, column));
  }
  return values;
}
