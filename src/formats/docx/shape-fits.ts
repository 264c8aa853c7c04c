import { memoOf } from '../../memo/memo.js';
import { once } from '../../memo/once.js';
import type { Table } from '../../model/document.js';
import { ems } from '../../theme/ems.js';
import { cellWidth, columnWidths, fitTable, type TableFit } from '../../theme/table-fit.js';
import { lineWidth, twips } from '../../theme/twips.js';
import type { NamedTheme } from './faces.js';
import { isOpen, type TableShape } from './table-shapes.js';

/**
 * The short way to fit a table: the fit of another of the same shape. It skips measuring every cell at every size. It is taken only where no
 * figure matters: each is on one line, with space beside it, at the largest size there is, and so at every other; then any figures of the
 * kind give the same fit. A table with a note is fitted anew, because its height depends on the note's text.
 */

/** For each cell with a figure, how many ems it may take. */
const roomsOf = once((theme: NamedTheme) =>
  once(({ table }: TableShape): readonly (number | undefined)[] => {
    const { page, table: look } = theme;
    const columns = columnWidths(table.widths, lineWidth(page));
    const beside = 2 * twips(look.padding.x) + Math.max(0, 2 * twips(look.clear - look.padding.x));
    const largest = twips(Math.max(...look.sizes));
    return table.cells.map((cell) => (isOpen(cell) ? (cellWidth(cell, columns) - beside) / largest : undefined));
  }),
);

/** Whether all figures are so short that none matters. A character is at most one em wide. */
function areShort({ cells }: Table, rooms: readonly (number | undefined)[]): boolean {
  for (let i = 0; i < cells.length; i++) {
    const [room, text] = [rooms[i], cells[i]?.text ?? ''];
    if (room === undefined) continue;
    if (text.length > room && ems(text) > room) return false;
    if (text.includes('\n')) return false;
  }
  return true;
}

const known = once((_: NamedTheme) => memoOf<TableShape, TableFit>(10));

/** What `fitTable` gives. */
export function fitOf(table: Table, shape: TableShape | undefined, theme: NamedTheme, linesAbove: number): TableFit {
  const make = () => fitTable(table, theme, linesAbove);
  if (shape === undefined || table.note !== undefined || !areShort(table, roomsOf(theme)(shape))) return make();
  return known(theme)(shape)(String(linesAbove), make);
}
