import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { LoadWorkbookEngine, ReadCell } from '../../workbook/engine.js';
import { slotPlace } from '../../workbook/references.js';
import { excerpt, loss } from '../neutral/loss.js';
import type { Reading } from '../neutral/reading.js';
import { openBook, type SeenBook, type SeenSheet } from './open-book.js';
import { ownWorkbook } from './own-map.js';
import { faultTold, mayFail, type SeenCell } from './seen-cell.js';
import { sheetBlocks } from './sheet-blocks.js';

/** What some cells of a sheet have that is told with its place. */
function toldOf(
  sheet: SeenSheet,
  isMeant: (cell: ReadCell) => boolean,
  tell: (cell: SeenCell, at: string) => Diagnostic | undefined,
): readonly Diagnostic[] {
  return [...(sheet.source.cells ?? [])].flatMap(([key, cell]) => {
    if (!isMeant(cell)) return [];
    const [row = 0, column = 0] = key.split(',').map(Number);
    return tell(sheet.at(row, column), slotPlace(sheet.name, { row, column })) ?? [];
  });
}

const isRemarked = ({ comment }: ReadCell): boolean => comment !== undefined;

/** Remarks on cells are no part of a report; those that this program wrote are known. */
const commentsIn = (sheet: SeenSheet, file: string): readonly Diagnostic[] =>
  toldOf(sheet, isRemarked, ({ comment }, at) =>
    comment === undefined ? undefined : loss('left-out', { cause: 'remark', text: excerpt(comment) }, { file, at }),
  );

const faultsIn = (sheet: SeenSheet, file: string): readonly Diagnostic[] =>
  toldOf(sheet, mayFail, (cell, at) => faultTold(cell, file, at));

function hiddenSheets(sheets: readonly SeenSheet[], file: string): readonly Diagnostic[] {
  return sheets
    .filter(({ isHidden, rows }) => isHidden && rows > 0)
    .map(({ name }) => loss('left-out', { cause: 'hidden-sheet', name }, { file }));
}

function readingOfOther({ sheets, losses }: SeenBook, file: string): Reading {
  const shown = sheets.filter(({ isHidden }) => !isHidden);
  const read = shown.map((sheet) => sheetBlocks(sheet, file));
  return {
    blocks: read.flatMap(({ blocks }) => blocks),
    losses: [
      ...losses,
      ...read.flatMap((one) => one.losses),
      ...hiddenSheets(sheets, file),
      ...shown.flatMap((sheet) => [...commentsIn(sheet, file), ...faultsIn(sheet, file)]),
    ],
  };
}

/**
 * Reads a workbook: one of ours by its map, any other as the paragraphs and tables that its sheets show.
 *
 * @throws ReportError `read/damaged`, `read/too-large`, `package/missing`
 */
export async function readXlsx(bytes: Uint8Array, file: string, loadEngine: LoadWorkbookEngine): Promise<Reading> {
  const book = await openBook(bytes, file, await loadEngine());
  const filled = ownWorkbook(book, file);
  if (filled === undefined) return readingOfOther(book, file);
  return {
    blocks: [],
    losses: [
      ...book.losses,
      ...filled.losses,
      ...filled.outside,
      ...book.sheets.flatMap((sheet) => commentsIn(sheet, file)),
    ],
    filled,
  };
}
