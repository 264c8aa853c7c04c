import { chineseNumber } from '../characters/chinese-number.js';
import { matchesOf } from '../characters/matches.js';

/** A period as a text states it. */
interface StatedPeriod {
  /** Its years; the first one counts for both if the second is not said. */
  readonly from: number;
  readonly to: number;
  /** Whether it is from the first to the last day of its years. */
  readonly isWhole: boolean;
  /** Where it stands. */
  readonly at: readonly [from: number, to: number];
}

const YEAR = '([\\d０-９]{4}|[〇○Ｏ零一二三四五六七八九]{4})\\s*年度?\\s*';
const PART = '([\\d０-９]{1,2}|[一二三四五六七八九十]{1,3})';
const DAY = `${PART}\\s*月\\s*${PART}\\s*日`;
/** 2024年1月1日至12月31日, with spaces, with Chinese numerals, with 起 and 止. */
const PERIOD = new RegExp(
  `${YEAR}${DAY}\\s*(?:零时|0时)?\\s*(?:起|开始)?\\s*，?\\s*(?:至|到|—+|－|-|~|～|–)\\s*(?:${YEAR})?${DAY}`,
  'gu',
);

/** 2024年1月至2024年11月30日, 2024年1月至12月: whole months count from the first to the last day. */
const MONTHS = new RegExp(
  `${YEAR}${PART}\\s*月\\s*(?:至|到|—+|－|-|~|～|–)\\s*(?:${YEAR})?${PART}\\s*月(?:\\s*${PART}\\s*日)?(?!份)`,
  'gu',
);

/** 2024.1.1—12.31 */
const DOTTED =
  /(\d{4})[.．/-](\d{1,2})[.．/-](\d{1,2})\s*(?:至|到|—+|－|-|~|～|–)\s*(?:(\d{4})[.．/-])?(\d{1,2})[.．/-](\d{1,2})(?!\d)/gu;

type Found = RegExpMatchArray & { readonly index: number };

/** A period from one day to another. */
function byDays({ 0: found, 1: from = '', 2: m, 3: d, 4: to, 5: n, 6: e, index }: Found): StatedPeriod {
  const [first, last] = [
    `${chineseNumber(m ?? '')}-${chineseNumber(d ?? '')}`,
    `${chineseNumber(n ?? '')}-${chineseNumber(e ?? '')}`,
  ];
  return {
    from: chineseNumber(from),
    to: chineseNumber(to ?? from),
    isWhole: first === '1-1' && last === '12-31',
    at: [index, index + found.length],
  };
}

/** A period from one month to another, or to a day of it. */
function byMonths({ 0: found, 1: from = '', 2: m = '', 3: to, 4: n = '', 5: e, index }: Found): StatedPeriod {
  return {
    from: chineseNumber(from),
    to: chineseNumber(to ?? from),
    isWhole: chineseNumber(m) === 1 && chineseNumber(n) === 12 && (e === undefined || chineseNumber(e) === 31),
    at: [index, index + found.length],
  };
}

/** The periods that a text states, in whatever spelling. */
export function statedPeriods(text: string): readonly StatedPeriod[] {
  return [
    ...(/月\s*(?:至|到|—|－|-|~|～|–)/u.test(text) ? matchesOf(MONTHS, text).map(byMonths) : []),
    ...(/日[^。]{0,8}(?:至|到|—|－|-|~|～|–)/u.test(text) ? matchesOf(PERIOD, text).map(byDays) : []),
    ...(/\d[.．/-]\d{1,2}[.．/-]\d/u.test(text) ? matchesOf(DOTTED, text).map(byDays) : []),
  ];
}
