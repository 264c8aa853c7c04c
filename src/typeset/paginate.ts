import type { Fonts } from '../fonts/fonts.js';
import type { Theme } from '../theme/theme.js';
import { type Group, linesNeeded } from './box-groups.js';
import { normalGrid } from './page-grid.js';
import { placeInSlices } from './place-slices.js';
import {
  closePress,
  type FilledPage,
  isPlannedTight,
  openPress,
  type Press,
  place,
  remaining,
  tightenPage,
  turn,
} from './press.js';
import type { SetTable } from './set-table.js';
import { cutAtBand, hasBandWithin, lowered, tightened } from './tighten-table.js';

/** The lines of a table that must fit above a cut, so that more than its head stays on the page. */
const LEAST_LINES = 5;

/** The least room, in lines, for a part of a table: its head and the first row. */
function leastLines(set: SetTable, { page, theme }: Press): number {
  const least = set.heights.slice(0, set.table.headRows + 1).reduce((a, b) => a + b, 0);
  return Math.max(LEAST_LINES, Math.ceil((least + 2 * theme.table.gap) / page.grid.pitch));
}

/** The height on this page for the table of a group, beside some of its lines. */
const roomHere = (press: Press, beside: number): number =>
  (remaining(press) - beside) * press.page.grid.pitch - 2 * press.theme.table.gap;

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
  const { theme, fonts, plan } = press;
  const whole = tightened(set, roomHere(press, boxes.length - 1), theme.table);
  if (!whole && !plan.cuts && hasBandWithin(set, roomHere(press, at))) press.spared = true;
  if (!whole && !plan.cuts) return false;
  const parts = whole ? undefined : cutAtBand({ slice: box.slice, set }, roomHere(press, at), theme.table, fonts);
  if (!whole && !parts) return false;
  for (const before of boxes.slice(0, at)) place(press, before, undefined);
  if (whole) place(press, box, whole);
  for (const [i, part] of (parts ?? []).entries()) {
    if (i > 0) turn(press);
    place(press, { ...box, slice: part.slice }, part.set);
  }
  for (const after of boxes.slice(at + 1)) place(press, after, undefined);
  return true;
}

/**
 * Makes room for a group of lines that would leave a line or two at the end of this page empty. A page has 22 lines (GB/T 9704-2012, 5.2.2),
 * which matters more than that the first line of a paragraph is not alone below; the last one is not alone above.
 *
 * @returns whether the group begins on this page
 */
function fillsPage(press: Press, { boxes, sets }: Group): boolean {
  const left = remaining(press);
  if (left === 0 || sets.some((set) => set !== undefined)) return false;
  const [first] = boxes;
  const parts = left === 1 && first?.kind === 'line' && first.mayPart === true;
  return parts || tightenPage(press, boxes.length);
}

/** Turns the page unless the group has room on it; returns whether the group is placed. */
function makeRoom(press: Press, group: Group): boolean {
  if (placeTight(press, group)) return true;
  if (!fillsPage(press, group)) turn(press);
  return false;
}

/** The tables of a group, on a page with lines closer together with rows as low as saves a line. */
const setsOn = (press: Press, { sets }: Group): Group['sets'] =>
  isPlannedTight(press) ? sets.map((set) => set && lowered(set, press.page.grid, press.theme.table)) : sets;

function placeGroup(press: Press, group: Group): void {
  const { theme } = press;
  const normal = normalGrid(theme.page);
  const fitsPage = linesNeeded(group.sets, normal, theme) <= normal.lines;
  const needed = linesNeeded(setsOn(press, group), press.page.grid, theme);
  if (fitsPage && needed > remaining(press) && makeRoom(press, group)) return;
  const sets = setsOn(press, group);
  const first = sets.findIndex((set) => set !== undefined);
  const least = sets[first] ? first + leastLines(sets[first], press) : LEAST_LINES;
  if (!fitsPage && press.at > 0 && remaining(press) < least) turn(press);
  for (const [i, box] of group.boxes.entries()) {
    const set = sets[i];
    if (box.kind === 'table' && set) placeInSlices(press, box, set, group.boxes.length - 1 - i);
    else {
      if (remaining(press) === 0) turn(press);
      place(press, box, set);
    }
  }
}

/**
 * Cuts groups of boxes into pages. They stay together if a page can hold them, except that a table is cut before a band if that saves a
 * page.
 *
 * @param tightFrom the first page, counted from 0, from which on lines are closer together
 * @throws ReportError `layout/too-large` if a row of a table is higher than a page
 */
export function paginate(
  groups: readonly Group[],
  theme: Theme,
  fonts: Fonts,
  tightFrom = Number.POSITIVE_INFINITY,
): readonly FilledPage[] {
  const pressed = (cuts: boolean): Press => {
    const press = openPress(theme, fonts, { cuts, tightFrom });
    for (const group of groups) placeGroup(press, group);
    return press;
  };
  const whole = pressed(false);
  const pages = closePress(whole);
  const cut = whole.spared ? closePress(pressed(true)) : pages;
  return cut.length < pages.length ? cut : pages;
}
