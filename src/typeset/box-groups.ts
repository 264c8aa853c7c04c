import type { Fonts } from '../fonts/fonts.js';
import { linePitch, type Theme, textWidth } from '../theme/theme.js';
import { type Box, roomBeside } from './boxes.js';
import { sum } from './row-heights.js';
import { type SetTable, setTable } from './set-table.js';

/** Boxes that stay together if a page can hold them. */
export interface Group {
  readonly boxes: readonly Box[];
  /** For each box that is a table, how it is set. */
  readonly sets: readonly (SetTable | undefined)[];
  /** How many lines of the grid all take. */
  readonly needed: number;
}

/** The height of a table with its note. */
export const heightOf = (set: SetTable): number => sum(set.heights) + set.note.height;

/** The lines of the grid that a table takes with its note, including the space around it. */
export function linesOf(set: SetTable, { page, table }: Theme): number {
  return Math.ceil((heightOf(set) + 2 * table.gap) / linePitch(page) - 1e-6);
}

function groupOf(boxes: readonly Box[], theme: Theme, fonts: Fonts): Group {
  const room = roomBeside(boxes.length - 1, theme);
  const sets = boxes.map((box) =>
    box.kind === 'table' ? setTable(box.slice.table, textWidth(theme.page), room, theme.table, fonts) : undefined,
  );
  return { boxes, sets, needed: sum(sets.map((set) => (set ? linesOf(set, theme) : 1))) };
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

/** Boxes in order as groups. Tables are set here, once, because how depends on their group alone and not on its place. */
export const groupsOf = (boxes: readonly Box[], theme: Theme, fonts: Fonts): readonly Group[] =>
  parted(boxes).map((group) => groupOf(group, theme, fonts));
