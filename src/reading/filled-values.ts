import { spaceless } from '../characters/spaceless.js';
import { isVisible } from '../characters/white-space.js';
import type { Diagnostic, Path } from '../diagnostics/diagnostic.js';
import { readFigure } from '../readers/match/figure-text.js';
import type { FilledField } from '../readers/neutral/filled-workbook.js';
import { isPath } from '../readers/xlsx/own-map.js';
import { BLANK, faultTold, type SeenCell } from '../readers/xlsx/seen-cell.js';
import type { FieldKind, RecordColumn } from '../workbook/fields.js';
import { figureIn } from './filled-figures.js';

/** Puts a value into nested data; a number in a path is the place in a list. Where a text stands in the way, the map is damaged. */
export function put(data: object, path: Path, value: unknown): void {
  let here = data as Record<string | number, unknown>;
  path.forEach((key, i) => {
    if (i === path.length - 1) here[key] = value;
    else {
      if (typeof here[key] !== 'object' || here[key] === null) here[key] = typeof path[i + 1] === 'number' ? [] : {};
      here = here[key] as Record<string | number, unknown>;
    }
  });
}

/** What a field needs besides its cells. */
export interface FieldContext {
  readonly file: string;
  readonly tell: (told: Diagnostic) => void;
}

/** Tells that a formula gives no value. */
export function tellFault(cell: SeenCell, at: string | undefined, { file, tell }: FieldContext): void {
  const told = faultTold(cell, file, at);
  if (told) tell(told);
}

const isBlank = ({ text }: SeenCell): boolean => !isVisible(text);

const DAY = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/u;

/** A day as reports give it; what is none stays as it is typed, and is told as such. */
function dayIn({ text, day }: SeenCell): string {
  if (day !== undefined) return day;
  const [, year, month = '', date = ''] = DAY.exec(spaceless(text.normalize('NFKC'))) ?? [];
  return year === undefined ? text : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

/** A whole number; what is none stays as it is typed. */
function wholeIn({ text }: SeenCell): number | string {
  const { value } = readFigure(text.replace(/年$/u, ''), 'count');
  return typeof value === 'number' ? value : text;
}

/** A value of a further table, with the note that stands behind it. */
function furtherIn({ text, number }: SeenCell, { shapes }: Pick<FilledField, 'shapes'>): unknown {
  if (!shapes.includes('note')) return number ?? text;
  const [, value, note, bare] = /^(.*?)(?:（((?:[^（）]|（[^（）]*）)*)）|(\(.*\)|〔.*〕|\[.*\]))$/su.exec(text) ?? [];
  if (value === undefined) return text;
  const isNumber = !shapes.includes('string') && /^-?\d+(?:\.\d+)?$/.test(value);
  const printed = shapes.includes('bracketed') ? text.slice(value.length) : (note ?? bare);
  return { value: isNumber ? Number(value) : value, note: printed };
}

function linesIn({ text }: SeenCell, { shapes }: Pick<FilledField, 'shapes'>): unknown {
  const lines = text.split('\n').filter(isVisible);
  if (shapes.includes('text')) return text;
  return lines.length > 1 || shapes.includes('list') ? lines : text;
}

function nestedIn({ text }: SeenCell): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text.split('\n').filter(isVisible);
  }
}

type OneCell = Pick<FilledField, 'kind' | 'shapes'>;

/** What a single cell holds; undefined if it is blank. */
function singleIn(cell: SeenCell, field: OneCell, at: string | undefined, context: FieldContext): unknown {
  const { file, tell } = context;
  tellFault(cell, at, context);
  if (isBlank(cell)) return field.kind === 'value' ? null : undefined;
  switch (field.kind) {
    case 'integer':
    case 'year':
      return wholeIn(cell);
    case 'day':
      return dayIn(cell);
    case 'amount': {
      const { value, told } = figureIn(cell, { kind: 'amount', shapes: field.shapes, file, at });
      if (told) tell(told);
      return value ?? undefined;
    }
    case 'value':
      return furtherIn(cell, field);
    case 'lines':
      return linesIn(cell, field);
    case 'nested':
      return nestedIn(cell);
    default:
      return cell.text;
  }
}

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

const LISTS: readonly FieldKind[] = ['prose', 'texts'];

/** The value of a field that is no figure of a statutory table; undefined if nothing was filled in. */
export function valueIn(field: FilledField, context: FieldContext, places: Map<string, string>): unknown {
  if (field.kind === 'hidden') return field.more;
  if (field.kind === 'records') return recordsIn(field, context, places);
  if (LISTS.includes(field.kind)) return textsIn(field, context);
  return singleIn(field.cells[0]?.[0] ?? BLANK, field, field.at(0, 0), context);
}
