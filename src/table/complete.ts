import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { type DataCell, dataCells, valueAt } from './cells.js';
import { exactSum, sumValue } from './exact-sum.js';
import { bareFigure } from './noted.js';
import type { TableSpec } from './spec.js';
import { type Sum, sumsOf } from './sums.js';

type Cells = Map<string, unknown>;

const keyOf = (cell: DataCell): string => cell.path.join('.');

/** Sets absent cells to 0, except those that are to be computed. */
function fillZeros(cells: readonly DataCell[], computed: ReadonlySet<string>, values: Cells): void {
  for (const cell of cells) {
    if (!computed.has(keyOf(cell)) && values.get(keyOf(cell)) === undefined) values.set(keyOf(cell), 0);
  }
}

/** Computes the absent totals whose parts are all there. Row totals come first, because column totals use them. */
function computeTotals(sums: readonly Sum[], values: Cells): void {
  for (const { at, left } of sums) {
    if (values.get(keyOf(at)) !== undefined) continue;
    const parts = left.map((cell) => bareFigure(values.get(keyOf(cell))));
    // A total of what is there and what is left blank is left blank.
    if (parts.includes(null) && !parts.includes(undefined)) values.set(keyOf(at), null);
    // A figure of the wrong kind is told as such, and adds to nothing.
    const sum = at.kind === 'amount' || parts.every((part) => typeof part === 'number') ? exactSum(parts) : undefined;
    if (sum !== undefined) values.set(keyOf(at), sumValue(sum));
  }
}

/** Cells as the nested data of a table. */
export function nest(cells: readonly DataCell[], valueFor: (cell: DataCell) => unknown): object {
  const data: Record<string, unknown> = {};
  for (const cell of cells) {
    const branch = cell.path.slice(0, -1).reduce<Record<string, unknown>>((node, key) => {
      node[key] ??= {};
      return node[key] as Record<string, unknown>;
    }, data);
    branch[cell.path.at(-1) ?? ''] = valueFor(cell);
  }
  return data;
}

/**
 * Gives every cell of a table its value, filling absent ones as the report asks (`fill`, `totals`), and reports those still without
 * one. The values themselves are not checked here.
 *
 * @param raw the table as the report object gives it, of any shape
 * @param key the key of the table in the report object
 */
export function completeTable(
  spec: TableSpec,
  raw: unknown,
  key: string,
): { readonly data: object; readonly problems: readonly Diagnostic[] } {
  const all = dataCells(spec);
  const values: Cells = new Map(all.map((cell) => [keyOf(cell), valueAt(raw, cell.path)]));
  const sums = valueAt(raw, ['totals']) === 'compute' ? sumsOf(spec).filter((sum) => sum.computable) : [];
  if (valueAt(raw, ['fill']) === 0) fillZeros(all, new Set(sums.map((sum) => keyOf(sum.at))), values);
  computeTotals(sums, values);
  const problems = all
    .filter((cell) => values.get(keyOf(cell)) === undefined)
    .map((cell) =>
      diagnostic(
        'cell/missing',
        { cause: 'cell', name: cell.label, table: key },
        { path: [key, ...cell.path], label: cell.label },
      ),
    );
  return { data: nest(all, (cell) => values.get(keyOf(cell))), problems };
}
