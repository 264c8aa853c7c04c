import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Merge } from '../../workbook/engine.js';
import { slotPlace } from '../../workbook/references.js';
import { coveredTable, type RawCell, type RawRow } from '../neutral/covered-table.js';
import { excerpt, loss } from '../neutral/loss.js';
import type { SourceBlock } from '../neutral/reading.js';
import { tooLargeBook } from './guard-package.js';
import type { SeenSheet } from './open-book.js';
import { regionsOf, SECTION } from './sheet-regions.js';

/** A row of a sheet that is shown: its cells with their spans, and whether more than one says something. */
interface SheetRow {
  readonly row: number;
  readonly raw: RawRow;
  /** What its only cell says, and whether that is merged with others. */
  readonly only?: { readonly text: string; readonly at: string; readonly isMerged: boolean };
  readonly isBlank: boolean;
}

const textIn = (sheet: SeenSheet, row: number, column: number): string => sheet.at(row, column).text;

const MOST_MERGED = 200_000;

/** The merged blocks of a sheet by their first slot, and the slots that they cover besides. */
function mergesOf({ name, source: { merges = [] } }: SeenSheet, file: string) {
  let all = 0;
  const starts = new Map<string, Merge>();
  const covered = new Set<string>();
  for (const merge of merges) {
    const size = (merge.endRow - merge.startRow + 1) * (merge.endCol - merge.startCol + 1);
    if (!(size > 0 && size < 10_000)) continue;
    all += size;
    if (all > MOST_MERGED) throw tooLargeBook(file, `“${name}”合并的格有 ${MOST_MERGED} 个以上`);
    starts.set(`${merge.startRow},${merge.startCol}`, merge);
    for (let row = merge.startRow; row <= merge.endRow; row++)
      for (let column = merge.startCol; column <= merge.endCol; column++) covered.add(`${row},${column}`);
  }
  for (const start of starts.keys()) covered.delete(start);
  return { starts, covered };
}

function sheetRows(
  sheet: SeenSheet,
  columns: readonly number[],
  rows: readonly number[],
  file: string,
): readonly SheetRow[] {
  const { starts, covered } = mergesOf(sheet, file);
  const shown = new Set(rows);
  return rows.map((row): SheetRow => {
    const cells: RawCell[] = [];
    const said: { text: string; at: string; isMerged: boolean }[] = [];
    let isCovered = false;
    for (const column of columns) {
      if (covered.has(`${row},${column}`)) {
        isCovered ||= textIn(sheet, row, column) === '';
        continue;
      }
      const merge = starts.get(`${row},${column}`);
      const at = slotPlace(sheet.name, { row, column });
      const text = textIn(sheet, row, column);
      if (text.trim() !== '') said.push({ text, at, isMerged: merge !== undefined && merge.endCol > merge.startCol });
      const colSpan = merge ? columns.filter((one) => one >= merge.startCol && one <= merge.endCol).length : 1;
      const rowSpan = merge ? [...shown].filter((one) => one >= merge.startRow && one <= merge.endRow).length : 1;
      cells.push({ blocks: text.trim() === '' ? [] : [{ kind: 'paragraph', text, at }], colSpan, rowSpan, at });
    }
    const [only, ...others] = said;
    const isAlone = only !== undefined && others.length === 0;
    return { row, raw: { cells }, ...(isAlone && { only }), isBlank: said.length === 0 && !isCovered };
  });
}

/** A heading of a section, which stands alone in its row; the rows of the form that are numbered like one have figures beside them. */
const isHeading = ({ only }: SheetRow): boolean => SECTION.test(only?.text ?? '');

/** Rows in runs without a blank one or a heading between them. */
function runsOf(rows: readonly SheetRow[]): readonly (readonly SheetRow[])[] {
  const runs: SheetRow[][] = [[]];
  for (const row of rows) {
    if (row.isBlank || isHeading(row)) runs.push([]);
    if (!row.isBlank) runs.at(-1)?.push(row);
  }
  return runs.filter((run) => run.length > 0);
}

/** A run of rows: lone texts before and after its table are paragraphs, those between its rows belong to it. */
function blocksOfRun(run: readonly SheetRow[], sheet: SeenSheet): readonly SourceBlock[] {
  const first = run.findIndex(({ only }) => only === undefined);
  const last = run.findLastIndex(({ only }) => only === undefined);
  const paragraph = ({ only }: SheetRow): readonly SourceBlock[] =>
    (only?.text ?? '')
      .split('\n')
      .flatMap((text) => (text.trim() === '' ? [] : [{ kind: 'paragraph', text, at: only?.at ?? '' }]));
  if (first < 0) return run.flatMap(paragraph);
  const rows = run.slice(first, last + 1).map(({ raw }) => raw);
  const table = coveredTable(rows, { at: slotPlace(sheet.name, { row: run[first]?.row ?? 0, column: 0 }) });
  return [
    ...run.slice(0, first).flatMap(paragraph),
    ...(table ? [table] : []),
    ...run.slice(last + 1).flatMap(paragraph),
  ];
}

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);

/** What hidden rows and columns say is not read. */
function hiddenTold(
  sheet: SeenSheet,
  isShown: (row: number, column: number) => boolean,
  file: string,
): readonly Diagnostic[] {
  for (const row of upTo(sheet.rows)) {
    for (const column of upTo(sheet.columns)) {
      const text = textIn(sheet, row, column);
      if (text.trim() === '' || isShown(row, column)) continue;
      return [
        loss(
          'left-out',
          { cause: 'hidden-rows', text: excerpt(text) },
          { file, at: slotPlace(sheet.name, { row, column }) },
        ),
      ];
    }
  }
  return [];
}

/** The paragraphs and tables of a sheet that is not of ours. */
export function sheetBlocks(
  sheet: SeenSheet,
  file: string,
): { readonly blocks: readonly SourceBlock[]; readonly losses: readonly Diagnostic[] } {
  const { rowDefs, columns: defs } = sheet.source;
  const rows = upTo(sheet.rows).filter((row) => rowDefs?.get(row)?.hidden !== true);
  const columns = upTo(sheet.columns).filter((column) => defs?.[column]?.hidden !== true);
  const [shownRows, shownColumns] = [new Set(rows), new Set(columns)];
  const isShown = (row: number, column: number) => shownRows.has(row) && shownColumns.has(column);
  const regions = regionsOf(sheet, { rows, columns });
  const runs = regions.flatMap((one) => runsOf(sheetRows(sheet, one.columns, one.rows, file)));
  return { blocks: runs.flatMap((run) => blocksOfRun(run, sheet)), losses: hiddenTold(sheet, isShown, file) };
}
