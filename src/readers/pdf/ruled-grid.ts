import { greatest, least } from '../../limits/extremes.js';
import { clustersOf, mergeRules, ruleBox } from './merge-rules.js';
import type { Box, Rule } from './page-geometry.js';

/** Rules closer together than any line of text is high, in points, are one edge: double lines, and the borders of two cells. */
const SAME = 5.5;

/** A table as its rules part it. */
export interface Grid extends Box {
  /** The edges of columns from left to right, of rows from top to bottom. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly GridCell[];
  /** Some rules end within a cell, so that its shape had to be guessed. */
  readonly isTorn: boolean;
}

export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** Beyond the end of a row that is shorter than others: no rule closes it. */
  readonly isOpen?: boolean;
}

/** Positions in order, those that nearly coincide as one. */
function distinct(positions: readonly number[]): readonly number[] {
  const groups: number[][] = [];
  for (const position of positions.toSorted((a, b) => a - b)) {
    const group = groups.at(-1);
    if (group && position - (group[0] as number) <= SAME) group.push(position);
    else groups.push([position]);
  }
  return groups.map((group) => group.reduce((sum, one) => sum + one, 0) / group.length);
}

/** For each edge, and each slot along it, whether rules run along at least half of the slot. */
function ruledSlots(rules: readonly Rule[], edges: readonly number[], along: readonly number[]): readonly boolean[][] {
  return edges.map((edge) => {
    const here = rules.filter(({ at }) => Math.abs(at - edge) <= SAME);
    return along.slice(1).map((end, i) => {
      const start = along[i] as number;
      const covered = here.reduce(
        (sum, { from, to }) => sum + Math.max(0, Math.min(to, end) - Math.max(from, start)),
        0,
      );
      return covered >= (end - start) / 2;
    });
  });
}

interface Slots {
  readonly rows: number;
  readonly columns: number;
  /** Whether a rule runs above or to the left of a slot. */
  readonly isAbove: (row: number, column: number) => boolean;
  readonly isLeft: (row: number, column: number) => boolean;
}

/** The number of free slots that hang together from one on, in one direction. */
function reach(limit: number, goesOn: (step: number) => boolean): number {
  let count = 1;
  while (count < limit && goesOn(count)) count++;
  return count;
}

/** Cells from slots. Where the rules do not close a rectangle, a cell is as wide as its first row and as high as all of that allows. */
function cellsOf({ rows, columns, isAbove, isLeft }: Slots) {
  const taken = new Uint8Array(rows * columns);
  const cells: GridCell[] = [];
  let isTorn = false;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken[row * columns + column]) continue;
      const colSpan = reach(
        columns - column,
        (step) => !isLeft(row, column + step) && !taken[row * columns + column + step],
      );
      const isOpen = (below: number) => Array.from({ length: colSpan }, (_, i) => isAbove(below, column + i));
      const rowSpan = reach(rows - row, (step) => isOpen(row + step).every((ruled) => !ruled));
      if (row + rowSpan < rows && isOpen(row + rowSpan).some((ruled) => !ruled)) isTorn = true;
      for (let r = row; r < row + rowSpan; r++) {
        for (let c = column; c < column + colSpan; c++) {
          if (c > column && isLeft(r, c)) isTorn = true;
          taken[r * columns + c] = 1;
        }
        if (column + colSpan < columns && !isLeft(r, column + colSpan)) isTorn = true;
      }
      cells.push({ row, column, rowSpan, colSpan });
    }
  }
  return { cells, isTorn };
}

/** Edges at which no cell begins part nothing. */
function usedEdges(count: number, starts: readonly number[]): readonly number[] {
  const used = new Set([...starts, count]);
  return Array.from({ length: count + 1 }, (_, i) => i).filter((i) => used.has(i));
}

