import type { CellValue } from './data.js';

/** How a cell's value prints: exactly as given; the unit of an amount in full-width brackets; a blank cell prints nothing. */
export function figure(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'object') return `${value.value}（${value.unit}）`;
  return String(value);
}
