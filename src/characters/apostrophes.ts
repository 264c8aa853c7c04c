import { matchesOf } from './matches.js';

const QUOTES = /[‘’]/g;
/** Inside a word: don’t, Xi’an, 1980’s. */
const WITHIN = /(?<=[\p{Script=Latin}\p{Nd}\p{M}])’(?=[\p{Script=Latin}\p{Nd}])/uy;
/** In the place of the first figures of a year: ’80s, and ‘80s, as word processors make it. */
const YEAR =
  /(?<![\p{Script=Latin}\p{N}])(?:’(?=\d\d(?:s(?![\p{Script=Latin}\p{N}])|(?![\p{L}\p{N}])))|‘(?=\d\ds(?![\p{Script=Latin}\p{N}’])))/uy;
/** At the end of a word or a figure: students’ */
const AFTER = /(?<=[\p{Script=Latin}\p{Nd}])’/uy;

const NONE: ReadonlySet<number> = new Set();

const matches = (pattern: RegExp, text: string, at: number): boolean => {
  pattern.lastIndex = at;
  return pattern.test(text);
};

/**
 * The places of ’ (and of ‘ before figures) in a text that are apostrophes and not quotation marks. After a word it is an apostrophe if no
 * quotation is open.
 */
export function apostrophesIn(text: string): ReadonlySet<number> {
  if (!text.includes('’') && !text.includes('‘')) return NONE;
  const found = new Set<number>();
  let open = 0;
  for (const { 0: mark, index } of matchesOf(QUOTES, text)) {
    const isYear = matches(YEAR, text, index) && (mark === '’' ? open === 0 : !text.includes('’', index));
    if (matches(WITHIN, text, index) || isYear || (open === 0 && matches(AFTER, text, index))) found.add(index);
    else open = mark === '‘' ? open + 1 : Math.max(0, open - 1);
  }
  return found;
}
