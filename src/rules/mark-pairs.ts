import { matchesOf } from '../characters/matches.js';

/** Marks that belong together, by their places. */
type Pairs = ReadonlyMap<number, number>;

/** Brackets of either width, each closing one with the last that is open. */
function bracketPairs(text: string, isMark: (at: number) => boolean): readonly (readonly [number, number])[] {
  const open: number[] = [];
  return matchesOf(/[()（）]/gu, text).flatMap(({ 0: mark, index }) => {
    if (!isMark(index)) return [];
    if (mark === '(' || mark === '（') {
      open.push(index);
      return [];
    }
    const opener = open.pop();
    return opener === undefined ? [] : [[opener, index] as const];
  });
}

const FULL_QUOTES: { readonly [mark: string]: readonly [RegExp, RegExp] } = {
  '"': [/“/gu, /”/gu],
  "'": [/‘/gu, /’/gu],
};

/** Whether each quotation mark of full width in a text has its counterpart there. */
const isClosed = (text: string, [opening, closing]: readonly [RegExp, RegExp]): boolean =>
  (text.match(opening)?.length ?? 0) === (text.match(closing)?.length ?? 0);

/** Quotation marks of half width by turns; none if one is left over, or if they are mixed with those of full width. */
function quotePairs(text: string, isMark: (at: number) => boolean): readonly (readonly [number, number])[] {
  return Object.entries(FULL_QUOTES).flatMap(([mark, full]) => {
    const places = matchesOf(new RegExp(`(?<![A-Za-z\\d])${mark}|${mark}(?![A-Za-z\\d])`, 'gu'), text)
      .map(({ index }) => index)
      .filter(isMark);
    if (places.length % 2 === 1) return [];
    const pairs = places.flatMap((at, i) => (i % 2 === 0 ? [[at, places[i + 1] ?? at] as const] : []));
    return pairs.every(([from, to]) => isClosed(text.slice(0, from), full) && isClosed(text.slice(from, to), full))
      ? pairs
      : [];
  });
}

/** The counterpart of each bracket and each quotation mark of half width that has one. @param isMark whether a place counts */
export function markPairs(text: string, isMark: (at: number) => boolean): Pairs {
  const pairs = [...bracketPairs(text, isMark), ...quotePairs(text, isMark)];
  return new Map(
    pairs.flatMap(([from, to]) => [
      [from, to],
      [to, from],
    ]),
  );
}
