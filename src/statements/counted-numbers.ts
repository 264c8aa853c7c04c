import { chineseNumber } from '../characters/chinese-number.js';
import { matchesOf } from '../characters/matches.js';

/** A number with what it counts, as a text states it. */
export interface Counted {
  /** Where the numeral and its unit stand. */
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** How far the number may be from what is meant, by its decimals: 0 for whole numbers, 1,000 for 12.3万. */
  readonly step: number;
  readonly about: 'exact' | 'more' | 'less' | 'near';
  readonly unit: string;
}

const UNITS =
  '个百分点|万元|人次|件次|条次|场次|件|起|宗|条|份|例|个(?!工作日|自然日|月|小时|季度|行政)|项|篇|次|期|场|家|部|名|人|户|册|处|批|幅|位|台|元|%|倍|年|月|日|号|岁|天|小时|分钟|周年';

/** Before a numeral: what makes it a number of another kind. */
const ORDINAL = /[第每\dA-Za-z.\-－—〔]$/u;
const NUMBER = new RegExp(`(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?([十百千万亿]*)(余|多)?(${UNITS})?`, 'gu');
/** What stands before a number that is not exact. */
const ROUGHLY = /(?:约|近|超过?|逾|达到?|不足)$/u;
const LONGEST_ROUGHLY = 2;
/** Chinese numerals only with the units of cases: 一次、一个、一条龙 are no counts, nor is 一起 where it may mean together. */
const CHINESE =
  /(?=[一二两三四五六七八九十百千零〇])(?!(?<!共|计|仅|只有|发生|引发|各)一起(?!行政|复议|诉讼|案))(?<![第每任哪这某同另各逐无一二三四五六七八九十百千万两])([一二两三四五六七八九十百千零〇]+)(余|多)?(件|起|宗)(?![事心套])/gu;

const SPELLED = /[一二两三四五六七八九十百千零〇][余多]?[件起宗]/u;

const SCALES: { readonly [character: string]: number } = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };
function aboutOf(before = '', after = ''): Counted['about'] {
  if (before === '' && after === '') return 'exact';
  if (after !== '' || /超|逾/u.test(before)) return 'more';
  if (/近|不足/u.test(before)) return 'less';
  return before === '约' ? 'near' : 'exact';
}

function arabic(match: RegExpExecArray, text: string): Counted | undefined {
  const { 0: all, 1: whole = '', 2: decimals = '', 3: scale = '', 4: after, 5: unit = '', index: from } = match;
  if (from > 0 && ORDINAL.test(text[from - 1] ?? '')) return undefined;
  const before = ROUGHLY.exec(text.slice(Math.max(0, from - LONGEST_ROUGHLY), from))?.[0];
  const times = scale === '' ? 1 : [...scale].reduce((product, one) => product * (SCALES[one] ?? 1), 1);
  const places = decimals.length - (decimals === '' ? 0 : 1);
  const digits = whole.length > 3 ? whole.replaceAll(',', '') : whole;
  const value = Number(decimals === '' ? digits : digits + decimals) * times;
  const isRound = times > 1 || places > 0;
  return {
    from,
    to: from + all.length,
    value,
    step: isRound ? times / 10 ** places : 0,
    about: aboutOf(before, after),
    unit,
  };
}

function chinese({ 0: all, 1: numeral = '', 2: after, 3: unit = '', index }: RegExpExecArray): Counted {
  const about = aboutOf('', after);
  return { from: index, to: index + all.length, value: chineseNumber(numeral), step: 0, about, unit };
}

/** All numbers of a text with their units, in order. Years, days and numbers of documents are among them, by their unit. */
export function numbersIn(text: string): readonly Counted[] {
  const found: Counted[] = [];
  for (const match of matchesOf(NUMBER, text)) {
    const counted = arabic(match, text);
    if (counted) found.push(counted);
  }
  const spelled = SPELLED.test(text) ? matchesOf(CHINESE, text).map(chinese) : [];
  return spelled.length === 0 ? found : [...found, ...spelled].sort((a, b) => a.from - b.from);
}

/** Whether a number that is stated so can mean this one. */
export function canMean({ value, step, about }: Counted, meant: number): boolean {
  const gap = meant - value;
  if (about === 'exact') return step === 0 ? gap === 0 : Math.abs(gap) < step * 1.0001;
  const room = Math.max(step, 10, value * 0.25);
  if (about === 'more') return gap >= 0 && gap <= room;
  if (about === 'less') return gap <= 0 && -gap <= room;
  return Math.abs(gap) <= room;
}
