import type { Fonts } from '../fonts/fonts.js';
import { type Theme, textWidth } from '../theme/theme.js';
import { type Box, roomBeside, type TableBox } from './boxes.js';
import type { Grid } from './page-grid.js';
import { sum } from './row-heights.js';
import { type SetTable, setTable } from './set-table.js';

/** Boxes that stay together if a page can hold them. */
export interface Group {
  readonly boxes: readonly Box[];
  /** For each box that is a table, how it is set. */
  readonly sets: readonly (SetTable | undefined)[];
}

/** Sets the table of a box that stands on its page beside so many lines at least. */
export type SetTables = (box: TableBox, linesBeside: number) => SetTable;

/** The height of a table with its note. */
export const heightOf = (set: SetTable): number => sum(set.heights) + set.note.height;

/** The lines of a grid that a table takes with its note, including the space around it. */
export function linesOf(set: SetTable, { pitch }: Grid, { table }: Theme): number {
  return Math.ceil((heightOf(set) + 2 * table.gap) / pitch - 1e-6);
}

/** How many lines of a grid all boxes of a group take, whose tables are set so. */
export const linesNeeded = (sets: Group['sets'], grid: Grid, theme: Theme): number =>
  sum(sets.map((set) => (set ? linesOf(set, grid, theme) : 1)));

/** Sets each table once for each number of lines beside it, however often its pages are cut. */
export function settingTables(theme: Theme, fonts: Fonts): SetTables {
  const known = new Map<string, SetTable>();
  return ({ slice, block }, linesBeside) => {
    const key = `${block} ${linesBeside}`;
    const before = known.get(key);
    if (before) return before;
    const set = setTable(slice.table, textWidth(theme.page), roomBeside(linesBeside, theme), theme.table, fonts);
    known.set(key, set);
    return set;
  };
}

/** Boxes in order, parted by what must stay together. */
function parted(boxes: readonly Box[]): readonly (readonly Box[])[] {
  const found: Box[][] = [[]];
  for (const box of boxes) {
    (found.at(-1) as Box[]).push(box);
    if (!box.glued) found.push([]);
  }
  return found.filter((group) => group.length > 0);
}

/** Boxes in order as groups. How a table is set depends on its group alone and not on its place. */
export const groupsOf = (boxes: readonly Box[], setTables: SetTables): readonly Group[] =>
  parted(boxes).map((group) => ({
    boxes: group,
    sets: group.map((box) => (box.kind === 'table' ? setTables(box, group.length - 1) : undefined)),
  }));
