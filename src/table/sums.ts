import { once } from '../memo/once.js';
import { type DataCell, dataRows } from './cells.js';
import { type Header, leafOf, type SumRule, type TableSpec } from './spec.js';

/** One equation among the cells of a table: the sum of the left cells equals the sum of the right cells. */
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

/** The siblings of a total, found by the node right above it: all ways that pass through it but the total's own. */
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

/** The rows that these cells stand in, in the form's words. */
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

/** Every equation that a table's figures must satisfy, read off its definition: row totals, column totals, identities. */
export const sumsOf = once((spec: TableSpec): readonly Sum[] => {
  const blocks = dataRows(spec);
  const rows = blocks.flat();
  const columns = blocks.flatMap((block) => (block[0] ?? []).map((_, j) => block.flatMap((row) => row[j] ?? [])));
  return [
    ...rows.flatMap((row) => totalsAlong(row, (cell) => cell.column)),
    ...columns.flatMap((column) => totalsAlong(column, (cell) => cell.row)),
    ...identities(spec, rows.flat()),
  ];
});
