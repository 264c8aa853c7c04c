import { LIMITS } from '../../limits/limits.js';
import type { SourceBlock, SourceCell, SourceTable } from './reading.js';

/** A cell as a source gives it: in its row, with its spans. */
export interface RawCell {
  readonly blocks: readonly SourceBlock[];
  readonly colSpan?: number;
  /** The rows that it covers, for sources that count them. */
  readonly rowSpan?: number;
  /** Goes on the cell above that begins in the same column, for sources that mark each part of a merged cell. */
  readonly continues?: boolean;
  readonly at?: string;
  readonly element?: string;
}

/** A row as a source gives it: `before` is the number of slots left empty at its beginning. */
export interface RawRow {
  readonly cells: readonly RawCell[];
  readonly before?: number;
}

/** Wider or longer than any report's: what is beyond is a broken file, or one that wants to exhaust the memory. */
export const MOST_ROWS = LIMITS.readRows.most;
export const MOST_COLUMNS = LIMITS.readColumns.most;
const MOST_SLOTS = LIMITS.readSlots.most;

type Placed = { -readonly [K in keyof SourceCell]: SourceCell[K] };

const absent = (row: number, column: number, colSpan: number): Placed => ({
  row,
  column,
  rowSpan: 1,
  colSpan,
  blocks: [],
  isAbsent: true,
});

/** One row on the grid as it fills from the left; slots that a cell from above reaches into are skipped. */
function rowFrom(above: readonly Placed[], row: number) {
  const line: Placed[] = [];
  above.forEach((cell, column) => {
    if (cell.row + cell.rowSpan > row) line[column] = cell;
  });
  let column = 0;
  return {
    line,
    /** The next free column. */
    next: (): number => {
      while (line[column] !== undefined) column++;
      return column;
    },
    /** The number of free slots from a column on, as far as they are wanted. */
    free: (from: number, wanted: number): number => {
      let count = 1;
      while (count < wanted && from + count < MOST_COLUMNS && line[from + count] === undefined) count++;
      return count;
    },
    put: (cell: Placed): void => {
      for (let i = 0; i < cell.colSpan; i++) line[cell.column + i] = cell;
    },
  };
}

/** Places a row. `above` holds the cell that covers each column in the row before. */
function placeRow({ cells, before = 0 }: RawRow, row: number, above: readonly Placed[], rows: number): Placed[] {
  const { line, next, free, put } = rowFrom(above, row);
  if (before > 0) put(absent(row, 0, free(0, Math.min(before, MOST_COLUMNS))));
  for (const { blocks, colSpan = 1, rowSpan = 1, continues = false, at, element } of cells) {
    const column = next();
    if (column >= MOST_COLUMNS) break;
    const upper = above[column];
    if (continues && upper?.column === column) {
      upper.rowSpan = row + 1 - upper.row;
      put(upper);
    } else {
      const span = rowSpan === 0 ? rows - row : Math.max(1, Math.min(rowSpan, rows - row));
      const cell = { row, column, rowSpan: span, colSpan: free(column, colSpan), blocks };
      put(
        at === undefined && element === undefined ? cell : { ...cell, ...(at && { at }), ...(element && { element }) },
      );
    }
  }
  return line;
}

/** More rows that end too soon than a slip leaves: the spans of merged cells are lost, and with them the columns. */
function isRagged(lines: readonly (readonly Placed[])[], columns: number): boolean {
  const short = lines.filter((line) => line.length < columns || line.includes(undefined as unknown as Placed));
  return short.length > 2 && short.length > lines.length * 0.25;
}

/** Fills the slots of a row that no cell covers, each run of them with one cell. */
function fillRow(line: Placed[], row: number, columns: number): void {
  for (let column = 0; column < columns; column++) {
    if (line[column] !== undefined) continue;
    let end = column + 1;
    while (end < columns && line[end] === undefined) end++;
    const cell = absent(row, column, end - column);
    for (let i = column; i < end; i++) line[i] = cell;
  }
}

/**
 * A table from its rows as the source has them, every slot covered exactly once: spans that overlap or reach outside are cut, and what
 * is missing is filled in.
 *
 * @returns undefined for a table without cells, or one too large to be a report's
 */
export function coveredTable(
  raw: readonly RawRow[],
  about: Pick<SourceTable, 'at' | 'element' | 'isTorn' | 'isAside'>,
): SourceTable | undefined {
  let above: readonly Placed[] = [];
  const lines: Placed[][] = [];
  for (const [row, one] of raw.entries()) {
    const line = placeRow(one, row, above, raw.length);
    lines.push(line);
    above = line;
  }
  const columns = lines.reduce((most, line) => Math.max(most, line.length), 0);
  if (columns === 0 || columns * lines.length > MOST_SLOTS) return undefined;
  const isTorn = about.isTorn === true || isRagged(lines, columns);
  for (const [row, line] of lines.entries()) fillRow(line, row, columns);
  const cells = new Set(lines.flat());
  const inOrder = [...cells].toSorted((a, b) => a.row - b.row || a.column - b.column);
  return { kind: 'table', ...about, ...(isTorn && { isTorn }), rows: lines.length, columns, cells: inOrder };
}
