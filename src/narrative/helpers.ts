import Big from 'big.js';
import dayjs from 'dayjs';
import { printedDay } from '../model/day.js';
import { own } from './own.js';

/**
 * The helpers that templates may use, and no others. Each is a pure function of its arguments; an unsuitable argument
 * makes it throw an Error whose message, in Chinese, says what it accepts.
 */
export type Helper = (...values: unknown[]) => unknown;

const NUMERALS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

function decimal(value: unknown): Big {
  try {
    return new Big(value as number);
  } catch {
    throw new Error(`只能计算数字，这里是 ${JSON.stringify(value)}`);
  }
}

/** The values to add: the arguments, or one field of every item of a list or of every part of a group. */
function addends(values: readonly unknown[]): readonly unknown[] {
  const [group, field] = values;
  if (typeof group !== 'object' || group === null || !(Array.isArray(group) || typeof field === 'string'))
    return values;
  const items = Object.values(group);
  return typeof field === 'string' ? items.map((item) => own(item, field)) : items;
}

/** Whether a value exists and contains no blank. */
function isGiven(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  return typeof value !== 'object' || Object.values(value).every(isGiven);
}

const sum: Helper = (...values) =>
  addends(values)
    .reduce<Big>((total, value) => total.plus(decimal(value)), new Big(0))
    .toFixed();

const difference: Helper = (from, less) => decimal(from).minus(decimal(less)).toFixed();

const share: Helper = (part, whole) => {
  if (decimal(whole).eq(0)) throw new Error('总数是 0，算不出比例');
  return `${Number(decimal(part).times(100).div(decimal(whole)).toFixed(1))}%`;
};

/** 1 to 99 in Chinese. */
const numeral: Helper = (value) => {
  const n = Number(value);
  if (!Number.isInteger(n) || n < 0 || n > 99)
    throw new Error(`只能写 0 至 99 的整数，这里是 ${JSON.stringify(value)}`);
  const tens = Math.floor(n / 10);
  if (tens === 0) return NUMERALS[n];
  return `${tens > 1 ? NUMERALS[tens] : ''}十${n % 10 > 0 ? NUMERALS[n % 10] : ''}`;
};

const list: Helper = (items, field) => {
  if (!Array.isArray(items)) throw new Error('只能列出列表');
  const named = items.map((item) => (typeof field === 'string' ? own(item, field) : item));
  if (named.some((value) => value === undefined || value === null)) throw new Error(`列表里有的项没有 ${field}`);
  const words = named.map(String);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join('、')}和${words.at(-1)}`;
};

const date: Helper = (day, format) => {
  const parsed = dayjs(String(day));
  if (!parsed.isValid()) throw new Error(`不是日期：${JSON.stringify(day)}`);
  return typeof format === 'string' ? parsed.format(format) : printedDay(parsed.format('YYYY-MM-DD'));
};

export const helpers: { readonly [name: string]: Helper } = {
  sum,
  difference,
  share,
  list,
  date,
  numeral,
  ordinal: (index) => numeral(Number(index) + 1),
  eq: (a, b) => a === b,
  given: (...values) => values.every(isGiven),
  gt: (a, b) => decimal(a).gt(decimal(b)),
};

/** The helpers that accept missing values; for all others a missing value is reported. */
export const asking: ReadonlySet<string> = new Set(['given']);
