import { matchesOf } from '../characters/matches.js';

/** Characters that mean the same in these texts, one for one, so that places stay the same. */
const SAME: { readonly [character: string]: string } = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  '％': '%',
  '．': '.',
};

const plainMark = (mark: string, at: number, text: string): string => {
  const isInNumber = /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? '') && /[,:.]/.test(mark);
  return isInNumber ? mark : (SAME[mark] ?? mark);
};

const brackets = (words: string): string => '◇'.repeat(words.length);
const blank = (words: string): string => '□'.repeat(words.length);

/** What is quoted is not stated: names of documents, slogans, addresses. */
const QUOTED = /《[^《》]{0,80}》|“(?!零)[^“”]{0,60}”|〔\d{4}〕\d*号?|[A-Za-z][\w.:/?=&%#@-]{3,}/gu;
/** 答复结果为“无法提供”的17件: rows of the form, named in its words. */
const NAMED = /“(予以公开|部分公开|不予公开|无法提供|不予处理|其他处理)”/gu;
/** Brackets without a number explain a word; the sentence goes on as if they were not there. */
const ASIDE = /（[^（）\d一二三四五六七八九十]{0,60}）/gu;
/** Whoever may apply: all applicants. */
const ANYONE = /公民、?法人(?:和|或者?|及|以及|与|、)其他(?:社会)?组织/gu;
/** Spaces within a sentence have no meaning. */
const SPACES = /[\s\u3000]/gu;

/** A text without what is quoted or explained, each character at its place; and the places, where spaces were left out. */
export interface PlainWords {
  readonly text: string;
  /** The place in the source of each character, and of the end. */
  readonly at: (index: number) => number;
}

/** Characters that mean the same as others. */
const HAS_TWINS = /[０-９,;:()％．]/u;

const fullDigit = (digit: string): string => String.fromCharCode(digit.charCodeAt(0) - 0xfee0);

/** The words of a paragraph as the grammar reads them. */
export function plainWords(source: string): PlainWords {
  const same = HAS_TWINS.test(source)
    ? source.replace(/[０-９]/gu, fullDigit).replace(/[,;:()％．]/gu, (mark, at: number) => plainMark(mark, at, source))
    : source;
  const named = same.includes('“') ? same.replace(NAMED, '◇$1◇') : same;
  const unquoted = named.replace(QUOTED, blank);
  const aside = unquoted.includes('（') ? unquoted.replace(ASIDE, brackets) : unquoted;
  const masked = aside.includes('公民') ? aside.replace(ANYONE, brackets) : aside;
  if (masked.search(SPACES) < 0) return { text: masked, at: (index) => index };
  const kept: number[] = [];
  let from = 0;
  for (const { index } of [...matchesOf(SPACES, masked), { index: masked.length }]) {
    while (from < index) kept.push(from++);
    from = index + 1;
  }
  return {
    text: masked.replace(SPACES, ''),
    at: (index) => kept[index] ?? (kept.at(-1) ?? -1) + 1,
  };
}
