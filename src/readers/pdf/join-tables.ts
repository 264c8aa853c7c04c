import { isFigure } from './cell-text.js';
import { textOfLines } from './join-lines.js';
import type { PageBlock, PageCell, PageTable } from './page-block.js';

/** Tables cut over pages, put together again. */

/** How far apart, in points, edges of the same column may be drawn on two pages. */
const NEAR = 4;

export function blockText(blocks: readonly PageBlock[]): string {
  return blocks
    .map((block) =>
      block.kind === 'paragraph'
        ? textOfLines(block.lines)
        : block.cells.map((cell) => blockText(cell.blocks)).join('\n'),
    )
    .join('\n');
}

const bare = (cell: PageCell): string => blockText(cell.blocks).replace(/\s/gu, '');

/** The edges of both pieces as one. */
function unitedEdges(upper: readonly number[], lower: readonly number[]): readonly number[] {
  const extra = lower.filter((edge) => !upper.some((one) => Math.abs(one - edge) <= NEAR));
  return [...upper, ...extra].sort((a, b) => a - b);
}

const indexOf = (edges: readonly number[], edge: number): number => {
  const distances = edges.map((one) => Math.abs(one - edge));
  return distances.indexOf(Math.min(...distances));
};

/** A piece on the edges of the whole. */
function widened(table: PageTable, edges: readonly number[], shift: number): PageTable {
  const at = table.edges.map((edge) => indexOf(edges, edge + shift));
  // All columns are covered, also where the texts of a piece begin or end a little inside.
  at[at.length - 1] = edges.length - 1;
  at[0] = 0;
  const cells = table.cells.map((cell) => {
    const column = at[cell.column] as number;
    return { ...cell, column, colSpan: (at[cell.column + cell.colSpan] as number) - column };
  });
  return { ...table, edges, cells };
}

const rowText = (table: PageTable, row: number): string =>
  table.cells
    .filter((cell) => cell.row === row)
    .map((cell) => `${cell.column}+${cell.colSpan}x${cell.rowSpan}:${bare(cell)}`)
    .join('|');

/** A head that is repeated by the file's own word has no text of its own. */
const blankRow = (table: PageTable, row: number): string => rowText(table, row).replace(/:[^|]*/gu, ':');

/** The number of rows at the top of a piece that only repeat the head of the table. */
function repeatedRows(upper: PageTable, lower: PageTable): number {
  let rows = 0;
  const isAlike = (row: number) => {
    const below = rowText(lower, row);
    return below === rowText(upper, row) || below === blankRow(upper, row);
  };
  while (rows < Math.min(upper.rows, lower.rows) && isAlike(rows)) rows++;
  const isCut = (at: number) => lower.cells.some(({ row, rowSpan }) => row < at && row + rowSpan > at);
  while (rows > 0 && isCut(rows)) rows--;
  return rows === lower.rows ? 0 : rows;
}

const withoutHead = (table: PageTable, head: number): PageTable => ({
  ...table,
  rows: table.rows - head,
  cells: table.cells.filter(({ row }) => row >= head).map((cell) => ({ ...cell, row: cell.row - head })),
});

/** A cell above the cut and the one below it in the same columns. */
interface Facing {
  readonly above: PageCell;
  readonly below: PageCell;
}

function facingCells(upper: PageTable, lower: PageTable): readonly Facing[] {
  return upper.cells
    .filter(({ row, rowSpan }) => row + rowSpan === upper.rows)
    .flatMap((above) => {
      const below = lower.cells.find(
        ({ row, column, colSpan }) => row === 0 && column === above.column && colSpan === above.colSpan,
      );
      return below ? [{ above, below }] : [];
    });
}

const NUMBERED = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六七八九十百]+条)/u;

const hasText = (table: PageTable, row: number): boolean =>
  table.cells.some((cell) => cell.row === row && bare(cell) !== '');

/** The label of rows that go on below the cut: left empty there, or told again. */
function labelGoesOn({ above, below }: Facing, lower: PageTable): boolean {
  const [up, down] = [bare(above), bare(below)];
  if (below.rowSpan === lower.rows && lower.rows > 1 && down === '' && !isFigure(up)) return true;
  if (above.rowSpan === 1 && below.rowSpan === 1)
    return above.column === 0 && down === '' && up !== '' && hasText(lower, 0);
  const isTold = down === up || down === `${up}（续）` || down === `${up}(续)`;
  return (
    !isFigure(up) &&
    !isFigure(down) &&
    (down === '' ||
      up === '' ||
      isTold ||
      (!NUMBERED.test(down) && down.length < 12 && below.rowSpan > 1 && above.rowSpan > 1))
  );
}

