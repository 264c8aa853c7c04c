import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { ReadCell, ReadValue } from '../../workbook/engine.js';
import { loss } from '../neutral/loss.js';
import { othersIn } from './comment-parts.js';

/** What is seen in a cell. */
export interface SeenCell {
  /** As it is shown; empty for a blank cell. */
  readonly text: string;
  /** The number that is shown, and what its format puts behind it: `（万元）`. */
  readonly number?: number;
  readonly suffix?: string;
  /** Of a cell with a date. */
  readonly day?: string;
  readonly formula?: string;
  /** A formula that gives no value: an error, or one that was never worked out. */
  readonly fault?: string;
  readonly comment?: string;
}

export const BLANK: SeenCell = { text: '' };

/** A text, a character that stands for itself, one whose width is left blank or that fills up, an exponent, and all others. */
const FORMAT_PARTS = /"([^"]*)"|\\(.)|[_*].|E[+-]|(;|\[[^\]]*\]|[^"\\])/gu;

/** The first section of a format as its digits and the literal text behind them; what stands before them is no part of a figure. */
function formatParts(numFmt: string): {
  readonly decimals: number;
  readonly suffix: string;
  readonly isPercent: boolean;
} {
  let [digits, suffix] = ['', ''];
  let isBehind = false;
  for (const [, quoted, escaped, plain] of numFmt.matchAll(FORMAT_PARTS)) {
    if (plain === ';') break;
    const literal = quoted ?? escaped ?? (plain !== undefined && /^[^A-Za-z@%0#?.,[]/u.test(plain) ? plain : '');
    if (isBehind) suffix += literal;
    if (plain !== undefined && /^[0#?.,]$/.test(plain)) digits += plain;
    isBehind ||= plain !== undefined && /^[0#?G]$/.test(plain);
  }
  const isPercent = /%/.test(numFmt.replace(/"[^"]*"/g, ''));
  return { decimals: /\.([0#?]+)/.exec(digits)?.[1]?.length ?? 0, suffix: suffix.trim(), isPercent };
}

/** Spreadsheets show no more than fifteen digits; what a double has beyond them is its own. */
const settled = (value: number): number => Number(value.toPrecision(15));

/** As many decimals as the format shows, unless there are more. */
function digitsOf(value: number, decimals: number): string {
  const fixed = value.toFixed(Math.min(decimals, 20));
  return Number(fixed) === value ? fixed : String(value);
}

function numberSeen(given: number, numFmt: string | undefined): SeenCell {
  const value = settled(given);
  if (numFmt === undefined || /^(?:general|@)$/iu.test(numFmt)) return { text: String(value), number: value };
  const { decimals, suffix, isPercent } = formatParts(numFmt);
  if (isPercent) return { text: `${digitsOf(settled(value * 100), decimals)}%` };
  return { text: `${digitsOf(value, decimals)}${suffix}`, number: value, ...(suffix !== '' && { suffix }) };
}

function valueSeen(value: ReadValue | undefined, numFmt: string | undefined): SeenCell {
  if (value === null || value === undefined || value === '') return BLANK;
  if (typeof value === 'number') return numberSeen(value, numFmt);
  if (typeof value === 'string') return { text: value.replace(/\r\n?/gu, '\n') };
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE' };
  const day = Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return { text: day, day };
}

/** What a cell shows. A formula shows what it last gave; where it gave nothing, that is its fault. */
export function seenCell(value: ReadValue | undefined, cell: ReadCell | undefined): SeenCell {
  const { formula, style, type } = cell ?? {};
  const comment = cell?.comment && othersIn(cell.comment);
  const shown = formula === undefined ? value : (cell?.formulaResult ?? value);
  const seen = valueSeen(shown, style?.numFmt);
  const isError = type === 'error' || (formula !== undefined && /^#[A-Z0-9/!?]+$/u.test(seen.text));
  const fault = isError ? seen.text : formula !== undefined && shown === null ? '公式还没有算过' : undefined;
  return {
    ...(fault === undefined ? seen : BLANK),
    ...(formula !== undefined && { formula }),
    ...(fault !== undefined && { fault }),
    ...(comment !== undefined && { comment: comment.text }),
  };
}

/** Whether a cell is of a kind that can have no value where it should. */
export const mayFail = ({ formula, type }: ReadCell): boolean => formula !== undefined || type === 'error';

/** What is told of a cell whose formula gives no value. */
export function faultTold({ fault }: SeenCell, file: string, at: string | undefined): Diagnostic | undefined {
  if (fault === undefined) return undefined;
  return loss('doubtful', { cause: 'formula-fault', given: fault }, { file, at });
}
