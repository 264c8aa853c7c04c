import { describe } from '../report/describe.js';
import { isUnitAmount } from '../table/exact-sum.js';
import { figure } from '../table/printed-figure.js';

/** How a value prints: a text as it is, a figure as a table prints it; undefined for what is neither. */
export function printable(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
  return isUnitAmount(value) ? figure(value) : undefined;
}

/** What to write instead of a value that cannot be printed. */
export function insteadOf(value: unknown): string {
  if (Array.isArray(value)) return '列表用 {{#each …}} 逐项写出，或用 {{list …}} 连成一句';
  if (typeof value === 'boolean') return '用 {{#if …}} 按它写出不同的文字';
  return typeof value === 'object' ? '写明要印其中哪一项，如 facts.training.sessions' : '核对报告里的这个值';
}

/** `列表，不是文字或数字` */
export const notPrintable = (value: unknown): string => `${describe(value)}，不是文字或数字`;
