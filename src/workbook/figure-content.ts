import type { CellValue } from '../table/data.js';
import { DECIMAL } from '../table/exact-sum.js';
import { bareFigure, noteOf, printedNote } from '../table/noted.js';
import { printedCell } from '../table/printed-figure.js';
import type { CellKind } from '../table/spec.js';
import type { Shape } from './fields.js';

/** A figure as a cell holds it: a number and the format that shows it as the report prints it, or else a text. */
export interface FigureContent {
  readonly value: number | string | null;
  readonly numFmt: string;
  readonly shapes: readonly Shape[];
}

/** What a double holds exactly. */
const MOST_DIGITS = 15;
/** Excel takes 255 characters for a format. */
const LONGEST_SUFFIX = 180;

const decimalsOf = (text: string): number => text.split('.')[1]?.length ?? 0;

/** Whether a number cell can show just this: `96171.60`, `-3`; not twenty digits, nor `007`. */
function isExact(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  return DECIMAL.test(text) && digits <= MOST_DIGITS && Number(text).toFixed(decimalsOf(text)) === text;
}

/** The format of a blank cell: amounts show as many decimals as are typed. */
const blankFormat = (kind: CellKind): string => (kind === 'amount' ? 'General' : '0');

/** Signed figures, counts and amounts alike show zeros; a unit or a note stands behind the figure as part of its format. */
function formatOf(text: string, suffix: string): string {
  const decimals = decimalsOf(text);
  const number = decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
  return suffix === '' ? number : `${number}"${suffix}"`;
}

/** How a cell holds a value of a statutory table. */
export function figureContent(cell: CellValue | undefined, kind: CellKind): FigureContent {
  const bare = bareFigure(cell ?? null) as Exclude<CellValue, { readonly note: string }>;
  if (bare === null) return { value: null, numFmt: blankFormat(kind), shapes: [] };
  const { value, unit } = typeof bare === 'object' ? bare : { value: bare, unit: undefined };
  const shapes: readonly Shape[] = [
    ...(kind === 'amount' && typeof value === 'string' ? (['string'] as const) : []),
    ...(unit === undefined ? [] : (['unit'] as const)),
    ...(noteOf(cell) === undefined ? [] : (['note'] as const)),
    ...(noteOf(cell)?.trim() === printedNote(cell) ? (['bracketed'] as const) : []),
  ];
  const text = String(value);
  const suffix = `${unit === undefined ? '' : `（${unit}）`}${printedNote(cell)}`;
  const isFormat = suffix.length <= LONGEST_SUFFIX && !/["\\\p{C}]/u.test(suffix);
  if (!isExact(text) || !isFormat) return { value: printedCell(cell ?? null), numFmt: '@', shapes };
  return { value: Number(text), numFmt: formatOf(text, suffix), shapes };
}
