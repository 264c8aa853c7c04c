import Big from 'big.js';
import { LIMITS } from '../limits/limits.js';
import type { DataCell } from './cells.js';
import type { CellValue } from './data.js';
import { bareFigure } from './noted.js';

/** A sum that is exact, however large it is and however many decimals it has, with the unit that its amounts state. */
export interface ExactSum {
  readonly sum: Big;
  /** Empty for counts and for amounts without a unit. */
  readonly unit: string;
}

/** What is added or taken away. */
export type Sign = 1 | -1;

/** An amount that states its unit. */
interface Amount {
  readonly value: string | number;
  readonly unit: string;
}

/** Whether a value is an amount that states its unit. */
export function isUnitAmount(value: unknown): value is Amount {
  if (typeof value !== 'object' || value === null || !('value' in value && 'unit' in value)) return false;
  return ['string', 'number'].includes(typeof value.value) && typeof value.unit === 'string';
}

/** A plain decimal; no exponent. */
export const DECIMAL = /^-?\d+(?:\.\d+)?$/;

/** Whether a figure has so few digits that sums and shares of it are soon worked out. */
export const isShort = (figure: string | number): boolean => String(figure).length <= LIMITS.digits.most;

/** A figure of the data without its note; undefined for a blank, and for what is no figure. */
export function bareAmount(cell: unknown): Amount | undefined {
  const value = bareFigure(cell);
  const amount = isUnitAmount(value) ? value : { value: value as string | number, unit: '' };
  return DECIMAL.test(String(amount.value)) && isShort(amount.value) ? amount : undefined;
}

/** Whether all are whole numbers. */
export const areCounts = (values: readonly unknown[]): values is readonly number[] =>
  values.every((value) => Number.isInteger(value));

/**
 * The sum of whole numbers in a table; undefined if there are others, or if a number cannot hold it exactly.
 *
 * @param values those of all cells of the table
 */
export function countSum(values: readonly unknown[], cells: readonly DataCell[]): number | undefined {
  let [sum, size] = [0, 0];
  for (const { index } of cells) {
    const value = values[index];
    if (!Number.isSafeInteger(value)) return undefined;
    sum += value as number;
    size += Math.abs(value as number);
  }
  return Number.isSafeInteger(size) ? sum : undefined;
}

/** The sum of figures; undefined if one of them is blank, or if they state different units. */
export function exactSum(values: readonly unknown[], signs: readonly Sign[] = []): ExactSum | undefined {
  // Counts, which are the most: one decimal for all of them.
  if (areCounts(values)) {
    const sum = values.reduce<bigint>((total, value, i) => total + BigInt(value) * BigInt(signs[i] ?? 1), 0n);
    return { sum: new Big(sum.toString()), unit: '' };
  }
  const amounts = values.flatMap((value) => bareAmount(value) ?? []);
  const unit = amounts[0]?.unit ?? '';
  if (amounts.length < values.length || amounts.some((amount) => amount.unit !== unit)) return undefined;
  const sum = amounts.reduce<Big>((total, { value }, i) => total.plus(new Big(value).times(signs[i] ?? 1)), new Big(0));
  return { sum, unit };
}

/** A sum as it is printed: without an exponent, its unit after it. */
export const exactText = ({ sum, unit }: ExactSum): string => sum.toFixed() + unit;

/** A sum as the value of a cell: a number where that is exact, or else as amounts are written. */
export function sumValue({ sum, unit }: ExactSum): Exclude<CellValue, null | { note: string }> {
  const text = sum.toFixed();
  if (unit !== '') return { value: text, unit };
  return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}
