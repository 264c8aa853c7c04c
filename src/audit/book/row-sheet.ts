import { harmless } from '../../report/csv-line.js';
import type { StyleName } from '../../workbook/cell-looks.js';
import type { WrittenSheet } from '../../workbook/engine.js';
import { cellName } from '../../workbook/references.js';
import { draftSheet } from '../../workbook/sheet-draft.js';

/** A column of a sheet of rows: its head, and how wide it is in characters. */
export interface Column {
  readonly head: string;
  readonly width: number;
}

/** A value with the look of its cell, if that is not the usual one. */
export type RowValue = string | number | { readonly value: string | number; readonly style: StyleName };

/** Enough of a text for a cell; Excel takes 32,767 characters. */
const LONGEST = 2000;

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}……` : text);

/** A sheet of rows below heads that stay in view and by which the rows can be filtered. */
export function rowSheet(
  name: string,
  columns: readonly Column[],
  rows: readonly (readonly RowValue[])[],
  lines: readonly string[] = [],
): WrittenSheet {
  const draft = draftSheet(
    name,
    columns.map(({ width }) => width),
  );
  const span = { columns: Math.max(1, columns.length) };
  for (const [row, line] of lines.entries()) {
    draft.put({ row, column: 0 }, line, row === 0 ? 'title' : 'plain', span);
  }
  const top = lines.length;
  for (const [column, { head }] of columns.entries()) draft.put({ row: top, column }, head, 'head');
  for (const [i, values] of rows.entries()) {
    const row = top + 1 + i;
    for (const [column, given] of values.entries()) {
      const { value, style } = typeof given === 'object' ? given : { value: given, style: undefined };
      const content = typeof value === 'string' ? cut(harmless(value)) : value;
      draft.put({ row, column }, content, style ?? (typeof value === 'number' ? 'number' : 'fixed'));
    }
  }
  const last = { row: top + rows.length, column: columns.length - 1 };
  return draft.finish({
    isWide: true,
    isOpen: true,
    freeze: { rows: top + 1, columns: 1 },
    titles: `$${top + 1}:$${top + 1}`,
    filter: `${cellName({ row: top, column: 0 })}:${cellName(last)}`,
  });
}
