import { spaceless } from '../characters/spaceless.js';
import { greatest } from '../limits/extremes.js';
import { styles } from './cell-looks.js';
import type { CellStyle } from './engine.js';
import type { Area, Slot } from './references.js';
import { LONGEST, unescapeText } from './sheet-draft.js';
import type { FilledSheet } from './table-sheet.js';

/**
 * A label that a sheet has beside or above what is filled in: its row and column from 0, what it says, and whether it may be changed: the
 * heads of a further table, a hint.
 */
export type SheetLabel = readonly [row: number, column: number, text: string, isOpen?: 1];

const FIXED: ReadonlySet<CellStyle> = new Set([styles.title, styles.part, styles.head, styles.label]);

/** As much of a label as tells it from others. */
const ENOUGH = 40;

/** What is compared of a label: no spaces, characters of one width, and no more than is needed. */
export const labelKey = (text: string): string => spaceless(text.normalize('NFKC')).slice(0, ENOUGH);

const slotKey = ({ row, column }: Slot): string => `${row},${column}`;

/** The labels of a sheet, and the hints that stand in rows of their own. */
function labelsOn({ sheet, fields }: FilledSheet): readonly SheetLabel[] {
  const open = new Set(fields.flatMap(({ area }) => (area ? [slotKey(area)] : [])));
  const rowOf = (key: string): number => Number(key.split(',')[0]);
  const cells = [...sheet.cells].filter(([, { value }]) => typeof value === 'string');
  const labelled = new Set(cells.flatMap(([key, { style }]) => (FIXED.has(style) ? [rowOf(key)] : [])));
  return cells.flatMap(([key, { value, style }]): readonly SheetLabel[] => {
    const isHint = style === styles.hint && !labelled.has(rowOf(key));
    if (!FIXED.has(style) && !isHint) return [];
    const [row = 0, column = 0] = key.split(',').map(Number);
    const text = labelKey(unescapeText(String(value)));
    return [open.has(key) || isHint ? [row, column, text, 1] : [row, column, text]];
  });
}

/** What a sheet has from its first cell to its last. */
function extentOf({ sheet }: FilledSheet): Area {
  const slots = [...sheet.cells.keys()].map((key) => key.split(',').map(Number));
  const [rows, columns] = [0, 1].map(
    (i) =>
      greatest(
        slots.map((slot) => slot[i] ?? 0),
        0,
      ) + 1,
  );
  return { sheet: sheet.name, row: 0, column: 0, rows: rows ?? 1, columns: columns ?? 1 };
}

/** The labels of a sheet as JSON, in as few texts as cells hold, each with the extent of the sheet. */
export function labelLines(filled: FilledSheet): readonly { readonly area: Area; readonly labels: string }[] {
  const area = extentOf(filled);
  const lines: string[] = [];
  let line = '';
  for (const label of labelsOn(filled)) {
    const json = JSON.stringify(label);
    if (line.length + json.length > LONGEST - 10) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? json : `,${json}`;
  }
  return [...lines, line].map((one) => ({ area, labels: `[${one}]` }));
}
