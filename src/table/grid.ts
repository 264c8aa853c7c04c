import type { Path } from '../diagnostics/diagnostic.js';
import type { Cell, CellRole } from '../model/document.js';
import { depth, leaves, type Tree } from './spec.js';

/** A header as the grid needs it: a label, and children. */
export interface Labelled extends Tree<Labelled> {
  readonly label: string;
  /** Where the report states the label; that of the table if not given. */
  readonly path?: Path;
}

/** What prints in a data cell, and where the report states it. */
export interface Datum {
  readonly text: string;
  readonly path: Path;
}

/** A header placed along its axis: `level` counts away from the data, `at` along it. */
interface Placed {
  readonly node: Labelled;
  readonly level: number;
  readonly levels: number;
  readonly at: number;
  readonly breadth: number;
}

/** Lays a forest along one axis. A leaf that ends early reaches down to the data; the last leaf takes what breadth is left. */
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

/** A piece of a table: a band, column heads, row heads and the data, row by row. */
export interface GridBlock {
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
  readonly stubhead?: { readonly label: string; readonly note?: true; readonly path?: Path };
  /** The role of data cells. */
  readonly role: CellRole;
  /** Where the report has the table: the place of all that is not stated there piece by piece. */
  readonly path: Path;
}

/** Turns an axis into cells: headers of columns run down, headers of rows run right. */
function headCells(
  placed: readonly Placed[],
  axis: 'column' | 'row',
  row: number,
  column: number,
  tablePath: Path,
): readonly Cell[] {
  return placed.map(({ node, level, levels, at, breadth }) => {
    const { label: text, path = tablePath } = node;
    return axis === 'column'
      ? { row: row + level, column: column + at, rowSpan: levels, colSpan: breadth, role: 'head', text, path }
      : { row: row + at, column: column + level, rowSpan: breadth, colSpan: levels, role: 'stub', text, path };
  });
}

/** The data cells of a block. They stand under the leaves of its columns, with the same breadth. */
function dataCells(block: GridBlock, heads: readonly Cell[], bottom: number, options: GridOptions): readonly Cell[] {
  const { role } = options;
  const columns = heads.filter((head) => head.row + head.rowSpan === bottom).sort((a, b) => a.column - b.column);
  return block.data.flatMap((data, i) =>
    columns.map(({ column, colSpan }, j) => {
      const { text, path } = data[j] ?? { text: '', path: options.path };
      return { row: bottom + i, column, rowSpan: 1, colSpan, role, text, path };
    }),
  );
}

function blockCells(block: GridBlock, top: number, options: GridOptions): readonly Cell[] {
  const { stubs, columns, stubhead, path } = options;
  const headTop = top + (block.band === undefined ? 0 : 1);
  const levels = depth(block.columns);
  const heads = headCells(layAxis(block.columns, levels, columns - stubs), 'column', headTop, stubs, path);
  const rowHeads = headCells(layAxis(block.rows, stubs, block.data.length), 'row', headTop + levels, 0, path);
  const band: Cell[] =
    block.band === undefined
      ? []
      : [{ row: top, column: 0, rowSpan: 1, colSpan: columns, role: 'band', text: block.band, path }];
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
            path: stubhead?.path ?? path,
          },
        ];
  return [...band, ...corner, ...heads, ...rowHeads, ...dataCells(block, heads, headTop + levels, options)];
}

/** Throws unless every slot of the grid is covered exactly once: a proof, not a check of input. */
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
 * Places blocks one below the other on a grid. Every span of the document is decided here, once.
 *
 * @returns the cells in reading order and the number of rows
 */
export function placeGrid(
  blocks: readonly GridBlock[],
  options: GridOptions,
): { readonly cells: readonly Cell[]; readonly rows: number } {
  let rows = 0;
  const cells = blocks.flatMap((block) => {
    const top = rows;
    rows += (block.band === undefined ? 0 : 1) + depth(block.columns) + block.data.length;
    return blockCells(block, top, options);
  });
  proveCover(cells, rows, options.columns);
  return { cells: cells.toSorted((a, b) => a.row - b.row || a.column - b.column), rows };
}
