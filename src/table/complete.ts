import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { cellValues, type DataCell, dataCells, valueAt } from './cells.js';
import { exactSum, sumValue } from './exact-sum.js';
import { bareFigure } from './noted.js';
import type { TableSpec } from './spec.js';
import { type Sum, sumsOf } from './sums.js';

/** What the cells of a table have, in their order. */
type Values = unknown[];

/** Sets absent cells to 0, except those that are to be computed. */
function fillZeros(computed: ReadonlySet<number>, values: Values): void {
  for (const [i, value] of values.entries()) if (value === undefined && !computed.has(i)) values[i] = 0;
}

/** Computes the absent totals whose parts are all there. Row totals come first, because column totals use them. */
function computeTotals(sums: readonly Sum[], values: Values): void {
  for (const { at, left } of sums) {
    if (values[at.index] !== undefined) continue;
    const parts = left.map(({ index }) => bareFigure(values[index]));
    // A total of what is there and what is left blank is left blank.
    if (parts.includes(null) && !parts.includes(undefined)) values[at.index] = null;
    // A figure of the wrong kind is told as such, and adds to nothing.
    const sum = at.kind === 'amount' || parts.every((part) => typeof part === 'number') ? exactSum(parts) : undefined;
    if (sum !== undefined) values[at.index] = sumValue(sum);
  }
}

/** Cells as the nested data of a table. */
export function nest(cells: readonly DataCell[], valueFor: (cell: DataCell) => unknown): object {
  type Branch = Record<string, unknown>;
  const data: Branch = {};
  for (const cell of cells) {
    const { path } = cell;
    let branch = data;
    for (let i = 0; i < path.length - 1; i++) {
      const key = path[i] ?? '';
      branch[key] ??= {};
      branch = branch[key] as Branch;
    }
    branch[path.at(-1) ?? ''] = valueFor(cell);
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
  const values = [...cellValues(spec, raw)];
  const sums = valueAt(raw, ['totals']) === 'compute' ? sumsOf(spec).filter((sum) => sum.computable) : [];
  if (valueAt(raw, ['fill']) === 0) fillZeros(new Set(sums.map((sum) => sum.at.index)), values);
  computeTotals(sums, values);
  const missing = values.includes(undefined) ? all.filter(({ index }) => values[index] === undefined) : [];
  const problems = missing.map((cell) =>
    diagnostic(
      'cell/missing',
      { cause: 'cell', name: cell.label, table: key },
      { path: [key, ...cell.path], label: cell.label },
    ),
  );
  return { data: nest(all, ({ index }) => values[index]), problems };
}
