import type { CellValue } from './data.js';

/** The printed form of a value: exactly as given, with the unit of an amount in full-width brackets. A blank cell prints nothing. */
export function figure(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'object') return `${value.value}（${value.unit}）`;
  return String(value);
}
