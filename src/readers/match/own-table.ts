import type { FurtherColumn, FurtherRow, FurtherTable } from '../../table/further.js';
import { type SourceCell, type SourceTable, textOf } from '../neutral/reading.js';
import { numberAsWritten } from '../source.js';
import { isFigureLike } from './figure-text.js';

const textAt = (cell: SourceCell | undefined): string =>
  cell
    ? textOf(cell.blocks)
        .replace(/(?<!\s)\s*\n\s*/gu, '')
        .trim()
    : '';

/** What stands for the head of a column that has none, because a column must have one. */
const NO_LABEL = '—';

/** Cells by the slots that they cover. */
function slotsOf({ rows, cells, columns }: SourceTable): readonly (readonly (SourceCell | undefined)[])[] {
  const slots: (SourceCell | undefined)[][] = Array.from({ length: rows }, () => Array.from({ length: columns }));
  for (const cell of cells) {
    for (let r = cell.row; r < cell.row + cell.rowSpan; r++) {
      for (let c = cell.column; c < cell.column + cell.colSpan; c++) (slots[r] as (SourceCell | undefined)[])[c] = cell;
    }
  }
  return slots;
}

type Slots = ReturnType<typeof slotsOf>;

/** The rows of heads: as deep as the first cell, and up to the first row of figures. */
function headRows(slots: Slots): number {
  const corner = slots[0]?.[0]?.rowSpan ?? 1;
  const figures = slots.findIndex((row) =>
    row.slice(1).some((cell) => textAt(cell) !== '' && isFigureLike(textAt(cell))),
  );
  return Math.min(slots.length - 1, Math.max(corner, figures > 0 ? figures : corner));
}

/** Heads below each other as a tree: a head that spans several columns holds those beneath it. */
function columnsUnder(slots: Slots, row: number, rows: number, from: number, to: number): readonly FurtherColumn[] {
  const columns: FurtherColumn[] = [];
  for (let c = from; c < to; ) {
    const cell = slots[row]?.[c];
    const end = Math.min(to, cell ? cell.column + cell.colSpan : c + 1);
    const below = cell ? cell.row + cell.rowSpan : row + 1;
    const label = textAt(cell) || NO_LABEL;
    if (end - c > 1 && below < rows) columns.push({ label, columns: columnsUnder(slots, below, rows, c, end) });
    else for (let i = c; i < end; i++) columns.push(label);
    c = Math.max(end, c + 1);
  }
  return columns;
}

const cellValue = (text: string): string | number | null =>
  text === '' ? null : /^-?\d{1,15}$/u.test(text) ? numberAsWritten(text) : text;

/** Rows with their labels; labels that span several rows group these. */
function rowsUnder(slots: Slots, from: number, to: number, stub: number, stubs: number): readonly FurtherRow[] {
  const rows: FurtherRow[] = [];
  for (let r = from; r < to; ) {
    const cell = slots[r]?.[stub];
    const label = stub < stubs ? textAt(cell) : '';
    const named = label === '' ? {} : { label };
    const end = Math.min(to, cell && stub + 1 < stubs ? cell.row + cell.rowSpan : r + 1);
    if (end - r > 1) rows.push({ ...named, rows: rowsUnder(slots, r, end, stub + 1, stubs) });
    else rows.push({ ...named, values: (slots[r] ?? []).slice(stubs).map((one) => cellValue(textAt(one))) });
    r = Math.max(end, r + 1);
  }
  return rows;
}

/** The columns of labels: the first if it has words or counts the rows, and the second if the labels of the first group rows. */
function stubColumns({ columns }: SourceTable, body: Slots): number {
  const isLabelled = body.some((row, i) => {
    const label = textAt(row[0]);
    return label !== '' && (!isFigureLike(label) || (i === 0 && label === '1'));
  });
  if (!isLabelled || columns < 2) return 0;
  return columns > 2 && body.some((row) => (row[0]?.rowSpan ?? 1) > 1) ? 2 : 1;
}

/** A table that is none of the form's, as a further table of the report. */
export function furtherTableOf(table: SourceTable, caption: string | undefined): FurtherTable {
  const slots = slotsOf(table);
  const heads = slots.length > 1 ? headRows(slots) : 0;
  const stubs = stubColumns(table, slots.slice(heads));
  const columns =
    heads === 0
      ? Array.from({ length: table.columns - stubs }, () => NO_LABEL)
      : columnsUnder(slots, 0, heads, stubs, table.columns);
  const stubhead = heads > 0 && stubs > 0 ? textAt(slots[0]?.[0]) : '';
  return {
    ...(caption !== undefined && { caption }),
    ...(stubhead !== '' && { stubhead }),
    columns,
    rows: rowsUnder(slots, heads, slots.length, 0, stubs),
  };
}
