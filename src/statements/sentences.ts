/** A sentence, and where it begins in its paragraph. */
export interface Sentence {
  readonly text: string;
  readonly from: number;
}

/** What ends what is told of one thing: a semicolon, too. */
export const ENDS_OF_CLAUSES = '。；';

/** The sentences of a paragraph, or the pieces that other marks end, each with its stop. Of several stops in a row the others are none's. */
export function sentencesOf(text: string, stops = '。！？'): readonly Sentence[] {
  const found: Sentence[] = [];
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    if (!stops.includes(text[i] ?? '')) continue;
    if (i > from) found.push({ text: text.slice(from, i + 1), from });
    from = i + 1;
  }
  if (from < text.length) found.push({ text: text.slice(from), from });
  return found;
}

/** Where the clause begins that ends at a place of a text: behind the last of some marks before it, but not before `least`. */
export function clauseStart(text: string, end: number, least = 0, marks = '，；：（）。'): number {
  let at = end;
  while (at > least && !marks.includes(text[at - 1] ?? '')) at--;
  return at;
}
