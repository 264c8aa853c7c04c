import { once } from '../../memo/once.js';
import { type DataCell, dataRows } from '../../table/cells.js';
import { type Header, leaves, type TableSpec } from '../../table/spec.js';

/** A row that a form prescribes: its labels from the outermost, and its cells. */
export interface SpecRow {
  /** The band over its group, and the labels of the row. */
  readonly band: string | undefined;
  readonly labels: readonly string[];
  readonly cells: readonly DataCell[];
  /** Which group of the definition it is in. */
  readonly group: number;
  /**
   * Rows of a group that some print as one: the cells of the last of them. It stands before those rows; other rows have none.
   */
  readonly stands?: readonly SpecRow[];
}

/** The groups of rows that hold only leaves, such as （六）其他处理: each may be printed as a single row. */
function withGroups(rows: readonly SpecRow[], forest: readonly Header[]): readonly SpecRow[] {
  const parents = new Set(
    leaves(forest).flatMap((way) => {
      const parent = way.at(-2);
      return parent?.children?.every(({ children }) => children === undefined) ? [parent.label] : [];
    }),
  );
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const parent = row.labels.at(-2);
    if (parent === undefined || !parents.has(parent) || seen.has(parent)) return [row];
    seen.add(parent);
    const stands = rows.filter(({ labels }) => labels.at(-2) === parent);
    const last = stands.at(-1) ?? row;
    // A group with a total of its own is never printed as one row.
    if (stands.some(({ cells }) => cells.some(({ row: way }) => way.at(-1)?.totalBy !== undefined))) return [row];
    return [{ ...row, labels: row.labels.slice(0, -1), cells: last.cells, stands }, row];
  });
}

/** The rows of a table in order, with those that may stand for several. */
export const specRows = once((spec: TableSpec): readonly SpecRow[] =>
  spec.groups.flatMap(({ band, rows: forest }, group) => {
    const rows = (dataRows(spec)[group] ?? []).map((cells): SpecRow => {
      const labels = (cells[0]?.row ?? []).map(({ label }) => label);
      return { band, labels, cells, group };
    });
    return withGroups(rows, forest);
  }),
);

/** The heads of the columns of a group, each with those above it. */
export const specColumns = once((spec: TableSpec): readonly (readonly (readonly string[])[])[] =>
  spec.groups.map(({ columns }) => leaves(columns).map((way) => way.map(({ label }) => label))),
);
