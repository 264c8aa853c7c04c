import { inflated, isDeflated } from './unpacked-sizes.js';

/** Ranges of codes in a stream of a PDF: the engine makes an entry for each code of each, so that a few letters could fill the memory. */

const BEGIN = /begin(?:bf|cid)range/g;
const END = /^end(?:bf|cid)range/;

/**
 * What stands in a block: lists, which are no longer than they are typed, codes, and words. What is not closed goes on to the end: else each
 * bracket of thousands would be looked after as far as that.
 */
const TOKEN = /\[[^\]]*\]?|<([^>]*)>?|[(%]|[^\s[<(%]+/g;

/** What may hide the end of a block, or the beginning of another, from whoever does not read as the engine does. No program writes it. */
const HIDES = /^[(%]|^\[.*[(%]|^[[<].*begin/s;

/** The number that a code is, as the engine takes it: its last four bytes. */
function codeOf([, digits]: readonly (string | undefined)[]): number {
  if (digits === undefined) return Number.NaN;
  const bare = digits.replace(/[^\da-f]/gi, '');
  return Number.parseInt((bare.length % 2 === 0 ? bare : `${bare}0`).slice(-8), 16);
}

/** How many codes the ranges of a stream have in all: each range is two codes and what they stand for. */
function codesInText(stream: string): number {
  BEGIN.lastIndex = 0;
  let all = 0;
  while (BEGIN.test(stream)) {
    TOKEN.lastIndex = BEGIN.lastIndex;
    let [low, i] = [Number.NaN, 0];
    for (let token = TOKEN.exec(stream); token !== null; token = TOKEN.exec(stream)) {
      const [word] = token;
      if (END.test(word)) break;
      if (HIDES.test(word)) return Number.POSITIVE_INFINITY;
      if (i % 3 === 0) low = codeOf(token);
      else if (i % 3 === 1) all += Math.max(0, codeOf(token) - low || 0);
      i = word.includes('begin') ? 0 : i + 1;
    }
    if (TOKEN.lastIndex === 0) break;
    BEGIN.lastIndex = TOKEN.lastIndex;
  }
  return all;
}

const RANGE = Uint8Array.from('range', (letter) => letter.charCodeAt(0));

/** Whether bytes have the word that every range begins with. */
function hasRange(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x72); at >= 0; at = bytes.indexOf(0x72, at + 1)) {
    if (RANGE.every((code, i) => bytes[at + i] === code)) return true;
  }
  return false;
}

/** What is longer has no names of characters. */
const LONGEST = 2 ** 22;

/** How many codes the ranges of a stream have in all, if it has any. */
export function codesInRanges(stream: Uint8Array): number {
  const bytes = isDeflated(stream) ? inflated(stream, LONGEST) : stream;
  return hasRange(bytes) ? codesInText(new TextDecoder('latin1').decode(bytes)) : 0;
}
