import { diagnostic, type Path, ReportError } from '../diagnostics/diagnostic.js';
import type { Fonts } from '../fonts/fonts.js';
import type { Cell, CellRole, Table } from '../model/document.js';
import type { TableTheme } from '../theme/theme.js';
import type { Slice } from './cut-table.js';
import { naturalHeights, raised, sum } from './row-heights.js';
import { largest, type SetCell, setCells, type TableArea } from './set-cells.js';
import { type SetNote, setNote } from './table-note.js';

/** A table with its texts set and its row heights known. */
export interface SetTable {
  readonly table: Table;
  /** Size of the labels; figures may be set smaller to fit. */
  readonly size: number;
  readonly cells: readonly SetCell[];
  /** Left edges of the columns and the right edge of the last, from the left of the text area. */
  readonly columns: readonly number[];
  /** The height of each row. */
  readonly heights: readonly number[];
  /** The height that the texts of each row need. */
  readonly natural: readonly number[];
  readonly note: SetNote;
}

function edges(widths: readonly number[], width: number): readonly number[] {
  const total = sum(widths);
  return [0, ...widths.map((_, i) => (width * sum(widths.slice(0, i + 1))) / total)];
}

const sizesUpTo = (size: number, { sizes }: TableTheme): readonly number[] =>
  sizes.filter((smaller) => smaller <= size);

/**
 * Labels in one size; all figures in that size or, where a long one does not fit clear of the rules, all in the next smaller that holds it;
 * and figures with notes likewise.
 */
function trySize(table: Table, size: number, area: TableArea): SetTable | undefined {
  const { theme, fonts, columns } = area;
  const labels = setCells(
    table.cells.filter(({ role }) => role !== 'figure' && role !== 'noted'),
    size,
    area,
  );
  if (labels === undefined) return undefined;
  const inRole = (role: CellRole, most: number, beside: number) =>
    largest(
      table.cells.filter((cell) => cell.role === role),
      sizesUpTo(most, theme),
      { columns, beside, theme, fonts },
    );
  const figures = inRole('figure', size, theme.clear) ?? inRole('figure', size, area.beside);
  if (figures === undefined) return undefined;
  const noted = inRole('noted', figures[0]?.size ?? size, area.beside);
  if (noted === undefined) return undefined;
  const byCell = new Map([...labels, ...figures, ...noted].map((set) => [set.cell, set]));
  const cells = table.cells.map((cell) => byCell.get(cell) as SetCell);
  const note = setNote(table.note, { size, width: columns.at(-1) ?? 0 }, theme, fonts);
  const natural = naturalHeights(cells, table.rows, theme);
  return { table, size, cells, columns, heights: natural, natural, note };
}

function tooNarrow({ description }: Table, { sizes }: TableTheme, path: Path): ReportError {
  return new ReportError([
    diagnostic('layout/too-large', { cause: 'cell', name: description, size: sizes.at(-1) ?? 0 }, { path }),
  ]);
}

/** The first cell that does not fit at a size; the table itself if all do. */
function misfit(table: Table, size: number, area: TableArea): Cell | Table {
  return table.cells.find((cell) => setCells([cell], size, area) === undefined) ?? table;
}

/**
 * Sets a table in the largest size at which every word and figure fits its cell and the table fits the room. If no size fits the room,
 * the largest that fits the cells is taken.
 *
 * @param width the width of the text area
 * @param room the height that the table may take without being cut
 * @throws ReportError `layout/too-large` if a cell cannot hold its text in any size
 */
export function setTable(table: Table, width: number, room: number, theme: TableTheme, fonts: Fonts): SetTable {
  const area = { columns: edges(table.widths, width), beside: theme.padding.x, theme, fonts };
  const smallest = theme.sizes.at(-1) ?? 0;
  const canBeWhole = table.rows * (smallest * theme.leading + 2 * theme.padding.y) <= room;
  let widest: SetTable | undefined;
  for (const size of theme.sizes) {
    const set = trySize(table, size, area);
    if (set === undefined) continue;
    widest ??= set;
    if (!canBeWhole) break;
    const left = room - set.note.height;
    if (sum(set.heights) <= left) return { ...set, heights: raised(set.heights, theme.rowHeight, left) };
  }
  if (widest === undefined) throw tooNarrow(table, theme, misfit(table, smallest, area).path);
  return { ...widest, heights: raised(widest.heights, theme.rowHeight, Number.POSITIVE_INFINITY) };
}

/**
 * Sets a part of a table that has been set as a whole: its cells are taken over, except that labels which were cut are set again.
 *
 * @throws ReportError `layout/too-large` if a label that was cut no longer fits its cell
 */
export function setRows({ table, origins }: Slice, whole: SetTable, theme: TableTheme, fonts: Fonts): SetTable {
  const { size, columns } = whole;
  const area = { columns, beside: theme.padding.x, theme, fonts };
  const cells = table.cells.map((cell, i) => {
    // Repeated heads have the same position in both.
    const before = whole.cells[origins[i] ?? i] as SetCell;
    if (before.cell.text === cell.text) return { cell, size: before.size, lines: before.lines };
    const [anew] = largest([cell], sizesUpTo(before.size, theme), area) ?? [];
    if (anew === undefined) throw tooNarrow(table, theme, cell.path);
    return anew;
  });
  const natural = naturalHeights(cells, table.rows, theme);
  const note = setNote(table.note, { size, width: columns.at(-1) ?? 0 }, theme, fonts);
  const heights = raised(natural, theme.rowHeight, Number.POSITIVE_INFINITY);
  return { table, size, cells, columns, heights, natural, note };
}
