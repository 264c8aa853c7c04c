import { diagnostic, type Path, ReportError } from '../diagnostics/diagnostic.js';
import type { Fonts } from '../fonts/fonts.js';
import type { Cell, Table } from '../model/document.js';
import { linePitch, type Theme, textWidth } from '../theme/theme.js';
import { type Box, type LineBox, roomBeside, type TableBox } from './boxes.js';
import { cutRow, type Piece, part } from './cut-table.js';
import { sum } from './row-heights.js';
import { type SetTable, setPart, setTable } from './set-table.js';

/** Something on a page, at a line of the grid counted from 0. */
export type Placed =
  | { readonly kind: 'line'; readonly at: number; readonly box: LineBox }
  | {
      readonly kind: 'table';
      readonly at: number;
      readonly set: SetTable;
      readonly piece: Piece;
      readonly block: number;
    };

/** Lines of a cut table that must fit above the cut, lest little more than its head stays behind. */
const LEAST_LINES = 5;

interface Press {
  readonly theme: Theme;
  readonly fonts: Fonts;
  readonly pages: Placed[][];
  /** The next free line of the last page. */
  at: number;
}

const lastPage = (press: Press): Placed[] => press.pages.at(-1) as Placed[];
const remaining = (press: Press): number => press.theme.page.lines - press.at;

function turn(press: Press): void {
  press.pages.push([]);
  press.at = 0;
}

/** Boxes that must stay together, in order. */
function groups(boxes: readonly Box[]): readonly (readonly Box[])[] {
  const found: Box[][] = [[]];
  for (const box of boxes) {
    (found.at(-1) as Box[]).push(box);
    if (!box.glued) found.push([]);
  }
  return found.filter((group) => group.length > 0);
}

const heightOf = (set: SetTable): number => sum(set.heights);

/** Lines of the grid that a table takes, with the space around it. */
function linesOf(set: SetTable, { page, table }: Theme): number {
  return Math.ceil((heightOf(set) + 2 * table.gap) / linePitch(page) - 1e-6);
}

function setPiece(piece: Piece, linesBeside: number, { theme, fonts }: Press): SetTable {
  return setTable(piece.table, textWidth(theme.page), roomBeside(linesBeside, theme), theme.table, fonts);
}

function place(press: Press, box: Box, set: SetTable | undefined): void {
  if (box.kind === 'blank') {
    if (press.at > 0) press.at += 1;
  } else if (box.kind === 'line') {
    lastPage(press).push({ kind: 'line', at: press.at, box });
    press.at += 1;
  } else if (set) {
    lastPage(press).push({ kind: 'table', at: press.at, set, piece: box.piece, block: box.block });
    press.at += linesOf(set, press.theme);
  }
}

/** The longest cell of the first row below the head, or of the head: what makes the part that does not fit so high. */
function highest({ table, cells }: SetTable): Table | Cell {
  const inRow = cells.filter(({ cell }) => cell.row <= table.headRows);
  const most = Math.max(...inRow.map(({ lines }) => lines.length));
  return inRow.find(({ lines }) => lines.length === most)?.cell ?? table;
}

function rowTooHigh({ description }: Table, path: Path): ReportError {
  return new ReportError([
    diagnostic('layout/too-large', {
      message: `表格“${description}”里有一行比一页还高`,
      path,
      found: '一行高于一页',
      expected: '每一行都能排进一页',
      hint: '缩短格内文字，或把它移到正文里',
    }),
  ]);
}

/**
 * Sets the part above a cut. A label that is cut short can make rows higher, so the room is tried until the part fits. At
 * least one row stays below the cut.
 */
function cut(
  { piece, set }: { readonly piece: Piece; readonly set: SetTable },
  whole: SetTable,
  press: Press,
): { readonly set: SetTable; readonly piece: Piece } | undefined {
  const { page, table } = press.theme;
  const room = remaining(press) * linePitch(page) - 2 * table.gap;
  for (let tried = Math.min(room, heightOf(set) - (set.heights.at(-1) ?? 0)); tried > 0; ) {
    const row = cutRow(piece, set.heights, tried);
    if (row === undefined) return undefined;
    const above = part(piece, set.table.headRows, row);
    const setAbove = setPart(above, whole, table, press.fonts);
    const excess = heightOf(setAbove) - room;
    if (excess <= 0) return { set: setAbove, piece: above };
    tried -= excess;
  }
  return undefined;
}

/** What is left of a table from a row on, or as many of its rows as surely fill two pages, so that each is looked at a few times. */
function leftFrom(row: number, piece: Piece, { page, table: theme }: Theme): Piece {
  const least = (theme.sizes.at(-1) as number) * theme.leading + 2 * theme.padding.y;
  const enough = Math.ceil((2 * page.lines * linePitch(page)) / least);
  return part(piece, row, Math.min(piece.table.rows, row + enough));
}

/** Draws a table in as many pieces as it takes, the last on a page that also holds the lines after it. */
function placeInPieces(press: Press, box: TableBox, whole: SetTable, linesAfter: number): void {
  let [rest, row] = [{ piece: box.piece, set: whole }, box.piece.table.headRows];
  while (linesOf(rest.set, press.theme) + linesAfter > remaining(press)) {
    const above = cut(rest, whole, press);
    // A table of one row cannot share with the lines after it.
    if (above === undefined && linesOf(rest.set, press.theme) <= remaining(press)) break;
    if (above) place(press, { ...box, piece: above.piece }, above.set);
    else if (press.at === 0) throw rowTooHigh(box.piece.table, highest(rest.set).path);
    if (above) row += above.piece.table.rows - above.piece.table.headRows;
    const piece = leftFrom(row, box.piece, press.theme);
    rest = { piece, set: setPart(piece, whole, press.theme.table, press.fonts) };
    turn(press);
  }
  place(press, { ...box, piece: rest.piece }, rest.set);
}

/** Lines that a cut table must have room for: its head and the first rows below it. */
function leastLines(set: SetTable, { page, table }: Theme): number {
  const least = set.heights.slice(0, set.table.headRows + 1).reduce((a, b) => a + b, 0);
  return Math.max(LEAST_LINES, Math.ceil((least + 2 * table.gap) / linePitch(page)));
}

function placeGroup(press: Press, group: readonly Box[]): void {
  const sets = group.map((box) => (box.kind === 'table' ? setPiece(box.piece, group.length - 1, press) : undefined));
  const heights = group.map((_, i) => {
    const set = sets[i];
    return set ? linesOf(set, press.theme) : 1;
  });
  const needed = heights.reduce((a, b) => a + b, 0);
  const { lines } = press.theme.page;
  if (needed <= lines && needed > remaining(press)) turn(press);
  const first = sets.findIndex((set) => set !== undefined);
  const least = sets[first] ? first + leastLines(sets[first], press.theme) : LEAST_LINES;
  if (needed > lines && press.at > 0 && remaining(press) < least) turn(press);
  for (const [i, box] of group.entries()) {
    const set = sets[i];
    if (box.kind === 'table' && set) placeInPieces(press, box, set, group.length - 1 - i);
    else {
      if (remaining(press) === 0) turn(press);
      place(press, box, set);
    }
  }
}

/**
 * Cuts boxes into pages. Groups that belong together stay together where a page can hold them.
 *
 * @throws ReportError `layout/too-large` if a row of a table is higher than a page
 */
export function paginate(boxes: readonly Box[], theme: Theme, fonts: Fonts): readonly (readonly Placed[])[] {
  const press: Press = { theme, fonts, pages: [[]], at: 0 };
  for (const group of groups(boxes)) placeGroup(press, group);
  return press.pages;
}