/** Whether the cut goes through a row: its figures are all on one side, its label on both or on one. */
function isRowCut(facing: readonly Facing[], upper: PageTable, lower: PageTable): boolean {
  const last = upper.cells.filter(({ row, rowSpan }) => row + rowSpan === upper.rows);
  if (facing.length !== last.length || facing.length < 2) return false;
  const single = facing.filter(({ above, below }) => above.rowSpan === 1 && below.rowSpan === 1);
  const pairs = single.map(({ above, below }) => [bare(above), bare(below)] as const);
  const withFigures = pairs.filter(([up, down]) => isFigure(up) || isFigure(down));
  const isOneSided = withFigures.every(([up, down]) => up === '' || down === '');
  const sides = new Set(withFigures.map(([up]) => up === ''));
  const labels = pairs.filter(([up, down]) => !isFigure(up) && !isFigure(down));
  const isNew = labels.some(([, down]) => NUMBERED.test(down));
  return withFigures.length > 0 && isOneSided && sides.size === 1 && !isNew && lower.rows > 0;
}

function mergedBlocks(above: PageCell, below: PageCell): readonly PageBlock[] {
  const [up, down] = [bare(above), bare(below)];
  if (down === '' || down === up || /[（(]续[）)]$/u.test(down)) return above.blocks;
  if (up === '') return below.blocks;
  const [first, second] = [above.blocks.at(-1), below.blocks[0]];
  if (first?.kind === 'paragraph' && second?.kind === 'paragraph') {
    return [
      ...above.blocks.slice(0, -1),
      { ...first, lines: [...first.lines, ...second.lines] },
      ...below.blocks.slice(1),
    ];
  }
  return [...above.blocks, ...below.blocks];
}

/** Puts one piece below the other; cells that the cut parted are one again. */
function stacked(upper: PageTable, lower: PageTable): PageTable {
  const facing = facingCells(upper, lower);
  const isCut = isRowCut(facing, upper, lower);
  const shift = upper.rows - (isCut ? 1 : 0);
  const joined = new Map<PageCell, PageCell>();
  for (const one of facing) {
    if (isCut || labelGoesOn(one, lower)) joined.set(one.above, one.below);
  }
  const gone = new Set(joined.values());
  const cells = [
    ...upper.cells.map((cell) => {
      const below = joined.get(cell);
      if (below === undefined) return cell;
      return { ...cell, rowSpan: shift + below.rowSpan - cell.row, blocks: mergedBlocks(cell, below) };
    }),
    ...lower.cells.filter((cell) => !gone.has(cell)).map((cell) => ({ ...cell, row: cell.row + shift })),
  ];
  const doubt = upper.doubt ?? lower.doubt;
  return {
    ...upper,
    rows: shift + lower.rows,
    cells: cells.sort((a, b) => a.row - b.row || a.column - b.column),
    ...(doubt && { doubt }),
    ...((upper.isTorn || lower.isTorn) && { isTorn: true }),
  };
}

/** A piece without a row: cells that begin there are gone, those that reach into it are a row shorter. */
function withoutRow(table: PageTable, gone: number): PageTable {
  const cells = table.cells
    .filter(({ row, rowSpan }) => row !== gone || rowSpan > 1)
    .map((cell) => {
      const reaches = cell.row <= gone && gone < cell.row + cell.rowSpan;
      return { ...cell, row: cell.row > gone ? cell.row - 1 : cell.row, rowSpan: cell.rowSpan - (reaches ? 1 : 0) };
    });
  return { ...table, rows: table.rows - 1, cells };
}

/** A row that has nothing but a strip of paper at the cut: the page ends or begins within it. */
function withoutStrip(table: PageTable, row: number): PageTable {
  const starting = table.cells.filter((cell) => cell.row === row && cell.rowSpan === 1);
  const isStrip = table.rows > 1 && starting.length > 0 && starting.every((cell) => bare(cell) === '');
  return isStrip ? withoutRow(table, row) : table;
}

/** The edges that both pieces have in common; undefined if a column of one would lie in two of the other. */
function commonEdges(upper: PageTable, lower: PageTable, shift: number): readonly number[] | undefined {
  if (!upper.isTorn && !lower.isTorn)
    return unitedEdges(
      upper.edges,
      lower.edges.map((edge) => edge + shift),
    );
  // Columns found by texts are as many as texts show them: the piece that shows more of them tells.
  const [more, less] = upper.edges.length >= lower.edges.length ? [upper, lower] : [lower, upper];
  const at = less.edges.map((edge) => indexOf(more.edges, edge));
  return at.every((one, i) => i === 0 || one > (at[i - 1] as number)) ? more.edges : undefined;
}

/** One table of a piece at the end of a page and one at the beginning of the next; undefined if they are two tables. */
export function joinTables(upper: PageTable, lower: PageTable): PageTable | undefined {
  const [left, right] = [upper.edges[0] as number, upper.edges.at(-1) as number];
  const [from, to] = [lower.edges[0] as number, lower.edges.at(-1) as number];
  const isTorn = upper.isTorn || lower.isTorn;
  if (!isTorn && Math.abs(right - left - (to - from)) > NEAR) return undefined;
  if (isTorn && Math.abs(right - to) > 40) return undefined;
  const shift = isTorn ? 0 : left - from;
  const edges = commonEdges(upper, lower, shift);
  if (edges === undefined) return undefined;
  const [above, below] = [widened(upper, edges, 0), widened(lower, edges, shift)];
  const rest = withoutHead(below, repeatedRows(above, below));
  return stacked(withoutStrip(above, above.rows - 1), withoutStrip(rest, 0));
}
