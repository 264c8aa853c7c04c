import { greatest } from '../../limits/extremes.js';
import { baselineOf, sizeOf } from './figure-rows.js';
import type { Word } from './glyph-words.js';
import type { Measure } from './page-block.js';

/** The heads over columns of figures, in a table without rules. */

interface Head extends Measure {
  readonly words: Word[];
  left: number;
  right: number;
  /** The row of heads that it begins, counted from the outermost. */
  row: number;
}

const overlap = (a: Measure, b: Measure): boolean => a.left < b.right && b.left < a.right;

/** Lines closer than this, in ems, are of one head. */
const NEXT = 1.7;

/** The head that a word goes on: the only one above it, if it is the only word below that. */
function goesOn(word: Word, heads: readonly Head[], words: readonly Word[]): Head | undefined {
  const y = baselineOf(word);
  const above = heads.filter(
    (head) => overlap(head, word) && baselineOf(head.words.at(-1) as Word) < y - 0.35 * sizeOf(word),
  );
  const lowest = greatest(above.map((head) => baselineOf(head.words.at(-1) as Word)));
  const [only, ...others] = above.filter((head) => baselineOf(head.words.at(-1) as Word) === lowest);
  if (only === undefined || others.length > 0 || y - lowest > NEXT * sizeOf(word)) return undefined;
  const below = words.filter((one) => Math.abs(baselineOf(one) - y) < 0.35 * sizeOf(word) && overlap(only, one));
  return below.length === 1 ? only : undefined;
}

/** Words over columns as rows of heads, each head with all its lines. */
export function headRows(words: readonly Word[]): readonly (readonly (readonly Word[])[])[] {
  const heads: Head[] = [];
  for (const word of words.toSorted((a, b) => baselineOf(a) - baselineOf(b) || a.left - b.left)) {
    const same = heads.find((head) => {
      const last = head.words.at(-1) as Word;
      return (
        Math.abs(baselineOf(last) - baselineOf(word)) < 0.2 * sizeOf(word) &&
        word.left - last.right < 0.6 * sizeOf(word)
      );
    });
    const head = same ?? goesOn(word, heads, words);
    if (head) {
      head.words.push(word);
      head.left = Math.min(head.left, word.left);
      head.right = Math.max(head.right, word.right);
    } else {
      const above = heads.filter(
        (one) => overlap(one, word) || baselineOf(one.words[0] as Word) < baselineOf(word) - 3 * sizeOf(word),
      );
      heads.push({
        words: [word],
        left: word.left,
        right: word.right,
        row:
          greatest(
            above.map(({ row }) => row),
            -1,
          ) + 1,
      });
    }
  }
  const count = greatest(
    heads.map(({ row }) => row + 1),
    0,
  );
  return Array.from({ length: count }, (_, row) => heads.filter((head) => head.row === row).map((head) => head.words));
}
