import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { LIMITS } from '../../limits/limits.js';
import type { NamedRange, ReadBook, ReadSheet, WorkbookEngine } from '../../workbook/engine.js';
import { damagedBook, guardPackage, tooLargeBook } from './guard-package.js';
import { BLANK, type SeenCell, seenCell } from './seen-cell.js';

/** A sheet by what its cells show. */
export interface SeenSheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Up to the last row and column with something in it. */
  readonly rows: number;
  readonly columns: number;
  readonly at: (row: number, column: number) => SeenCell;
  readonly source: ReadSheet;
}

export interface SeenBook {
  readonly sheets: readonly SeenSheet[];
  readonly names: readonly NamedRange[];
  readonly losses: readonly Diagnostic[];
}

const MOST = { rows: LIMITS.sheetRows.most, columns: LIMITS.sheetColumns.most };

/** The extent of what a sheet shows; formats alone may reach to its last row. */
function extentOf({ rows, cells }: ReadSheet): { readonly rows: number; readonly columns: number } {
  let [last, widest] = [0, 0];
  rows.forEach((row, i) => {
    const width = row.findLastIndex((value) => value !== null && value !== undefined && value !== '') + 1;
    if (width > 0) [last, widest] = [i + 1, Math.max(widest, width)];
  });
  for (const [key, cell] of cells ?? []) {
    if (cell.formula === undefined && cell.comment === undefined) continue;
    const [row = 0, column = 0] = key.split(',').map(Number);
    [last, widest] = [Math.max(last, row + 1), Math.max(widest, column + 1)];
  }
  return { rows: last, columns: widest };
}

/** What a cell shows, worked out once: fields, labels and what is told of a sheet all look at the same cells. */
function cellsSeen({ rows, cells }: ReadSheet): SeenSheet['at'] {
  const seen = new Map<string, SeenCell>();
  return (row, column) => {
    const key = `${row},${column}`;
    const known = seen.get(key);
    if (known !== undefined) return known;
    const cell = cells?.get(key);
    const value = rows[row]?.[column];
    if (cell === undefined && (value ?? null) === null) return BLANK;
    const found = seenCell(value, cell);
    seen.set(key, found);
    return found;
  };
}

function seenSheet(source: ReadSheet, name: string): SeenSheet {
  const extent = extentOf(source);
  if (extent.rows > MOST.rows || extent.columns > MOST.columns) {
    throw tooLargeBook(name, `“${source.name}”有 ${extent.rows} 行 ${extent.columns} 列`);
  }
  return {
    name: source.name,
    isHidden: source.hidden === true || source.veryHidden === true,
    ...extent,
    at: cellsSeen(source),
    source,
  };
}

async function readWith({ read }: WorkbookEngine, bytes: Uint8Array, name: string): Promise<ReadBook> {
  try {
    return await read(bytes);
  } catch {
    throw damagedBook(name, '里面的表格读不出');
  }
}

/**
 * Opens a workbook.
 *
 * @throws ReportError `read/damaged`, `read/too-large`
 */
export async function openBook(bytes: Uint8Array, name: string, engine: WorkbookEngine): Promise<SeenBook> {
  const losses = guardPackage(bytes, name);
  const { sheets, namedRanges = [] } = await readWith(engine, bytes, name);
  return { sheets: sheets.map((sheet) => seenSheet(sheet, name)), names: namedRanges, losses };
}
