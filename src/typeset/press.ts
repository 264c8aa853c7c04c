import type { Fonts } from '../fonts/fonts.js';
import type { Theme } from '../theme/theme.js';
import { linesOf } from './box-groups.js';
import type { Box, LineBox } from './boxes.js';
import type { Slice } from './cut-table.js';
import { type Grid, normalGrid, tightGrid } from './page-grid.js';
import type { SetTable } from './set-table.js';

/** Something placed on a page, at a line of its grid counted from 0. */
export type Placed =
  | { readonly kind: 'line'; readonly at: number; readonly box: LineBox }
  | {
      readonly kind: 'table';
      readonly at: number;
      readonly set: SetTable;
      readonly slice: Slice;
      readonly block: number;
    };

/** What stands on a page, and the grid that it stands on. */
export interface FilledPage {
  readonly grid: Grid;
  readonly placed: readonly Placed[];
}

/** How pages are filled. */
export interface Plan {
  /** Whether tables that a page holds may be cut before a band. */
  readonly cuts: boolean;
  /** The first page, counted from 0, from which on lines are closer together. */
  readonly tightFrom: number;
}

/** Pages being filled. */
export interface Press {
  readonly theme: Theme;
  readonly fonts: Fonts;
  readonly plan: Plan;
  readonly pages: FilledPage[];
  /** What is on the last page so far. */
  page: { readonly grid: Grid; readonly placed: Placed[] };
  /** The next free line on the last page. */
  at: number;
  /** A table went to the next page that could have been cut. */
  spared: boolean;
}

/** Whether the page being filled is one of those whose lines are closer together by plan. */
export const isPlannedTight = ({ pages, plan }: Press): boolean => pages.length >= plan.tightFrom;

function emptyPage(press: Press): Press['page'] {
  const { page } = press.theme;
  return { grid: isPlannedTight(press) ? tightGrid(page) : normalGrid(page), placed: [] };
}

export function openPress(theme: Theme, fonts: Fonts, plan: Plan): Press {
  const page = { grid: normalGrid(theme.page), placed: [] };
  const press: Press = { theme, fonts, plan, pages: [], page, at: 0, spared: false };
  press.page = emptyPage(press);
  return press;
}

/** The lines that are left on the page. */
export const remaining = ({ page, at }: Press): number => page.grid.lines - at;

/**
 * Moves what stands on the page to the lines of another grid.
 *
 * @returns whether that holds it, with so many more lines; if not, nothing moves
 */
export function reline(press: Press, grid: Grid, more: number): boolean {
  const { page, theme } = press;
  let moved = 0;
  const placed = page.placed.map((item): Placed => {
    const at = item.at + moved;
    if (item.kind === 'table') moved += linesOf(item.set, grid, theme) - linesOf(item.set, page.grid, theme);
    return item.kind === 'table' ? { ...item, at } : { kind: 'line', at, box: item.box };
  });
  if (press.at + moved + more > grid.lines) return false;
  press.page = { grid, placed };
  press.at += moved;
  return true;
}

/** Ends the page. Its lines are as far apart as others if it holds what is on it. */
function endPage(press: Press): void {
  const { page } = press.theme;
  if (press.page.grid.lines !== page.lines) reline(press, normalGrid(page), 0);
  press.pages.push(press.page);
}

/** Begins another page. */
export function turn(press: Press): void {
  endPage(press);
  press.page = emptyPage(press);
  press.at = 0;
}

/** The pages, when all is placed. */
export function closePress(press: Press): readonly FilledPage[] {
  endPage(press);
  return press.pages;
}

/** Brings the lines of the page closer together if that makes room for so many, which would otherwise leave its end empty. */
export const tightenPage = (press: Press, needed: number): boolean =>
  press.page.grid.lines < press.theme.page.tightLines && reline(press, tightGrid(press.theme.page), needed);

/** Places a box at the next free line. A blank line is dropped at the top of a page. */
export function place(press: Press, box: Box, set: SetTable | undefined): void {
  const { page, at, theme } = press;
  if (box.kind === 'blank') press.at += at > 0 ? 1 : 0;
  else if (box.kind === 'line') {
    page.placed.push({ kind: 'line', at, box });
    press.at += 1;
  } else if (set) {
    page.placed.push({ kind: 'table', at, set, slice: box.slice, block: box.block });
    press.at += linesOf(set, page.grid, theme);
  }
}
