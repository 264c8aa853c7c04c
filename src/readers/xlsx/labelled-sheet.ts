import type { Area, Slot } from '../../workbook/references.js';
import { labelKey, type SheetLabel } from '../../workbook/sheet-labels.js';
import { linePlaces, matchLines } from './moved-lines.js';
import type { SeenSheet } from './open-book.js';

/** The labels of a sheet as it was made. */
export interface MadeLabels {
  readonly labels: readonly SheetLabel[];
  /** The rows and columns that it had. */
  readonly rows: number;
  readonly columns: number;
}

/** A place by its labels. */
export interface LabelledArea {
  readonly area: Area;
  /** Whether the labels leave no other rows, or no other columns, for it. */
  readonly isRowSure: boolean;
  readonly isColumnSure: boolean;
  readonly isGone: boolean;
}

/** A sheet of ours by its labels, wherever rows and columns were put into it or taken out. */
export interface LabelledSheet {
  readonly areaOf: (made: Area) => LabelledArea;
  /** Labels that are not where they belong. */
  readonly changed: readonly { readonly slot: Slot; readonly label: string; readonly found: string }[];
  /** Whether a slot belongs to the form, and not to what somebody has put beside or between. */
  readonly isOwn: (slot: Slot) => boolean;
}

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);

const slotKey = (row: number, column: number): string => `${row},${column}`;

/** What is in a slot, as labels are compared. */
const keyAt = (sheet: SeenSheet, row: number, column: number): string => labelKey(sheet.at(row, column).text);

const inOrder = (texts: readonly string[]): string => [...texts].sort().join('\n');

/** Rows by what their labels say; what else stands in a row is no label. */
function rowsFound(sheet: SeenSheet, { labels, rows }: MadeLabels): ReadonlyMap<number, number> {
  const known = new Set(labels.map(([, , text]) => text));
  const made = new Map<number, string[]>();
  for (const [row, , text] of labels) made.set(row, [...(made.get(row) ?? []), text]);
  const now = upTo(sheet.rows).map((row) =>
    upTo(sheet.columns).flatMap((column) => {
      const text = keyAt(sheet, row, column);
      return known.has(text) ? [text] : [];
    }),
  );
  const [madeTexts, nowTexts] = [
    new Map([...made].map(([row, texts]) => [row, inOrder(texts)])),
    now.map((texts) => inOrder(texts)),
  ];
  return matchLines({
    made: upTo(rows).filter((row) => made.has(row)),
    now: upTo(sheet.rows).filter((row) => nowTexts[row] !== ''),
    isSame: (one, other) => madeTexts.get(one) === nowTexts[other],
  });
}

/** Columns by the labels in the rows that were found. */
function columnsFound(
  sheet: SeenSheet,
  { labels, columns }: MadeLabels,
  rows: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  const made = new Map<number, SheetLabel[]>();
  for (const label of labels) {
    if (rows.has(label[0])) made.set(label[1], [...(made.get(label[1]) ?? []), label]);
  }
  return matchLines({
    made: upTo(columns).filter((column) => made.has(column)),
    now: upTo(sheet.columns),
    isSame: (one, other) =>
      made.get(one)?.every(([row, , text]) => keyAt(sheet, rows.get(row) ?? row, other) === text) === true,
  });
}

/** What is so nearly always, that each label is where it was, needs no search. */
const unmoved = (lines: ReadonlySet<number>): ReadonlyMap<number, number> =>
  new Map([...lines].map((line) => [line, line]));

/** Where each row and each column is now. */
function placesOn(sheet: SeenSheet, made: MadeLabels) {
  const rows = new Set(made.labels.map(([row]) => row));
  const columns = new Set(made.labels.map(([, column]) => column));
  const isUnmoved = made.labels.every(([row, column, text]) => keyAt(sheet, row, column) === text);
  const rowsNow = isUnmoved ? unmoved(rows) : rowsFound(sheet, made);
  const columnsNow = isUnmoved ? unmoved(columns) : columnsFound(sheet, made, rowsNow);
  return { rowAt: linePlaces(rows, rowsNow), columnAt: linePlaces(columns, columnsNow) };
}

type Places = ReturnType<typeof placesOn>;

function placed(made: Area, sheet: string, { rowAt, columnAt }: Places): LabelledArea {
  const [row, column] = [rowAt(made.row), columnAt(made.column)];
  const last = rowAt(made.row + made.rows - 1, true);
  const isLong = made.rows > 1 && last.at >= row.at;
  const area = { ...made, sheet, row: row.at, column: column.at, rows: isLong ? last.at - row.at + 1 : 1 };
  const isRowSure = row.isSure || (isLong && row.isBetween && last.isBetween);
  return { area, isRowSure, isColumnSure: column.isSure, isGone: (!isLong && row.isGone) || column.isGone };
}

/** The slots of the form where they are now. */
function ownSlots({ rows, columns }: MadeLabels, { rowAt, columnAt }: Places): ReadonlySet<string> {
  const columnsNow = upTo(columns).map((column) => columnAt(column).at);
  return new Set(upTo(rows).flatMap((row) => columnsNow.map((column) => slotKey(rowAt(row).at, column))));
}

/** Finds the places of a sheet by its labels. */
export function labelledSheet(sheet: SeenSheet, made: MadeLabels): LabelledSheet {
  const places = placesOn(sheet, made);
  const own = ownSlots(made, places);
  return {
    areaOf: (area) => placed(area, sheet.name, places),
    changed: made.labels.flatMap(([row, column, label, isOpen]) => {
      if (isOpen) return [];
      const slot = { row: places.rowAt(row).at, column: places.columnAt(column).at };
      const { text } = sheet.at(slot.row, slot.column);
      return labelKey(text) === label ? [] : [{ slot, label, found: text }];
    }),
    isOwn: ({ row, column }) => own.has(slotKey(row, column)),
  };
}
