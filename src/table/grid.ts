import type { Path } from '../diagnostics/diagnostic.js';
import type { Cell, CellRole } from '../model/document.js';
import type { Figure } from '../model/figure.js';
import { depth, leaves, type Tree } from './spec.js';

/** A header as the grid needs it: a label, and children. */
export interface Labelled extends Tree<Labelled> {
  readonly label: string;
  /** Where words of the label end. */
  readonly breaks?: readonly number[];
  /** Where the report states the label; the path of the table if not given. */
  readonly path?: Path;
}

/** The printed text of a data cell, and where the report states it. */
export interface Datum {
  readonly text: string;
  readonly path: Path;
  readonly figure?: Figure | undefined;
}

/** A header placed along its axis: `at` is its position along the axis, `level` its depth in the tree. */
interface Placed {
  readonly node: Labelled;
  readonly level: number;
  readonly levels: number;
  readonly at: number;
  readonly breadth: number;
}

/** Lays a forest along one axis. A leaf above the deepest level extends to the data; the last leaf takes the remaining breadth. */
function layAxis(forest: readonly Labelled[], levels: number, breadth: number): readonly Placed[] {
  const spare = breadth - leaves(forest).length;
  if (spare < 0) throw new Error(`${leaves(forest).length} headers reach outside a grid of ${breadth}`);
  const place = (nodes: readonly Labelled[], level: number, from: number): readonly Placed[] => {
    let at = from;
    return nodes.flatMap((node) => {
      const start = at;
      const own = leaves([node]).length;
      const isLast = start + own + spare === breadth;
      const taken = own + (isLast ? spare : 0);
      at += taken;
      const placed = {
        node,
        level,
        levels: node.children ? 1 : levels - level,
        at: start,
        breadth: taken,
      };
      return [placed, ...place(node.children ?? [], level + 1, start)];
    });
  };
  return place(forest, 0, 0);
}

/** Part of a table: a band, column heads, row heads, and the data row by row. */
export interface GridGroup {
  readonly band?: string;
  readonly columns: readonly Labelled[];
  readonly rows: readonly Labelled[];
  readonly data: readonly (readonly Datum[])[];
}

export interface GridOptions {
  /** Columns of row headers. */
  readonly stubs: number;
  /** All columns of the grid. */
  readonly columns: number;
  readonly stubhead?: {
    readonly label: string;
    readonly note?: true;
    readonly breaks?: readonly number[];
    readonly path?: Path;
  };
  /** The role of data cells. */
  readonly role: CellRole;
  /** Where the report has the table. Cells without a path of their own get this one. */
  readonly path: Path;
}

/** Turns the headers of an axis into cells: the levels of column headers run down, those of row headers to the right. */
function headCells(
  placed: readonly Placed[],
  axis: 'column' | 'row',
  row: number,
  column: number,
  tablePath: Path,
): readonly Cell[] {
  return placed.map(({ node, level, levels, at, breadth }) => {
    const { label: text, breaks, path = tablePath } = node;
    const runsDown = axis === 'column';
    return {
      row: row + (runsDown ? level : at),
      column: column + (runsDown ? at : level),
      rowSpan: runsDown ? levels : breadth,
      colSpan: runsDown ? breadth : levels,
      role: runsDown ? 'head' : 'stub',
      text,
      breaks,
      path,
      figure: undefined,
    };
  });
}

/** The data cells of a group. They stand under the leaves of its columns, with the same breadth. */
function dataCells(group: GridGroup, heads: readonly Cell[], bottom: number, options: GridOptions): readonly Cell[] {
  const { role } = options;
  const columns = heads.filter((head) => head.row + head.rowSpan === bottom).sort((a, b) => a.column - b.column);
  return group.data.flatMap((data, i) =>
    columns.map(({ column, colSpan }, j) => {
      const { text, path, figure } = data[j] ?? { text: '', path: options.path };
      return { row: bottom + i, column, rowSpan: 1, colSpan, role, text, breaks: undefined, path, figure };
    }),
  );
}

function groupCells(group: GridGroup, top: number, options: GridOptions): readonly Cell[] {
  const { stubs, columns, stubhead, path } = options;
  const headTop = top + (group.band === undefined ? 0 : 1);
  const levels = depth(group.columns);
  const heads = headCells(layAxis(group.columns, levels, columns - stubs), 'column', headTop, stubs, path);
  const rowHeads = headCells(layAxis(group.rows, stubs, group.data.length), 'row', headTop + levels, 0, path);
  const band: Cell[] =
    group.band === undefined
      ? []
      : [
          {
            row: top,
            column: 0,
            rowSpan: 1,
            colSpan: columns,
            role: 'band',
            text: group.band,
            breaks: undefined,
            path,
            figure: undefined,
          },
        ];
  const corner: Cell[] =
    stubs === 0
      ? []
      : [
          {
            row: headTop,
            column: 0,
            rowSpan: levels,
            colSpan: stubs,
            role: stubhead?.note ? 'note' : 'stubhead',
            text: stubhead?.label ?? '',
            breaks: stubhead?.breaks,
            path: stubhead?.path ?? path,
            figure: undefined,
          },
        ];
  return [...band, ...corner, ...heads, ...rowHeads, ...dataCells(group, heads, headTop + levels, options)];
}

/** Throws unless every slot of the grid is covered exactly once. It guards against defects here, not against wrong input. */
function proveCover(cells: readonly Cell[], rows: number, columns: number): void {
  const covered = new Uint8Array(rows * columns);
  for (const cell of cells) {
    for (let r = cell.row; r < cell.row + cell.rowSpan; r++) {
      for (let c = cell.column; c < cell.column + cell.colSpan; c++) {
        if (r >= rows || c >= columns) throw new Error(`cell “${cell.text}” reaches outside the grid`);
        covered[r * columns + c] = (covered[r * columns + c] ?? 0) + 1;
      }
    }
  }
  const slot = covered.findIndex((times) => times !== 1);
  if (slot >= 0) {
    throw new Error(`row ${Math.floor(slot / columns)}, column ${slot % columns} is covered ${covered[slot]} times`);
  }
}

/**
 * Places groups one below the other on a grid. Every span in the document is decided here, once.
 *
 * @returns the cells in reading order and the number of rows
 */
export function placeGrid(
  groups: readonly GridGroup[],
  options: GridOptions,
): { readonly cells: readonly Cell[]; readonly rows: number } {
  let rows = 0;
  const cells = groups.flatMap((group) => {
    const top = rows;
    rows += (group.band === undefined ? 0 : 1) + depth(group.columns) + group.data.length;
    return groupCells(group, top, options);
  });
  proveCover(cells, rows, options.columns);
  return { cells: cells.toSorted((a, b) => a.row - b.row || a.column - b.column), rows };
}
