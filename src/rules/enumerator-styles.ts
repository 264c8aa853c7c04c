import { chineseNumber } from '../characters/chinese-number.js';
import { matchesOf } from '../characters/matches.js';
import type { Passage } from './passages.js';

/** The numerals that lists are numbered by. */
export const NUMERALS = '一二三四五六七八九十';
const CIRCLES = '①②③④⑤⑥⑦⑧⑨⑩';

/** A number up to 99 in Chinese. */
export function chinese(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const one = ones === 0 ? '' : (NUMERALS[ones - 1] ?? '');
  return tens === 0 ? one : `${tens > 1 ? NUMERALS[tens - 1] : ''}十${one}`;
}

/** A way to number: how its numbers are found and read, and how it writes one. */
export interface Style {
  readonly sign: RegExp;
  /** The number is the first group. */
  readonly pattern: RegExp;
  /** Whether a number may stand after these characters of its paragraph. */
  readonly mayFollow: (before: string, found: string) => boolean;
  readonly numberOf: (text: string) => number;
  readonly write: (number: number) => string;
  /** Counted within sentences: a list begins with 1, and a 1 that follows a 1 in the same paragraph is a slip, not another list. */
  readonly isDense?: boolean;
  /** Where it may stand within a paragraph: such lists are counted for themselves. */
  readonly within?: (before: string) => boolean;
  /** Whether the form numbers its sections so. */
  readonly isOfSections?: boolean;
}

export const COUNT = `[${NUMERALS}]{1,3}`;
/** What texts have that are numbered so: quickly looked for. */
const CHINESE_SIGN = new RegExp(`[${NUMERALS}][是要，、：,:）)]`, 'u');
const DIGIT_SIGN = /\d[.．、）)]/u;
const CIRCLE_SIGN = new RegExp(`[${CIRCLES}]`, 'u');
const OF_CHINESE = { sign: CHINESE_SIGN, numberOf: chineseNumber, write: chinese } as const;
const OF_DIGITS = { sign: DIGIT_SIGN, numberOf: Number, write: String } as const;

/** Where a clause may begin. */
const isClause = (before: string): boolean => /(?:^|[。；：，、！？,;:.])\s*$/u.test(before.slice(-4));
const isHead = (before: string): boolean => before.trim() === '';
const isSentence = (before: string): boolean => /[。；]\s*$/u.test(before.slice(-4));
const isHeadOrItem = (before: string): boolean => /(?:^|[。；：])\s*$/u.test(before.slice(-4));
/** 一是 follows who speaks as well: 我局一是…, and not what has 一 as its last character. */
const isFirst = (before: string, found: string): boolean =>
  isClause(before) ||
  (found === '一是' && !new RegExp(`[统唯单专同万之第归划${NUMERALS}]$`, 'u').test(before.slice(-1)));

export const STYLES: readonly Style[] = [
  { pattern: new RegExp(`(${COUNT})是`, 'gu'), mayFollow: isFirst, ...OF_CHINESE, isDense: true },
  { pattern: new RegExp(`(${COUNT})要(?!求|素|点|件|闻)`, 'gu'), mayFollow: isClause, ...OF_CHINESE, isDense: true },
  {
    pattern: new RegExp(`第(${COUNT})[，、：,:]`, 'gu'),
    mayFollow: (before) => isClause(before),
    ...OF_CHINESE,
    isDense: true,
  },
  { pattern: new RegExp(`[（(](${COUNT})[）)]`, 'gu'), mayFollow: isHead, within: isSentence, ...OF_CHINESE },
  { pattern: new RegExp(`(${COUNT})、(?![${NUMERALS}])`, 'gu'), mayFollow: isHead, ...OF_CHINESE, isOfSections: true },
  { pattern: /(?<!\d)(\d{1,2})[.．、](?!\d)/gu, mayFollow: isHeadOrItem, ...OF_DIGITS },
  { pattern: /[（(](\d{1,2})[）)]/gu, mayFollow: isHeadOrItem, ...OF_DIGITS },
  {
    sign: CIRCLE_SIGN,
    pattern: new RegExp(`([${CIRCLES}])`, 'gu'),
    mayFollow: isHeadOrItem,
    numberOf: (text) => CIRCLES.indexOf(text) + 1,
    write: (number) => CIRCLES[number - 1] ?? String(number),
  },
];

/** A number of a list, where it stands. */
export interface Item {
  readonly passage: Passage;
  readonly from: number;
  readonly to: number;
  readonly number: number;
}

/** The numbers of a paragraph that may stand where they do. */
function itemsOf(
  passage: Passage,
  { numberOf: read }: Style,
  all: readonly RegExpExecArray[],
  mayFollow: Style['mayFollow'],
): readonly Item[] {
  const { text } = passage;
  return all.flatMap(({ 0: found, 1: number = '', index }) => {
    if (!mayFollow(text.slice(Math.max(0, index - 40), index), found)) return [];
    const from = index + found.indexOf(number);
    return [{ passage, from, to: from + number.length, number: read(number) }];
  });
}

/** The lists of a text: those of the heads of its paragraphs, and those within one paragraph. */
export function listsIn(text: readonly Passage[], style: Style): readonly (readonly Item[])[] {
  const { pattern, mayFollow, within } = style;
  const found = text.flatMap((passage) => {
    const all = matchesOf(pattern, passage.text);
    return all.length === 0 ? [] : { passage, all };
  });
  const heads = found.flatMap(({ passage, all }) => itemsOf(passage, style, all, mayFollow));
  if (within === undefined) return [heads];
  const inner = found
    .map(({ passage, all }) => itemsOf(passage, style, all, within))
    .filter(({ length }) => length > 0);
  const [only] = inner;
  const isOne = only !== undefined && inner.length === 1 && heads.every(({ passage }) => passage === only[0]?.passage);
  return isOne ? [[...heads, ...only]] : [heads, ...inner];
}
