import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { formatPath } from '../diagnostics/problem-text.js';
import type { Form } from '../form/form.js';
import { formShape } from '../report/form-shape.js';

/** What parts the names of a cell's row and column. */
const BETWEEN = ' · ';

/** A cell that a sum finds 0 although it is not. */
interface ZeroCell {
  readonly row: string;
  readonly column: string;
  readonly expected: string;
}

function zeroCellOf(problem: Diagnostic, form: Form): ZeroCell | undefined {
  const { code, path, found, expected, suspect, waived } = problem;
  if (!code.startsWith('sum/') || found !== '0' || suspect !== undefined || waived !== undefined) return undefined;
  const label = formShape(form).labels.get(formatPath(path)) ?? '';
  const at = label.lastIndexOf(BETWEEN);
  if (at < 0 || expected === undefined) return undefined;
  return { row: label.slice(0, at), column: label.slice(at + BETWEEN.length), expected };
}

/** A row of totals of which several were left 0: one slip, however many sums fail by it. */
export interface ZeroRow {
  readonly row: string;
  /** What the cells should be, by the names of their columns. */
  readonly columns: ReadonlyMap<string, string>;
}

/** The problems that a row of totals left 0 explains, each with its row. */
export function zeroRows(problems: readonly Diagnostic[], form: Form): ReadonlyMap<Diagnostic, ZeroRow> {
  const rows = new Map<string, Map<string, string>>();
  const cells = problems.flatMap((problem) => {
    const cell = zeroCellOf(problem, form);
    return cell === undefined ? [] : [{ problem, cell }];
  });
  for (const { row, column, expected } of cells.map(({ cell }) => cell)) {
    const columns = rows.get(row) ?? new Map<string, string>();
    if (!columns.has(column)) columns.set(column, expected);
    rows.set(row, columns);
  }
  return new Map(
    cells.flatMap(({ problem, cell: { row } }) => {
      const columns = rows.get(row) ?? new Map<string, string>();
      return columns.size < 2 ? [] : [[problem, { row, columns }] as const];
    }),
  );
}
