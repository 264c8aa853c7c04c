import { unzipSync, zipSync } from 'fflate';
import { readXlsx, type Workbook, writeXlsx } from 'hucre/xlsx';

/** A place of a workbook of ours: its sheet, and its row and column from 0. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Where a workbook of ours has a path of the report, by its map. */
export function placeIn({ sheets }: Workbook, path: string): Place {
  const map = sheets.find(({ name }) => name === 'nianbao')?.rows ?? [];
  const row = map.find(([where]) => where === JSON.stringify(path.split('.')));
  const [, sheet = '', letters = '', number = ''] = /^'(.+)'!\$([A-Z])\$(\d+)/.exec(String(row?.[4])) ?? [];
  return { sheet, row: Number(number) - 1, column: letters.charCodeAt(0) - 65 };
}

const opened = new WeakMap<Uint8Array, Promise<Workbook>>();

/** A copy of a workbook that is taken apart once, to be changed. */
async function copyOf(bytes: Uint8Array): Promise<Workbook> {
  const book = opened.get(bytes) ?? readXlsx(bytes, { readStyles: true });
  opened.set(bytes, book);
  const { sheets, namedRanges = [], ...rest } = await book;
  return {
    ...rest,
    namedRanges: namedRanges.map((named) => ({ ...named })),
    sheets: sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => [...row]),
      ...(sheet.cells && { cells: new Map(sheet.cells) }),
    })),
  };
}

/** A workbook with some cells changed, as by a program that keeps formulas and their old values. */
export async function changed(
  bytes: Uint8Array,
  values: { readonly [path: string]: string | number | null },
  edit: (book: Workbook) => void = () => {},
): Promise<Uint8Array> {
  const book = await copyOf(bytes);
  for (const [path, value] of Object.entries(values)) {
    const { sheet, row, column } = placeIn(book, path);
    const found = book.sheets.find(({ name }) => name === sheet);
    const cells = found?.rows[row];
    if (found === undefined || cells === undefined) throw new Error(`no place for ${path}`);
    cells[column] = value;
    const key = `${row},${column}`;
    const { formula: _, formulaResult: __, ...cell } = found.cells?.get(key) ?? {};
    const type = value === null ? 'empty' : typeof value === 'number' ? 'number' : 'string';
    found.cells?.set(key, { ...cell, value, type });
  }
  edit(book);
  return writeXlsx(book as unknown as Parameters<typeof writeXlsx>[0]);
}

/** A workbook of somebody else's: rows of values by the names of their sheets. */
export const bookOf = (sheets: {
  readonly [name: string]: readonly (readonly (string | number | null)[])[];
}): Promise<Uint8Array> =>
  writeXlsx({ sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows.map((row) => [...row]) })) });

/** A workbook with parts of its package changed, or added. */
export function withParts(bytes: Uint8Array, parts: { readonly [name: string]: string | Uint8Array }): Uint8Array {
  const encoded = Object.entries(parts).map(([name, part]) => [
    name,
    typeof part === 'string' ? new TextEncoder().encode(part) : part,
  ]);
  return zipSync({ ...unzipSync(bytes), ...Object.fromEntries(encoded) }, { level: 0 });
}
