import type { Counted } from './counted-numbers.js';
import type { Around } from './find-subjects.js';
import { clauseStart } from './sentences.js';

/** The words around a number in its sentence. */
export function around(
  text: string,
  at: Counted,
  previous: number,
  next: number,
): Around & { readonly begins: number } {
  const begins = clauseStart(text, at.from, previous);
  const behind = text.slice(at.to, next);
  const end = behind.search(/[，；：（）。]/u);
  // What stands before the next number of the same clause is said of that.
  const own = end < 0 ? behind.indexOf('、') : end;
  const after = own < 0 ? behind : behind.slice(0, own);
  return {
    before: text.slice(begins, at.from),
    after,
    back: text.slice(Math.max(previous, begins - 60), begins),
    begins,
  };
}

/** A number in its sentence, with the words around it. */
export interface Place {
  readonly counted: Counted;
  readonly words: ReturnType<typeof around>;
  /** What stands between the number before and this one. */
  readonly gap: string;
  /** Where its sentence begins in the paragraph. */
  readonly at: number;
  readonly rest: string;
  readonly isNarrow: boolean;
}
