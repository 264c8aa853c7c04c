import { cellParagraphs } from './cell-text.js';
import type { Glyph } from './drawn-page.js';
import { fillGrid, slotAt } from './fill-grid.js';
import { linesOf } from './glyph-lines.js';
import { partedWord, type Word, wordsOf } from './glyph-words.js';
import { cellPlace, type Measure, type PageBlock, type PageTable, type TableDoubt } from './page-block.js';
import { partGrid } from './part-grid.js';
import type { Grid, GridCell } from './ruled-grid.js';

/** Whether a figure lies so far across a side of its cell that it may belong to the next. */
function liesAcross({ xs }: Grid, cell: GridCell, { left, right, glyphs }: Word): boolean {
  const [from, to] = [xs[cell.column] as number, xs[cell.column + cell.colSpan] as number];
  const outside = Math.max(from - left, right - to);
  return outside > 0.25 * (right - left) && glyphs.some(({ text }) => /\d/.test(text));
}

const measureOfCell = ({ xs }: Grid, { column, colSpan }: GridCell): Measure => ({
  left: xs[column] as number,
  right: xs[column + colSpan] as number,
});

/** The paragraphs of a cell. */
function blocksOfCell(glyphs: readonly Glyph[], measure: Measure, at: string): readonly PageBlock[] {
  return cellParagraphs(linesOf(glyphs), measure).map((lines) => ({ kind: 'paragraph', lines, at, measure }));
}

/** Inner tables by the cell that holds them. */
export type InnerTables = readonly { readonly table: PageTable; readonly grid: Grid }[];

function innerOf(inner: InnerTables, outer: Grid, cell: GridCell): readonly PageTable[] {
  const { xs, ys } = outer;
  return inner.flatMap(({ table, grid }) => {
    const isIn =
      slotAt(xs, (grid.left + grid.right) / 2) - cell.column < cell.colSpan &&
      slotAt(xs, (grid.left + grid.right) / 2) >= cell.column &&
      slotAt(ys, (grid.top + grid.bottom) / 2) - cell.row < cell.rowSpan &&
      slotAt(ys, (grid.top + grid.bottom) / 2) >= cell.row;
    return isIn ? [table] : [];
  });
}

/** The table of a grid, with the glyphs that lie in it. */
export function gridTable(
  ruled: Grid,
  glyphs: readonly Glyph[],
  { at, page, inner = [] }: { readonly at: string; readonly page: number; readonly inner?: InnerTables },
): PageTable {
  const words = wordsOf(glyphs).flatMap((word) => partedWord(word, ruled.xs));
  const { grid, doubt: parted } = partGrid(ruled, words);
  const contents = fillGrid(grid, words);
  const isAcross = [...contents].some(([cell, inside]) => inside.some((word) => liesAcross(grid, cell, word)));
  const doubt: TableDoubt | undefined = parted ?? (isAcross ? 'across' : grid.isTorn ? 'rules' : undefined);
  return {
    kind: 'table',
    at,
    page,
    edges: grid.xs,
    rows: grid.ys.length - 1,
    cells: grid.cells.map((cell) => {
      const place = cellPlace(at, cell.row, cell.column);
      const text = (contents.get(cell) ?? []).flatMap((word) => word.glyphs);
      return {
        ...cell,
        at: place,
        blocks: [...blocksOfCell(text, measureOfCell(grid, cell), place), ...innerOf(inner, grid, cell)],
      };
    }),
    ...(doubt && { doubt }),
  };
}
