import { diagnostic, type Path, ReportError } from '../diagnostics/diagnostic.js';
import type { Fonts } from '../fonts/fonts.js';
import { greatest } from '../limits/extremes.js';
import type { Cell, Table, TableNote } from '../model/document.js';
import { linePitch, type Theme } from '../theme/theme.js';
import { type Group, groupsOf, heightOf, linesOf } from './box-groups.js';
import type { Box, LineBox, TableBox } from './boxes.js';
import { cutRow, rowsOf, type Slice } from './cut-table.js';
import { sum } from './row-heights.js';
import { type SetTable, setRows } from './set-table.js';
import { cutAtBand, tightened } from './tighten-table.js';

/** Something placed on a page, at a line of the grid counted from 0. */
export type Placed =
  | { readonly kind: 'line'; readonly at: number; readonly box: LineBox }
  | {
      readonly kind: 'table';
      readonly at: number;
      readonly set: SetTable;
      readonly slice: Slice;
      readonly block: number;
    };

/** The lines of a table that must fit above a cut, so that more than its head stays on the page. */
const LEAST_LINES = 5;

interface Press {
  readonly theme: Theme;
  readonly fonts: Fonts;
  readonly pages: Placed[][];
  /** Whether tables that a page holds may be cut before a band. */
  readonly cuts: boolean;
  /** The next free line on the last page. */
  at: number;
  /** A table went to the next page that could have been cut. */
  spared: boolean;
}

const lastPage = (press: Press): Placed[] => press.pages.at(-1) as Placed[];
const remaining = (press: Press): number => press.theme.page.lines - press.at;

function turn(press: Press): void {
  press.pages.push([]);
  press.at = 0;
}

function place(press: Press, box: Box, set: SetTable | undefined): void {
  if (box.kind === 'blank') {
    if (press.at > 0) press.at += 1;
  } else if (box.kind === 'line') {
    lastPage(press).push({ kind: 'line', at: press.at, box });
    press.at += 1;
  } else if (set) {
    lastPage(press).push({ kind: 'table', at: press.at, set, slice: box.slice, block: box.block });
    press.at += linesOf(set, press.theme);
  }
}

