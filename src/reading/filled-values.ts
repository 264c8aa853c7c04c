import { spaceless } from '../characters/spaceless.js';
import { isVisible } from '../characters/white-space.js';
import type { Diagnostic, Path } from '../diagnostics/diagnostic.js';
import { readFigure } from '../readers/match/figure-text.js';
import type { FilledField } from '../readers/neutral/filled-workbook.js';
import { faultTold, type SeenCell } from '../readers/xlsx/seen-cell.js';
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

export const isBlank = ({ text }: SeenCell): boolean => !isVisible(text);

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
export function singleIn(cell: SeenCell, field: OneCell, at: string | undefined, context: FieldContext): unknown {
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
