import { valueAt } from '../table/cells.js';
import type { CellValue } from '../table/data.js';
import { entries } from './entries.js';
import type { Field, FieldKind, Shape } from './fields.js';
import { figureContent } from './figure-content.js';
import type { LabelledPart, RecordPart } from './labelled-parts.js';
import { cellName } from './references.js';
import { type Content, LONGEST, type SheetDraft } from './sheet-draft.js';

/** The lines of a text in as few cells as hold them. */
function continued(text: string): readonly string[] {
  const cells: string[] = [];
  for (const line of text.split('\n')) {
    const last = cells.at(-1);
    if (last === undefined || last.length + line.length >= LONGEST) cells.push(line);
    else cells.splice(-1, 1, `${last}\n${line}`);
  }
  return cells;
}

/** The texts that stand in a row of cells each; one that no cell holds is continued in the next. */
export function textRows(value: unknown): { readonly rows: readonly string[]; readonly shapes: readonly Shape[] } {
  if (typeof value === 'string') {
    const rows = continued(value);
    return { rows, shapes: rows.length > 1 ? ['continued'] : [] };
  }
  const rows = Array.isArray(value) ? value.map(String) : [];
  const isList = Array.isArray(value) && rows.length <= 1;
  return { rows, shapes: isList ? [rows.length === 0 ? 'given' : 'list'] : [] };
}

const DAY_FORMAT = 'yyyy"年"m"月"d"日"';

/** The number by which spreadsheets know a day: they count from the last day of 1899. */
function serialOf(day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
}

interface Filled extends Content {
  readonly shapes: readonly Shape[];
}

/** What a single cell holds for a value of the report. */
export function contentOf(value: unknown, kind: FieldKind): Filled {
  if (kind === 'amount') return figureContent(value as CellValue | undefined, 'amount');
  if (kind === 'day') {
    const isDay = typeof value === 'string';
    return { value: isDay ? serialOf(value) : null, numFmt: DAY_FORMAT, shapes: [] };
  }
  if (kind === 'integer' || kind === 'year')
    return { value: typeof value === 'number' ? value : null, numFmt: '0', shapes: [] };
  if (kind === 'nested') return { value: value === undefined ? null : JSON.stringify(value), shapes: [] };
  if (Array.isArray(value)) return { value: value.join('\n'), shapes: value.length === 1 ? ['list'] : [] };
  const text = typeof value === 'string' ? value : null;
  return { value: text, shapes: kind === 'lines' && text?.includes('\n') ? ['text'] : [] };
}

const ENTRIES: { readonly [kind in FieldKind]?: keyof typeof entries } = {
  integer: 'count',
  amount: 'amount',
  day: 'day',
  year: 'year',
};

/** Where rows of labels and values are put, and what they become. */
export interface PartRows {
  readonly draft: SheetDraft;
  readonly report: unknown;
  /** The column of values; labels stand before it. */
  readonly column: number;
  /** The columns that a single value takes. */
  readonly span: number;
}

const isFigure = (kind: FieldKind): boolean => ['integer', 'amount', 'day', 'year'].includes(kind);

/** Puts one value beside its label; gives the next row. */
export function putPart(
  { draft, report, column, span }: PartRows,
  { path, label, hint, kind }: LabelledPart,
  row: number,
  fields: Field[],
): number {
  const slot = { row, column };
  const content = contentOf(valueAt(report, path), kind);
  draft.put({ row, column: 0 }, label, 'label');
  draft.put(slot, content, isFigure(kind) ? 'figure' : 'text', { columns: span });
  const entry = ENTRIES[kind];
  if (entry) draft.take([cellName(slot)], entries[entry]);
  if (hint !== undefined) {
    draft.put({ row, column: column + span }, hint, 'hint');
  }
  fields.push({ path, kind, shapes: content.shapes, area: { sheet: draft.name, ...slot, rows: 1, columns: 1 } });
  return row + 1;
}

/** How many rows a list has at least, and how many besides those that are filled. */
interface Room {
  readonly least: number;
  readonly more: number;
}

/** Puts a list of texts, one a row, with room for more; gives the next row. */
export function putTexts(
  { draft, report, column }: PartRows,
  { path, label, kind, hint }: Omit<LabelledPart, 'columns'>,
  { least, more }: Room,
  row: number,
  fields: Field[],
): number {
  const { rows, shapes } = textRows(valueAt(report, path));
  const count = Math.max(least, rows.length + more);
  for (let i = 0; i < count; i++) {
    draft.put({ row: row + i, column: 0 }, label.replace('#', String(i + 1)), 'label');
    draft.put({ row: row + i, column }, rows[i] ?? null, 'text');
  }
  if (hint !== undefined) draft.put({ row, column: column + 1 }, hint, 'hint');
  fields.push({ path, kind, shapes, area: { sheet: draft.name, row, column, rows: count, columns: 1 } });
  return row + count;
}

const contentIn = (record: unknown, { path, kind }: RecordPart): Filled => contentOf(valueAt(record, path), kind);

/** The records of a list, or those that name numbers by the names of their own. */
function recordsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return Object.entries(value ?? {}).map(([name, count]) => ({ name, count }));
}

/** Puts a list of records, one a row below the names of their fields, with room for more; gives the next row. */
export function putRecords(
  { draft, report, column }: PartRows,
  { path, label, hint, kind, columns = [] }: LabelledPart,
  { least, more }: Room,
  row: number,
  fields: Field[],
): number {
  const value = valueAt(report, path);
  const records = recordsOf(value);
  const count = Math.max(least, records.length + more);
  draft.put({ row, column: 0 }, hint === undefined ? label : `${label}\n${hint}`, 'label', { rows: count + 1 });
  columns.forEach((one, j) => {
    draft.put({ row, column: column + j }, one.label, 'head');
    for (let i = 0; i < count; i++) {
      const content = records[i] === undefined ? contentOf(undefined, one.kind) : contentIn(records[i], one);
      draft.put({ row: row + 1 + i, column: column + j }, content, isFigure(one.kind) ? 'figure' : 'text');
    }
    const entry = ENTRIES[one.kind];
    const last = { row: row + count, column: column + j };
    if (entry) draft.take([`${cellName({ row: row + 1, column: column + j })}:${cellName(last)}`], entries[entry]);
  });
  const area = { sheet: draft.name, row: row + 1, column, rows: count, columns: columns.length };
  const parts = columns.map((one) => ({ path: one.path, kind: one.kind }));
  fields.push({ path, kind, shapes: value === undefined ? [] : ['given'], area, more: parts });
  return row + count + 1;
}
