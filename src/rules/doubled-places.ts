import { BEFORE_TAIL, DOUBLES } from './doubled-words.js';

/**
 * A fast path: where doubled words may begin, and whether any may. It skips the pattern of all words wherever no characters follow themselves. It
 * is safe because that is so of every doubled word; what is found here is still tried by the pattern.
 */

/** Below the first character of Chinese. */
const HAN = 0x2e00;
/** The longest words that are looked for. */
const LONGEST = 8;

/** Whether a word of so many characters may be doubled: of short ones those of the lexicon. */
const isWord = (word: string): boolean => word.length > 2 || DOUBLES.has(word);

/** The characters of a text as numbers, which are compared much faster. */
function codesOf(text: string): Uint16Array {
  const codes = new Uint16Array(text.length);
  for (let i = 0; i < codes.length; i++) codes[i] = text.charCodeAt(i);
  return codes;
}

/**
 * 1 for each place where a doubled word may begin: where characters do that follow themselves, or before one that does. Those are any characters,
 * if they are more than two, or else words of the lexicon.
 */
export function placesIn(text: string): Uint8Array {
  const places = new Uint8Array(text.length);
  const codes = codesOf(text);
  const isAgain = (i: number, length: number) => codes[i] === codes[i + length] && (codes[i] ?? 0) > HAN;
  for (let length = 1; length <= LONGEST; length++) {
    // Of so many characters in a row one stands at a multiple of their number: only the neighbours of those are looked at.
    for (let at = length - 1; at + length < codes.length; at += length) {
      if (codes[at] !== codes[at + length] || !isAgain(at, length)) continue;
      let first = at;
      while (first > at - length + 1 && isAgain(first - 1, length)) first--;
      for (let i = first; i < at + length && isAgain(i, length); i++) {
        const begins = i - length + 1;
        if (begins < first || !isWord(text.slice(begins, i + 1))) continue;
        places.fill(1, length === 1 ? Math.max(0, begins - BEFORE_TAIL) : begins, begins + 1);
      }
    }
  }
  return places;
}

/** Where each character was seen last in all texts so far, by its last bits. Others in its place only make it seem nearer. */
const seen = new Int32Array(1 << 12);
let read = 1;

/**
 * Whether as many characters in a row as a word has have each been there within its length, as all have of one that follows itself. It takes
 * one pass, and is seldom so.
 */
export function mayDouble(text: string): boolean {
  if (read > 1 << 30) {
    seen.fill(0);
    read = 1;
  }
  // How many in a row have been there within each length.
  const inRow = new Uint16Array(LONGEST + 1);
  let isOpen = false;
  read += LONGEST;
  for (let i = 0; i < text.length; i++, read++) {
    const code = text.charCodeAt(i);
    const place = code & (seen.length - 1);
    const back = code > HAN ? read - (seen[place] ?? 0) : LONGEST + 1;
    seen[place] = read;
    if (back > LONGEST) {
      if (isOpen) inRow.fill(0);
      isOpen = false;
      continue;
    }
    isOpen = true;
    for (let length = 1; length <= LONGEST; length++) {
      inRow[length] = back <= length ? (inRow[length] ?? 0) + 1 : 0;
      if ((inRow[length] ?? 0) >= length && isWord(text.slice(i + 1 - length, i + 1))) return true;
    }
  }
  return false;
}