function compact({ xs, ys, cells, isTorn }: Pick<Grid, 'xs' | 'ys' | 'cells' | 'isTorn'>): Grid {
  const columns = usedEdges(
    xs.length - 1,
    cells.map(({ column }) => column),
  );
  const rows = usedEdges(
    ys.length - 1,
    cells.map(({ row }) => row),
  );
  const [x, y] = [columns.map((i) => xs[i] as number), rows.map((i) => ys[i] as number)];
  return {
    xs: x,
    ys: y,
    isTorn,
    cells: cells.map(({ row, column, rowSpan, colSpan, isOpen }) => ({
      row: rows.indexOf(row),
      column: columns.indexOf(column),
      rowSpan: rows.indexOf(row + rowSpan) - rows.indexOf(row),
      colSpan: columns.indexOf(column + colSpan) - columns.indexOf(column),
      ...(isOpen && { isOpen }),
    })),
    left: x[0] as number,
    right: x.at(-1) as number,
    top: y[0] as number,
    bottom: y.at(-1) as number,
  };
}

/** Marks a cell at the side of a table that is closed beside other rows and not beside its own. */
function withOpenEnd(cell: GridCell, ruledLeft: readonly (readonly boolean[])[]): GridCell {
  const isOpenAt = (edge: number) => {
    const ruled = ruledLeft[edge] ?? [];
    return ruled.includes(true) && !ruled.slice(cell.row, cell.row + cell.rowSpan).includes(true);
  };
  const last = ruledLeft.length - 1;
  const isOpen = (cell.column === 0 && isOpenAt(0)) || (cell.column + cell.colSpan === last && isOpenAt(last));
  return isOpen ? { ...cell, isOpen } : cell;
}

/** Far more slots than a page of a report has. */
const MOST_SLOTS = 20_000;

/**
 * How far a table reaches to one side: to its outermost rule down, or beyond it as far as two rules across do. A single one that is
 * longer is the rule below a running head, or a line of its own, that touches the table.
 */
function openSide(ends: readonly number[], outermost: number): number {
  const second = ends.toSorted((a, b) => b - a)[1] ?? outermost;
  return Math.max(second, outermost);
}

/** The grid of rules that hang together; undefined if they part no columns. Sides may be left open. */
function gridOf(rules: readonly Rule[]): Grid | undefined {
  const across = rules.filter(({ isAcross }) => isAcross);
  const down = rules.filter(({ isAcross }) => !isAcross);
  if (across.length < 2 || down.length < 1) return undefined;
  const boxes = rules.map(ruleBox);
  const ats = down.map(({ at }) => at);
  const sides = [
    -openSide(
      across.map(({ from }) => -from),
      greatest(ats.map((at) => -at)),
    ),
    openSide(
      across.map(({ to }) => to),
      greatest(ats),
    ),
  ];
  const ends = [least(boxes.map(({ top }) => top)), greatest(boxes.map(({ bottom }) => bottom))];
  const xs = distinct([...down.map(({ at }) => at), ...sides]);
  const ys = distinct([...across.map(({ at }) => at), ...ends]);
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  if (columns < 2 || rows < 1 || rows * columns > MOST_SLOTS) return undefined;
  const above = ruledSlots(across, ys, xs);
  const left = ruledSlots(down, xs, ys);
  const slots = cellsOf({
    rows,
    columns,
    isAbove: (row, column) => above[row]?.[column] === true,
    isLeft: (row, column) => left[column]?.[row] === true,
  });
  const grid = compact({ xs, ys, ...slots, cells: slots.cells.map((cell) => withOpenEnd(cell, left)) });
  return grid.xs.length < 3 ? undefined : grid;
}

/** The tables of a page that have rules, the inner ones of nested tables first. */
export function gridsOn(rules: readonly Rule[]): readonly Grid[] {
  const size = ({ left, right, top, bottom }: Box) => (right - left) * (bottom - top);
  return clustersOf(mergeRules(rules))
    .flatMap((cluster) => gridOf(cluster) ?? [])
    .sort((a, b) => size(a) - size(b));
}
