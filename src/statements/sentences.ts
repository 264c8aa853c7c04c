/** A sentence, and where it begins in its paragraph. */
export interface Sentence {
  readonly text: string;
  readonly from: number;
}

const SENTENCES = /[^。！？]+[。！？]?/gu;
/** What is told of one thing: up to a semicolon, too. */
export const CLAUSES = /[^。；]+[。；]?/gu;

/** The sentences of a paragraph, or the pieces that a pattern finds, each with its stop. */
export const sentencesOf = (text: string, pieces: RegExp = SENTENCES): readonly Sentence[] =>
  [...text.matchAll(pieces)].map(({ 0: sentence, index }) => ({ text: sentence, from: index }));

/** Where the clause begins that ends at a place of a text: behind the last of some marks before it, but not before `least`. */
export function clauseStart(text: string, end: number, least = 0, marks = '，；：（）。'): number {
  let at = end;
  while (at > least && !marks.includes(text[at - 1] ?? '')) at--;
  return at;
}
