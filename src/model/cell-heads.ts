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

const NO_HEADS: readonly Cell[] = [];

/** Heads without those that have no text: an empty cell heads nothing. */
const spoken = (heads: readonly Cell[]): readonly Cell[] =>
  heads.every(({ text }) => text !== '') ? heads : heads.filter(({ text }) => text !== '');

/** What heads the columns of a cell. Heads have those right above them; other cells the nearest ones, however far above. */
function headsOver({ role, row, column, colSpan }: Cell, columns: readonly Above[]): readonly Cell[] {
  const isHead = headsColumns(role);
  const headsAt = (at: number): readonly Cell[] => {
    const { heads, end } = columns[at] ?? NOTHING;
    return isHead && end !== row ? NO_HEADS : heads;
  };
  if (colSpan === 1) return headsAt(column);
  return [...new Set(Array.from({ length: colSpan }, (_, i) => headsAt(column + i)).flat())];
}

/** What heads the row of a cell: all row heads of the row but those that are no further left. */
function headsBeside({ role, row, column }: Cell, stubs: readonly (readonly Cell[])[]): readonly Cell[] {
  const all = headsColumns(role) ? NO_HEADS : (stubs[row] ?? NO_HEADS);
  const isBehind = all.every((stub) => stub.column < column);
  return isBehind ? all : all.filter((stub) => stub.column < column);
}

/** The cells that head a cell. Cells of one column, or of one row, share the lists. */
export interface CellHeads {
  /** Bands and heads of columns, from the top down. */
  readonly over: readonly Cell[];
  /** Heads of rows, from left to right. */
  readonly beside: readonly Cell[];
}

/** For each cell of a table the cells that head it, in the order of the cells. Where groups are stacked, each has its own heads. */
export function cellHeads(table: Table): readonly CellHeads[] {
  const stubs = stubsByRow(table).map(spoken);
  const columns: Above[] = table.widths.map(() => NOTHING);
  return table.cells.map((cell) => {
    const found = { over: headsOver(cell, columns), beside: headsBeside(cell, stubs) };
    if (!headsColumns(cell.role)) return found;
    const own = cell.text === '' ? NO_HEADS : [cell];
    for (let column = cell.column; column < cell.column + cell.colSpan; column++) {
      const { heads, end } = columns[column] ?? NOTHING;
      columns[column] = { heads: end === cell.row ? [...heads, ...own] : own, end: cell.row + cell.rowSpan };
    }
    return found;
  });
}
