import { chineseNumber } from '../../characters/chinese-number.js';
import { spaceless } from '../../characters/spaceless.js';

const YEAR = '(\\d{4}|[二一][〇零○ＯoO0一二三四五六七八九]{3})';
const PART = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';
const DAY = new RegExp(`${YEAR}年${PART}月${PART}日`, 'u');

const simplified = (text: string): string => spaceless(text.normalize('NFKC'));

/** A day in a text, and what stands before and after it. */
export interface FoundDay {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly before: string;
  readonly after: string;
}

/** The last day that a text names, `2021年1月20日` or `二〇二一年一月二十日`; undefined if it names none that the calendar has. */
export function dayIn(text: string): FoundDay | undefined {
  const plain = simplified(text);
  const found = DAY.exec(plain) ?? /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u.exec(plain);
  if (!found) return undefined;
  const [year = 0, month = 0, date = 0] = found.slice(1).map(chineseNumber);
  const day = [String(year).padStart(4, '0'), ...[month, date].map((part) => String(part).padStart(2, '0'))].join('-');
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day) return undefined;
  return { day, before: plain.slice(0, found.index), after: plain.slice(found.index + found[0].length) };
}

const YEAR_ALONE = new RegExp(`${YEAR}年`, 'gu');

/** The years that a text names, with where each begins in the text without spaces. */
export function yearsIn(
  text: string,
): readonly { readonly year: number; readonly index: number; readonly length: number }[] {
  const plain = simplified(text);
  return [...plain.matchAll(YEAR_ALONE)].map((found) => ({
    year: chineseNumber(found[1] ?? ''),
    index: found.index,
    length: found[0].length,
  }));
}
