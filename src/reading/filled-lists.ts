import type { FilledField } from '../readers/neutral/filled-workbook.js';
import { loss } from '../readers/neutral/loss.js';
import { isPath } from '../readers/xlsx/own-map.js';
import { BLANK } from '../readers/xlsx/seen-cell.js';
import type { FieldKind, RecordColumn } from '../workbook/fields.js';
import { type FieldContext, isBlank, put, singleIn, tellFault } from './filled-values.js';

/** The paragraphs of a text, or the texts of a list. */
function textsIn({ cells, shapes, kind, at }: FilledField, context: FieldContext): unknown {
  cells.forEach(([cell = BLANK], i) => {
    tellFault(cell, at(i, 0), context);
  });
  const texts = cells.flatMap((row) => row.slice(0, 1)).filter((cell) => !isBlank(cell));
  const [first] = texts;
  if (first === undefined) return shapes.includes('given') ? [] : undefined;
  if (shapes.includes('continued')) return texts.map(({ text }) => text).join('\n');
  if (kind === 'prose' && texts.length === 1 && !shapes.includes('list')) return first.text;
  return texts.map(({ text }) => text);
}

function recordsIn(
  { cells, more, shapes, at, path }: FilledField,
  context: FieldContext,
  places: Map<string, string>,
): unknown {
  const columns = (Array.isArray(more) ? more : []) as readonly (Partial<RecordColumn> | null)[];
  const records: object[] = [];
  cells.forEach((row, i) => {
    if (row.every(isBlank)) {
      for (const [j, cell] of row.entries()) tellFault(cell, at(i, j), context);
      return;
    }
    const record = {};
    columns.forEach((column, j) => {
      const { path: inner, kind } = column ?? {};
      if (!isPath(inner) || kind === undefined) return;
      const place = at(i, j);
      const value = singleIn(row[j] ?? BLANK, { kind, shapes: [] }, place, context);
      if (value !== undefined) put(record, inner, value);
      if (place !== undefined) places.set([...path, records.length, ...inner].join('.'), place);
    });
    const first = at(i, 0);
    if (first !== undefined) places.set([...path, records.length].join('.'), first);
    records.push(record);
  });
  return records.length > 0 || shapes.includes('given') ? records : undefined;
}

/** Numbers by the names that stand before them; a name without a number is left to the schema. */
function countsIn(
  { cells, shapes, at, path }: FilledField,
  context: FieldContext,
  places: Map<string, string>,
): unknown {
  const { file, tell } = context;
  const counts = new Map<string, unknown>();
  cells.forEach(([name = BLANK, count = BLANK], i) => {
    const [text, place] = [singleIn(name, { kind: 'text', shapes: [] }, at(i, 0), context), at(i, 1)];
    const value = singleIn(count, { kind: 'integer', shapes: [] }, place, context);
    if (text === undefined && value === undefined) return;
    const key = String(text ?? '').trim();
    if (counts.has(key)) {
      tell(loss('doubtful', { cause: 'name-twice', given: key }, { file, at: at(i, 0), path }));
    }
    counts.set(key, value ?? null);
    if (place !== undefined) places.set([...path, key].join('.'), place);
  });
  return counts.size > 0 || shapes.includes('given') ? Object.fromEntries(counts) : undefined;
}

const LISTS: readonly FieldKind[] = ['prose', 'texts'];

/** The value of a field that is no figure of a statutory table; undefined if nothing was filled in. */
export function valueIn(field: FilledField, context: FieldContext, places: Map<string, string>): unknown {
  if (field.kind === 'hidden') return field.more;
  if (field.kind === 'records') return recordsIn(field, context, places);
  if (field.kind === 'counts') return countsIn(field, context, places);
  if (LISTS.includes(field.kind)) return textsIn(field, context);
  return singleIn(field.cells[0]?.[0] ?? BLANK, field, field.at(0, 0), context);
}
