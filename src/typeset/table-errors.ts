import { diagnostic, type Path, ReportError } from '../diagnostics/diagnostic.js';
import type { Cell, Table, TableNote } from '../model/document.js';
import { linePitch, type Theme } from '../theme/theme.js';
import { sum } from './row-heights.js';
import type { SetTable } from './set-table.js';

/** The cell with the most lines in the head or the first row: the one that makes them too high for a page. */
function highest({ table, cells }: SetTable): Table | Cell {
  const inRow = cells.filter(({ cell }) => cell.row <= table.headRows);
  const most = Math.max(...inRow.map(({ lines }) => lines.length));
  return inRow.find(({ lines }) => lines.length === most)?.cell ?? table;
}

function rowTooHigh({ description }: Table, path: Path): ReportError {
  return new ReportError([diagnostic('layout/too-large', { cause: 'row', name: description }, { path })]);
}

function noteTooHigh({ description }: Table, { path }: TableNote): ReportError {
  return new ReportError([diagnostic('layout/too-large', { cause: 'note', name: description }, { path })]);
}

/** Why the head and the one row that is left, with the note below, fit no page. */
export function tooHigh({ table, ...set }: SetTable, { page, table: theme }: Theme): ReportError {
  const fitsAlone = sum(set.heights) + 2 * theme.gap <= page.lines * linePitch(page);
  if (table.note && fitsAlone) return noteTooHigh(table, table.note);
  return rowTooHigh(table, highest({ table, ...set }).path);
}
