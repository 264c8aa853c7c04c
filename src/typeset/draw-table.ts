import type { Cell } from '../model/document.js';
import type { TableTheme } from '../theme/theme.js';
import type { FillItem, PageItem, RuleItem, TextItem, TextRole } from './page.js';
import { firstBaseline } from './set-cells.js';
import type { SetTable } from './set-table.js';

interface GridLines {
  readonly columns: readonly number[];
  readonly rows: readonly number[];
}

/** Finds the cell that covers a slot of the grid. */
function owners(
  cells: readonly Cell[],
  rows: number,
  columns: number,
): (row: number, column: number) => Cell | undefined {
  const slots = new Array<Cell | undefined>(rows * columns);
  for (const cell of cells) {
    for (let r = cell.row; r < cell.row + cell.rowSpan; r++) {
      slots.fill(cell, r * columns + cell.column, r * columns + cell.column + cell.colSpan);
    }
  }
  return (row, column) =>
    row < 0 || column < 0 || row >= rows || column >= columns ? undefined : slots[row * columns + column];
}

/** The ranges of consecutive numbers for which something holds. */
function stretches(count: number, holds: (i: number) => boolean): readonly (readonly [from: number, to: number])[] {
  const found: [number, number][] = [];
  for (let i = 0; i < count; i++) {
    if (!holds(i)) continue;
    const last = found.at(-1);
    if (last && last[1] === i) last[1] = i + 1;
    else found.push([i, i + 1]);
  }
  return found;
}

/** Every border once, at its full length: between slots of different cells, and around the table. */
function rules({ cells }: { readonly cells: readonly Cell[] }, grid: GridLines, weight: number): readonly RuleItem[] {
  const [rows, columns] = [grid.rows.length - 1, grid.columns.length - 1];
  const owner = owners(cells, rows, columns);
  const [x, y] = [(i: number) => grid.columns[i] as number, (i: number) => grid.rows[i] as number];
  // Rules extend by half their weight, so that corners close.
  const half = weight / 2;
  const across = grid.rows.flatMap((_, r) =>
    stretches(columns, (c) => owner(r - 1, c) !== owner(r, c)).map(
      ([from, to]): RuleItem => ({ kind: 'rule', x1: x(from) - half, y1: y(r), x2: x(to) + half, y2: y(r), weight }),
    ),
  );
  const down = grid.columns.flatMap((_, c) =>
    stretches(rows, (r) => owner(r, c - 1) !== owner(r, c)).map(
      ([from, to]): RuleItem => ({ kind: 'rule', x1: x(c), y1: y(from) - half, x2: x(c), y2: y(to) + half, weight }),
    ),
  );
  return [...across, ...down];
}

function fills(cells: readonly Cell[], grid: GridLines, theme: TableTheme): readonly FillItem[] {
  return cells
    .filter((cell) => theme.cells[cell.role].shaded)
    .map((cell) => {
      const [x, y] = [grid.columns[cell.column] as number, grid.rows[cell.row] as number];
      const width = (grid.columns[cell.column + cell.colSpan] as number) - x;
      const height = (grid.rows[cell.row + cell.rowSpan] as number) - y;
      return { kind: 'fill', x, y, width, height, colour: theme.shade };
    });
}

/** The lines of the cells, vertically centred. */
function texts(
  set: SetTable,
  grid: GridLines,
  theme: TableTheme,
  roleOf: (cell: number) => TextRole,
): readonly TextItem[] {
  return set.cells.flatMap(({ cell, size, lines }, index) => {
    const pitch = size * theme.leading;
    const [left, right] = [grid.columns[cell.column] as number, grid.columns[cell.column + cell.colSpan] as number];
    const [top, bottom] = [grid.rows[cell.row] as number, grid.rows[cell.row + cell.rowSpan] as number];
    const first = (top + bottom - lines.length * pitch) / 2 + firstBaseline(size, theme);
    return lines.map((line, i): TextItem => {
      const isStart = theme.cells[cell.role].align === 'start';
      const x = isStart ? left + theme.padding.x : (left + right - line.width) / 2;
      return { kind: 'text', x, baseline: first + i * pitch, runs: line.runs, role: roleOf(index) };
    });
  });
}

/**
 * What is drawn of a table.
 *
 * @param at its top left corner
 * @param roleOf the role of the text in a cell, by the number of the cell in the table
 */
export function drawTable(
  set: SetTable,
  at: { readonly x: number; readonly y: number },
  theme: TableTheme,
  roleOf: (cell: number) => TextRole,
): readonly PageItem[] {
  let y = at.y;
  const rows = [at.y];
  for (const height of set.heights) {
    y += height;
    rows.push(y);
  }
  const grid = { columns: set.columns.map((x) => at.x + x), rows };
  const { cells } = set.table;
  return [...fills(cells, grid, theme), ...rules({ cells }, grid, theme.rule), ...texts(set, grid, theme, roleOf)];
}
