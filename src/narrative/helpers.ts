import { LIMITS } from '../limits/limits.js';
import { isDay } from '../model/day.js';
import { describe } from '../report/describe.js';
import { type ExactSum, exactSum, isUnitAmount, type Sign } from '../table/exact-sum.js';
import { formatDay } from './format-day.js';
import { own } from './own.js';
import { insteadOf, notPrintable, printable } from './printable.js';

/** A helper that templates may use. */
export interface Helper {
  /** The least and the greatest number of arguments. */
  readonly takes: readonly [least: number, most: number];
  /** Whether arguments may be missing; for all other helpers that is reported. */
  readonly acceptsMissing?: true;
  /** A pure function of its arguments. Unsuitable ones make it throw an Error whose message, in Chinese, says what it accepts. */
  readonly give: (...values: unknown[]) => unknown;
}

const NUMERALS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const MOST_PLACES = 10;
/** More arguments than anybody writes, and fewer than a call of a function can take. */
const MOST_ARGUMENTS = LIMITS.templateValues.most;

/** The sum of figures, with their unit. */
function exact(values: readonly unknown[], signs?: readonly Sign[]): ExactSum {
  const sum = exactSum(values, signs);
  if (sum !== undefined) return sum;
  const wrong = values.find((value) => exactSum([value]) === undefined);
  throw new Error(wrong === undefined ? '金额的单位不同，算不到一起' : `只能计算数字，这里是${describe(wrong)}`);
}

/** A sum as it prints: of amounts, an amount. */
const result = ({ sum, unit }: ExactSum) => (unit === '' ? sum.toFixed() : { value: sum.toFixed(), unit });

/** Two figures that can be compared: of one unit, or one of them a plain 0. */
function alike(first: unknown, second: unknown): readonly [ExactSum, ExactSum] {
  const [a, b] = [exact([first]), exact([second])];
  const isPlainZero = ({ sum, unit }: ExactSum) => unit === '' && sum.eq(0);
  if (a.unit !== b.unit && !isPlainZero(a) && !isPlainZero(b)) throw new Error('金额的单位不同，不能相比');
  return [a, b];
}

/** One field of every item of a list, or of every part of a group. */
function fieldOf(items: readonly unknown[], field: string): readonly unknown[] {
  return items.map((item) => {
    const value = own(item, field);
    if (value === undefined || value === null) throw new Error(`列表里有的项没有 ${field}`);
    return value;
  });
}

/** An argument that is a text, or not given; nothing else is passed over in silence. */
function textOr<T>(value: unknown, otherwise: T): string | T {
  if (value === undefined) return otherwise;
  if (typeof value !== 'string') throw new Error(`第二个值应是引号里的文字，这里是${describe(value)}`);
  return value;
}

/** The values to add: the arguments, all figures of one list or group, or one field of every item of a list or of every part of a group. */
function addends(values: readonly unknown[]): readonly unknown[] {
  const [group, field] = values;
  if (typeof group !== 'object' || group === null || isUnitAmount(group)) return values;
  if (!Array.isArray(group) && values.length > 1 && typeof field !== 'string') return values;
  return typeof field === 'string' ? fieldOf(Object.values(group), field) : Object.values(group);
}

/** Whether a value exists and contains no blank. */
function isGiven(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  return typeof value !== 'object' || Object.values(value).every(isGiven);
}

function share(part: unknown, whole: unknown, places: unknown): string {
  const [a, b] = alike(part, whole);
  if (b.sum.eq(0)) throw new Error('总数是 0，算不出比例');
  const percentage = a.sum.times(100).div(b.sum);
  if (places === undefined) return `${Number(percentage.toFixed(1))}%`;
  const isCount = typeof places === 'number' && Number.isInteger(places) && places >= 0 && places <= MOST_PLACES;
  if (!isCount) throw new Error(`小数位数是 0 至 ${MOST_PLACES} 的整数，这里是${describe(places)}`);
  return `${percentage.toFixed(places)}%`;
}

/** 0 to 99 in Chinese. */
function numeral(value: unknown): string {
  const n = /^\d{1,2}$/.test(String(value)) ? Number(value) : -1;
  if (n < 0) throw new Error(`只能写 0 至 99 的整数，这里是${describe(value)}`);
  const tens = Math.floor(n / 10);
  if (tens === 0) return NUMERALS[n] ?? '';
  return `${tens > 1 ? NUMERALS[tens] : ''}十${n % 10 > 0 ? NUMERALS[n % 10] : ''}`;
}

function list(items: unknown, field: unknown): string {
  if (!Array.isArray(items)) throw new Error(`只能列出列表，这里是${describe(items)}`);
  const name = textOr(field, undefined);
  const values: readonly unknown[] = name === undefined ? items : fieldOf(items, name);
  const words = values.map((value) => {
    const word = printable(value);
    if (word === undefined) throw new Error(`列表里有的项是${notPrintable(value)}；${insteadOf(value)}`);
    return word;
  });
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join('、')}和${words.at(-1)}`;
}

function date(day: unknown, format: unknown): string {
  if (typeof day !== 'string' || !isDay(day)) throw new Error(`不是日期，这里是${describe(day)}；日期如 2026-01-31`);
  return formatDay(day, textOr(format, 'YYYY年M月D日'));
}

const isSame = (a: unknown, b: unknown): boolean =>
  a === b || (isUnitAmount(a) && isUnitAmount(b) && a.unit === b.unit && exact([a]).sum.eq(exact([b]).sum));

/** Whether `{{#if …}}` would take a value for something. */
const holds = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value));

/** The helpers that templates may use, and no others. */
export const helpers: { readonly [name: string]: Helper } = {
  sum: { takes: [1, MOST_ARGUMENTS], give: (...values) => result(exact(addends(values))) },
  difference: { takes: [2, 2], give: (from, less) => result(exact([from, less], [1, -1])) },
  share: { takes: [2, 3], give: share },
  list: { takes: [1, 2], give: list },
  date: { takes: [1, 2], give: date },
  numeral: { takes: [1, 1], give: numeral },
  ordinal: { takes: [1, 1], give: (index) => numeral(typeof index === 'number' ? index + 1 : index) },
  eq: { takes: [2, 2], give: isSame },
  any: { takes: [1, MOST_ARGUMENTS], acceptsMissing: true, give: (...values) => values.some(holds) },
  given: { takes: [1, MOST_ARGUMENTS], acceptsMissing: true, give: (...values) => values.every(isGiven) },
  gt: {
    takes: [2, 2],
    give: (first, second) => {
      const [a, b] = alike(first, second);
      return a.sum.gt(b.sum);
    },
  },
};
