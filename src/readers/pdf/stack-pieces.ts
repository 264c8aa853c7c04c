import { bareText } from './block-text.js';
import { isFigure } from './cell-text.js';
import type { PageBlock, PageCell, PageTable } from './page-block.js';

/** Two pieces of a table, one below the other, with what the end of a page has cut put together. */

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
  table.cells.some((cell) => cell.row === row && bareText(cell) !== '');

/** The label of rows that go on below the cut: left empty there, or told again. */
function labelGoesOn({ above, below }: Facing, lower: PageTable): boolean {
  const [up, down] = [bareText(above), bareText(below)];
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
  const pairs = single.map(({ above, below }) => [bareText(above), bareText(below)] as const);
  const withFigures = pairs.filter(([up, down]) => isFigure(up) || isFigure(down));
  const isOneSided = withFigures.every(([up, down]) => up === '' || down === '');
  const sides = new Set(withFigures.map(([up]) => up === ''));
  const labels = pairs.filter(([up, down]) => !isFigure(up) && !isFigure(down));
  const isNew = labels.some(([, down]) => NUMBERED.test(down));
  return withFigures.length > 0 && isOneSided && sides.size === 1 && !isNew && lower.rows > 0;
}

function mergedBlocks(above: PageCell, below: PageCell): readonly PageBlock[] {
  const [up, down] = [bareText(above), bareText(below)];
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

const covers = (outer: PageCell, { column, colSpan }: PageCell): boolean =>
  column >= outer.column && column + colSpan <= outer.column + outer.colSpan;

/**
 * The lower piece with the columns of the row above the cut in its first row. Where columns are known by texts alone, a piece that
 * has nothing in one of them takes its neighbour for wider than it is.
 */
function narrowed(upper: PageTable, lower: PageTable): PageTable {
  if (!upper.isTorn && !lower.isTorn) return lower;
  const last = upper.cells.filter(({ row, rowSpan }) => row + rowSpan === upper.rows);
  const cells = lower.cells.flatMap((cell) => {
    if (cell.row > 0 || cell.rowSpan > 1 || cell.colSpan === 1) return [cell];
    const above = last.filter((one) => covers(cell, one));
    const filled = above.filter((one) => bareText(one) !== '');
    const isEmpty = bareText(cell) === '';
    if (above.length < 2 || (filled.length !== 1 && !isEmpty)) return [cell];
    return above.map(({ column, colSpan }, i) => ({
      ...cell,
      column,
      colSpan,
      blocks: above[i] === filled[0] && !isEmpty ? cell.blocks : [],
    }));
  });
  return { ...lower, cells };
}

/** How many rows at the top have nothing but ends of labels, each in columns of its own. */
function restRows({ rows, cells }: PageTable): number {
  const taken = new Set<number>();
  let count = 0;
  for (; count < rows; count++) {
    const texts = cells.filter((cell) => cell.row === count && bareText(cell) !== '');
    const isRest = texts.every((cell) => {
      const text = bareText(cell);
      const isFree = Array.from({ length: cell.colSpan }, (_, i) => cell.column + i).every((one) => !taken.has(one));
      return isFree && cell.rowSpan === 1 && !isFigure(text) && !NUMBERED.test(text);
    });
    if (!isRest) break;
    for (const { column, colSpan } of texts) for (let i = 0; i < colSpan; i++) taken.add(column + i);
  }
  return count;
}

/** A piece whose first row has what a page cut off of the labels of several rows: tags tell each of them as a row of its own. */
function withOneRest(table: PageTable): PageTable {
  const count = restRows(table);
  if (!table.isTorn || count < 2) return table;
  const texts = table.cells.filter((cell) => cell.row < count && bareText(cell) !== '');
  const isCovered = (column: number) =>
    texts.some((cell) => column >= cell.column && column < cell.column + cell.colSpan);
  const [model] = table.cells;
  const blank = table.edges.slice(1).flatMap((_, column): readonly PageCell[] => {
    const isFree = model !== undefined && !isCovered(column);
    return isFree ? [{ ...model, row: 0, column, rowSpan: 1, colSpan: 1, blocks: [] }] : [];
  });
  const rest = table.cells.filter((cell) => cell.row >= count);
  return {
    ...table,
    rows: table.rows - count + 1,
    cells: [
      ...[...texts.map((cell) => ({ ...cell, row: 0 })), ...blank].sort((a, b) => a.column - b.column),
      ...rest.map((cell) => ({ ...cell, row: cell.row - count + 1 })),
    ],
  };
}

/** Puts one piece below the other; cells that the cut parted are one again. */
export function stackPieces(upper: PageTable, below: PageTable): PageTable {
  const piece = withOneRest(below);
  const asAbove = narrowed(upper, piece);
  const isCut = isRowCut(facingCells(upper, asAbove), upper, asAbove);
  const lower = isCut ? asAbove : piece;
  const facing = facingCells(upper, lower);
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
