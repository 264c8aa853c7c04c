import { unzipSync, zipSync } from 'fflate';
import { readXlsx, type Workbook, writeXlsx } from 'hucre/xlsx';
import { loadYaml } from '../../src/host/load-yaml.js';
import { readAny } from '../../src/reading/read-any.js';
import type { Read } from '../../src/reading/read-result.js';
import type { ReadBook } from '../../src/workbook/engine.js';

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

/** Cells by their paths in the report, and what else is done to a workbook. */
type Changes = readonly [values: { readonly [path: string]: string | number | null }, edit?: (book: Workbook) => void];

/** A workbook with some cells changed, as by a program that keeps formulas and their old values. */
async function changedBook(bytes: Uint8Array, [values, edit]: Changes): Promise<Workbook> {
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
  edit?.(book);
  return book;
}

/** The file of a changed workbook. */
export const changed = async (bytes: Uint8Array, ...changes: Changes): Promise<Uint8Array> =>
  writeXlsx((await changedBook(bytes, changes)) as unknown as Parameters<typeof writeXlsx>[0]);

/** Reads a changed workbook, as it is once its file has been taken apart. */
export async function readChanged(bytes: Uint8Array, ...changes: Changes): Promise<Read> {
  const book = (await changedBook(bytes, changes)) as unknown as ReadBook;
  const engine = { read: async () => book, write: async () => bytes };
  const loadWorkbookEngine = async () => engine;
  return readAny({ content: bytes, name: '填报.xlsx' }, { loadYaml, loadWorkbookEngine, find: () => undefined });
}

/** Blank rows, or columns, put into a sheet: how many, and before which, from 0. */
export interface Gap {
  readonly sheet: string;
  readonly along: 'row' | 'column';
  readonly at: number;
  /** Less than none takes as many out. */
  readonly count: number;
}

const LAST = { row: /\$(\d+)$/, column: /\$([A-Z])\$\d+$/ } as const;

/** A name of a place moved as a spreadsheet moves it, which puts a gap into the middle of an area too. */
function movedName(range: string, { sheet, along, at, count }: Gap): string {
  const [, name, cells = ''] = /^'?([^'!]+)'?!(.*)$/.exec(range) ?? [];
  if (name !== sheet) return range;
  const slots = cells.split(':').map((cell) => {
    const found = LAST[along].exec(cell)?.[1] ?? '';
    const line = along === 'row' ? Number(found) - 1 : found.charCodeAt(0) - 65;
    const now = line >= at ? line + count : line;
    return cell.replace(LAST[along], (whole) =>
      whole.replace(found, along === 'row' ? String(now + 1) : String.fromCharCode(65 + now)),
    );
  });
  return `'${sheet}'!${slots.join(':')}`;
}

/** Puts a gap into a sheet: as other programs do, names stay where they were, unless they are to move. */
export const withGap =
  (gap: Gap, isNamesMoved = false) =>
  (book: Workbook): void => {
    const sheet = book.sheets.find(({ name }) => name === gap.sheet);
    if (sheet === undefined) return;
    const { along, at, count } = gap;
    const blank = Array.from({ length: Math.max(0, count) }, () => null);
    const removed = Math.max(0, -count);
    if (along === 'row') sheet.rows.splice(at, removed, ...blank.map(() => []));
    else for (const row of sheet.rows) if (row.length > at) row.splice(at, removed, ...blank);
    const cells = [...(sheet.cells ?? [])].flatMap(([key, cell]) => {
      const [row = 0, column = 0] = key.split(',').map(Number);
      const line = along === 'row' ? row : column;
      if (line >= at && line < at + removed) return [];
      const now = line >= at ? line + count : line;
      return [[along === 'row' ? `${now},${column}` : `${row},${now}`, cell] as const];
    });
    sheet.cells = new Map(cells);
    if (!isNamesMoved) return;
    for (const named of book.namedRanges ?? []) named.range = movedName(named.range, gap);
  };

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
