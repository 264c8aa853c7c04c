import type { Passage } from './passages.js';

/** A paragraph that breaks off, and what may go on with it: lines of a page that were read as paragraphs. */
const ENDS = /(?:[。！？；：…」）]|[。！？…]”)$/u;
const BEGINS = /^\s*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．是]|第|\d{4}年)/u;
const SHORTEST = 16;

/** Whether a paragraph is the line of a page that goes on with the one behind it. */
export const goesOn = (before: Passage | undefined, after: Passage | undefined): boolean =>
  before !== undefined &&
  after !== undefined &&
  before.text.length >= SHORTEST &&
  !ENDS.test(before.text.trimEnd().slice(-2)) &&
  !BEGINS.test(after.text);

/** The paragraphs of a text, those together that are lines of one. */
export function joinedLines(text: readonly Passage[]): readonly (readonly Passage[])[] {
  const runs: Passage[][] = [];
  for (const [i, passage] of text.entries()) {
    const run = runs.at(-1);
    if (run && goesOn(text[i - 1], passage)) run.push(passage);
    else runs.push([passage]);
  }
  return runs;
}

/** Whether a paragraph is a row of a table whose columns spaces part, and no sentence. */
export const isRow = (text: string): boolean => !text.includes('。') && /\S[ \u3000\u00A0]{4,}\S/u.test(text);
