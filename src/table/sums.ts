import { once } from '../memo/once.js';
import { type DataCell, dataRows } from './cells.js';
import { type Header, leafOf, type SumRule, type TableSpec } from './spec.js';

/** An equation among the cells of a table: the left cells and the right cells have the same sum. */
export interface Sum {
  readonly rule: SumRule;
  readonly left: readonly DataCell[];
  readonly right: readonly DataCell[];
  /** The cell under which a failure is reported and waived: the total, or the first cell on the right of an identity. */
  readonly at: DataCell;
  /** Whether `at` is a total that can be computed from the left side. */
  readonly computable: boolean;
  /** What messages call the two sides. */
  readonly words: readonly [left: string, right: string];
}

/** Whether a way leads to a part of a total: it passes through the node above the total, but not through the total. */
function isPartOf(way: readonly Header[], total: readonly Header[]): boolean {
  const above = total.slice(0, -1);
  return above.every((node, i) => way[i] === node) && way[above.length] !== total[above.length];
}

function totalsAlong(cells: readonly DataCell[], way: (cell: DataCell) => readonly Header[]): readonly Sum[] {
  return cells.flatMap((cell) => {
    const rule = way(cell).at(-1)?.totalBy;
    if (rule === undefined) return [];
    const left = cells.filter((part) => isPartOf(way(part), way(cell)));
    return [{ rule, left, right: [cell], at: cell, computable: true, words: ['各分项之和', cell.label] }];
  });
}

/** The rows of these cells, in the form's words. */
const rowsIn = (cells: readonly DataCell[]): string => `${cells.map(({ row }) => leafOf(row).label).join('、')}之和`;

function identities(spec: TableSpec, cells: readonly DataCell[]): readonly Sum[] {
  const byPath = new Map(cells.map((cell) => [cell.path.join('.'), cell]));
  const columns = cells.filter((cell) => cell.row === cells[0]?.row);
  return (spec.identities ?? []).flatMap(({ rule, left, right, words }) =>
    columns.map((first) => {
      const column = first.path.slice(first.row.length).join('.');
      const cellsOf = (rows: readonly string[]) => rows.flatMap((row) => byPath.get(`${row}.${column}`) ?? []);
      const [at, ...rest] = cellsOf(right);
      if (at === undefined) throw new Error(`identity ${rule} names no row of the table`);
      const parts = { left: cellsOf(left), right: [at, ...rest] };
      return { rule, ...parts, at, computable: false, words: words ?? [rowsIn(parts.left), rowsIn(parts.right)] };
    }),
  );
}

/** The ids of the rules of arithmetic that a table names, without working out their equations. */
export function sumRulesIn({ groups, identities = [] }: TableSpec): readonly SumRule[] {
  const totals = (forest: readonly Header[]): readonly SumRule[] =>
    forest.flatMap(({ totalBy, children = [] }) => [...(totalBy === undefined ? [] : [totalBy]), ...totals(children)]);
  return [
    ...groups.flatMap(({ rows, columns }) => [...totals(rows), ...totals(columns)]),
    ...identities.map(({ rule }) => rule),
  ];
}

/** Every equation that the figures of a table must satisfy: row totals, column totals and identities. */
export const sumsOf = once((spec: TableSpec): readonly Sum[] => {
  const groups = dataRows(spec);
  const rows = groups.flat();
  const columns = groups.flatMap((group) => (group[0] ?? []).map((_, j) => group.flatMap((row) => row[j] ?? [])));
  return [
    ...rows.flatMap((row) => totalsAlong(row, (cell) => cell.column)),
    ...columns.flatMap((column) => totalsAlong(column, (cell) => cell.row)),
    ...identities(spec, rows.flat()),
  ];
});
