/** A sentence, and where it begins in its paragraph. */
export interface Sentence {
  readonly text: string;
  readonly from: number;
}

/** The sentences of a paragraph, each with its stop. */
export const sentencesOf = (text: string): readonly Sentence[] =>
  [...text.matchAll(/[^。！？]+[。！？]?/gu)].map(({ 0: sentence, index }) => ({ text: sentence, from: index }));
