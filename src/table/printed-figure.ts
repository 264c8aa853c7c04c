import type { Figure } from '../model/figure.js';
import type { CellValue } from './data.js';
import { DECIMAL, isUnitAmount } from './exact-sum.js';
import { bareFigure, printedNote } from './noted.js';

/** The printed form of a figure: exactly as given, with the unit of an amount in full-width brackets. A blank cell prints nothing. */
export function figure(cell: CellValue): string {
  const value = bareFigure(cell) as Exclude<CellValue, { note: string }>;
  if (value === null) return '';
  if (typeof value === 'object') return `${value.value}（${value.unit}）`;
  return String(value);
}

/** What is printed in a cell: the figure, and its note. */
export const printedCell = (cell: CellValue): string => figure(cell) + printedNote(cell);

/** A value as programs read it; undefined for what is no figure. */
export function figureOf(cell: unknown): Figure | undefined {
  const value = bareFigure(cell);
  const { value: number, unit } = isUnitAmount(value) ? value : { value, unit: undefined };
  if (typeof number !== 'number' && typeof number !== 'string') return undefined;
  const text = String(number);
  return DECIMAL.test(text) ? { value: text, unit } : undefined;
}
