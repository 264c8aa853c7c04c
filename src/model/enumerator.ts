import { hasAtMost } from '../limits/text-length.js';

/** The numbers that the form prints before its headings and row labels: 一、 and （一）. They are literal text. */
const ENUMERATED = /^([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)(.*)$/su;

/** A label as its enumerator and its words; undefined if it has none. */
export function splitEnumerator(label: string): { readonly enumerator: string; readonly words: string } | undefined {
  const [, enumerator, words] = ENUMERATED.exec(label) ?? [];
  return enumerator === undefined || words === undefined ? undefined : { enumerator, words };
}

/** In characters: longer words stand behind their enumerator, above which they would only leave a line empty. */
const LONGEST_HUNG = 10;

/** A row label whose enumerator may stand on a line of its own, above its words: （三） above 不予公开. */
export function hungLabel(label: string): ReturnType<typeof splitEnumerator> {
  const parts = splitEnumerator(label);
  return parts && parts.words.length <= LONGEST_HUNG ? parts : undefined;
}

/** The kinds of numbers that writers put before the heads within a text; a figure such as 3.5 is none. */
const NUMBERED = [
  /^第?[一二三四五六七八九十]{1,3}[、.．]/,
  /^[（(][一二三四五六七八九十]{1,3}[）)]/,
  /^[0-9０-９]{1,2}[.．、](?![0-9０-９])/,
  /^[0-9]{1,2}(?:[.．][0-9]{1,2}){1,3}[.．、\s\u3000]/,
  /^[（(][0-9０-９]{1,2}[）)]/,
  /^[0-9０-９]{1,2}[）)]/,
  /^[①-⓿㈠-㉃㉑-㉟㊀-㊉㊱-㊿]/,
];

const kindOf = (text: string): number => NUMBERED.findIndex((kind) => kind.test(text));

/** Whether both lines have a number of the same kind, as the items of a list. */
export const areListed = (a: string, b: string): boolean => kindOf(a) >= 0 && kindOf(a) === kindOf(b);

/** In characters: what one line holds behind the indent. */
const LONGEST = 26;
/** A head is no sentence: it ends with a word, a bracket, or the colon before what it announces. */
const NO_SENTENCE = /^[^。；;！!？?]*[\p{L}\p{N}）)》〉”』」】：:]$/u;

/**
 * Whether a line of a text is a head of what follows: numbered, no longer than a line, and no sentence. A line before another with a
 * number of the same kind is an item of a list.
 */
export function headsNext(line: string, next: string | undefined): boolean {
  const kind = kindOf(line);
  if (next === undefined || kind < 0 || !hasAtMost(line, LONGEST)) return false;
  return NO_SENTENCE.test(line) && kindOf(next) !== kind;
}
