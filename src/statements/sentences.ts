import { matchesOf } from '../characters/matches.js';
import { memo } from '../memo/memo.js';

/** A sentence, and where it begins in its paragraph. */
export interface Sentence {
  readonly text: string;
  readonly from: number;
}

const STOPS = /[。！？]/gu;
const STOPS_OF_CLAUSES = /[。；]/gu;

/** The pieces of a text that some marks end, each with its own. Of several marks in a row the others are none's. */
function piecesOf(text: string, stops: RegExp): readonly Sentence[] {
  const found: Sentence[] = [];
  let from = 0;
  for (const { index } of matchesOf(stops, text)) {
    if (index > from) found.push({ text: text.slice(from, index + 1), from });
    from = index + 1;
  }
  if (from < text.length) found.push({ text: text.slice(from), from });
  return found;
}

/** Several rules ask for those of the same paragraph, one after the other. */
const known = memo<readonly Sentence[]>(64);

/** The sentences of a paragraph, each with its stop. */
export const sentencesOf = (text: string): readonly Sentence[] => known(text, () => piecesOf(text, STOPS));

/** What is told of one thing: up to a semicolon, too. */
export const clausesOf = (text: string): readonly Sentence[] => piecesOf(text, STOPS_OF_CLAUSES);

/** Where the clause begins that ends at a place of a text: behind the last of some marks before it, but not before `least`. */
export function clauseStart(text: string, end: number, least = 0, marks = '，；：（）。'): number {
  let at = end;
  while (at > Math.max(0, least) && !marks.includes(text[at - 1] ?? '')) at--;
  return at;
}