/** The cell with the most lines in the head or the first row: the one that makes them too high for a page. */
function highest({ table, cells }: SetTable): Table | Cell {
  const inRow = cells.filter(({ cell }) => cell.row <= table.headRows);
  const most = greatest(inRow.map(({ lines }) => lines.length));
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

function noteTooHigh({ description }: Table, { path }: TableNote): ReportError {
  return new ReportError([
    diagnostic('layout/too-large', {
      message: `表格“${description}”的表注太长，与表格的末行排不进一页`,
      path,
      found: '表注高于一页',
      expected: '表注与表格的末行在同一页',
      hint: '缩短表注，或把它写成表后的文字',
    }),
  ]);
}

/** Why the head and the one row that is left, with the note below, fit no page. */
function tooHigh({ table, ...set }: SetTable, { page, table: theme }: Theme): ReportError {
  const fitsAlone = sum(set.heights) + 2 * theme.gap <= page.lines * linePitch(page);
  if (table.note && fitsAlone) return noteTooHigh(table, table.note);
  return rowTooHigh(table, highest({ table, ...set }).path);
}

/**
 * Sets the part above a cut. Labels that the cut shortens can make rows higher, so less room is tried until the part fits. At least
 * one row stays below the cut.
 */
function cut(
  { slice, set }: { readonly slice: Slice; readonly set: SetTable },
  whole: SetTable,
  press: Press,
): { readonly set: SetTable; readonly slice: Slice } | undefined {
  const { page, table } = press.theme;
  const room = remaining(press) * linePitch(page) - 2 * table.gap;
  for (let tried = Math.min(room, sum(set.heights) - (set.heights.at(-1) ?? 0)); tried > 0; ) {
    const row = cutRow(slice, set.heights, tried);
    if (row === undefined) return undefined;
    const above = rowsOf(slice, set.table.headRows, row);
    const setAbove = setRows(above, whole, table, press.fonts);
    const excess = heightOf(setAbove) - room;
    if (excess <= 0) return { set: setAbove, slice: above };
    tried -= excess;
  }
  return undefined;
}

/** The rest of a table from a row on, limited to the rows that are sure to fill two pages, so that each row is set only a few times. */
function leftFrom(row: number, slice: Slice, { page, table: theme }: Theme): Slice {
  const least = (theme.sizes.at(-1) as number) * theme.leading + 2 * theme.padding.y;
  const enough = Math.ceil((2 * page.lines * linePitch(page)) / least);
  return rowsOf(slice, row, Math.min(slice.table.rows, row + enough));
}

/** Places a table in as many slices as it takes, the last on a page that also has room for the lines after it. */
function placeInSlices(press: Press, box: TableBox, whole: SetTable, linesAfter: number): void {
  let [rest, row] = [{ slice: box.slice, set: whole }, box.slice.table.headRows];
  while (linesOf(rest.set, press.theme) + linesAfter > remaining(press)) {
    const above = cut(rest, whole, press);
    // A table of one row need not share its page with the lines after it.
    if (above === undefined && linesOf(rest.set, press.theme) <= remaining(press)) break;
    if (above) place(press, { ...box, slice: above.slice }, above.set);
    else if (press.at === 0) throw tooHigh(rest.set, press.theme);
    if (above) row += above.slice.table.rows - above.slice.table.headRows;
    const slice = leftFrom(row, box.slice, press.theme);
    rest = { slice, set: setRows(slice, whole, press.theme.table, press.fonts) };
    turn(press);
  }
  place(press, { ...box, slice: rest.slice }, rest.set);
}

/** The least room, in lines, for a part of a table: its head and the first row. */
function leastLines(set: SetTable, { page, table }: Theme): number {
  const least = set.heights.slice(0, set.table.headRows + 1).reduce((a, b) => a + b, 0);
  return Math.max(LEAST_LINES, Math.ceil((least + 2 * table.gap) / linePitch(page)));
}

/** The height on this page for the table of a group, beside some of its lines. */
const roomHere = (press: Press, beside: number): number =>
  (remaining(press) - beside) * linePitch(press.theme.page) - 2 * press.theme.table.gap;

/**
 * Makes room for a group whose table would leave much of this page empty if it went to the next: its rows become lower, or it is cut before
 * a band.
 *
 * @returns whether the group is placed
 */
function placeTight(press: Press, { boxes, sets }: Group): boolean {
  const at = sets.findIndex((set) => set !== undefined);
  const [box, set] = [boxes[at], sets[at]];
  if (box?.kind !== 'table' || set === undefined) return false;
  const { theme, fonts } = press;
  const whole = tightened(set, roomHere(press, boxes.length - 1), theme.table);
  const parts = whole ? undefined : cutAtBand({ slice: box.slice, set }, roomHere(press, at), theme.table, fonts);
  if (parts && !press.cuts) press.spared = true;
  if (!whole && !(parts && press.cuts)) return false;
  for (const before of boxes.slice(0, at)) place(press, before, undefined);
  if (whole) place(press, box, whole);
  for (const [i, part] of (parts ?? []).entries()) {
    if (i > 0) turn(press);
    place(press, { ...box, slice: part.slice }, part.set);
  }
  for (const after of boxes.slice(at + 1)) place(press, after, undefined);
  return true;
}

function placeGroup(press: Press, group: Group): void {
  const { boxes, sets, needed } = group;
  const { lines } = press.theme.page;
  if (needed <= lines && needed > remaining(press)) {
    if (placeTight(press, group)) return;
    turn(press);
  }
  const first = sets.findIndex((set) => set !== undefined);
  const least = sets[first] ? first + leastLines(sets[first], press.theme) : LEAST_LINES;
  if (needed > lines && press.at > 0 && remaining(press) < least) turn(press);
  for (const [i, box] of boxes.entries()) {
    const set = sets[i];
    if (box.kind === 'table' && set) placeInSlices(press, box, set, boxes.length - 1 - i);
    else {
      if (remaining(press) === 0) turn(press);
      place(press, box, set);
    }
  }
}

function pressed(groups: readonly Group[], theme: Theme, fonts: Fonts, cuts: boolean): Press {
  const press: Press = { theme, fonts, pages: [[]], cuts, at: 0, spared: false };
  for (const group of groups) placeGroup(press, group);
  return press;
}

/**
 * Cuts boxes into pages. Groups stay together if a page can hold them, except that a table is cut before a band if that saves a page.
 *
 * @throws ReportError `layout/too-large` if a row of a table is higher than a page
 */
export function paginate(boxes: readonly Box[], theme: Theme, fonts: Fonts): readonly (readonly Placed[])[] {
  const groups = groupsOf(boxes, theme, fonts);
  const whole = pressed(groups, theme, fonts, false);
  const cut = whole.spared ? pressed(groups, theme, fonts, true) : whole;
  return cut.pages.length < whole.pages.length ? cut.pages : whole.pages;
}
