import type { Cell, CellRole, Table } from './document.js';
import { headerScope } from './header-scope.js';

const headsColumns = (role: CellRole): boolean => headerScope(role) === 'column';

/** The heads of the row that each row's cells have, from left to right. */
function stubsByRow({ rows, cells }: Table): readonly (readonly Cell[])[] {
  const found = Array.from({ length: rows }, (): Cell[] => []);
  for (const cell of cells) {
    if (headerScope(cell.role) !== 'row') continue;
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) found[row]?.push(cell);
  }
  return found;
}

/** The heads that stand over a column, from the top of its group down, and the row below the last of them. */
interface Above {
  readonly heads: readonly Cell[];
  readonly end: number;
}

const NOTHING: Above = { heads: [], end: 0 };

/** What heads the columns of a cell. Heads have those right above them; other cells the nearest ones, however far above. */
function headsOver({ role, row, column, colSpan }: Cell, columns: readonly Above[]): readonly Cell[] {
  const found = new Set<Cell>();
  for (const { heads, end } of columns.slice(column, column + colSpan)) {
    if (!headsColumns(role) || end === row) for (const head of heads) found.add(head);
  }
  return [...found];
}

/**
 * For each cell of a table the cells that head it: bands and heads of its columns from the top down, then heads of its rows from left to
 * right. Where groups are stacked, each has its own heads. Cells without text head nothing.
 */
export function cellHeads(table: Table): ReadonlyMap<Cell, readonly Cell[]> {
  const stubs = stubsByRow(table);
  const columns: Above[] = table.widths.map(() => NOTHING);
  const found = new Map<Cell, readonly Cell[]>();
  for (const cell of table.cells) {
    const over = headsOver(cell, columns);
    const beside = headsColumns(cell.role) ? [] : (stubs[cell.row] ?? []).filter(({ column }) => column < cell.column);
    found.set(
      cell,
      [...over, ...beside].filter(({ text }) => text !== ''),
    );
    if (!headsColumns(cell.role)) continue;
    for (let column = cell.column; column < cell.column + cell.colSpan; column++) {
      const { heads, end } = columns[column] ?? NOTHING;
      columns[column] = { heads: end === cell.row ? [...heads, cell] : [cell], end: cell.row + cell.rowSpan };
    }
  }
  return found;
}
