import { closest, distance } from 'fastest-levenshtein';

/** Characters of the longest word that is compared: the time for one grows with the square of its length. */
const LONGEST = 300;

/** The known word closest to an unknown one, if it is close enough to be what was meant. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (word.length > LONGEST) return undefined;
  const most = Math.max(2, word.length / 2.5);
  // Words are at least as far apart as their lengths.
  const near = known.filter(({ length }) => Math.abs(length - word.length) <= most);
  if (near.length === 0) return undefined;
  const best = closest(word, near);
  const changes = distance(word, best);
  // Two words without a letter in common are as far apart as they are long.
  return changes <= most && changes < Math.max(word.length, best.length) ? best : undefined;
}

/** A hint that names the nearest known word, or lists what is known. */
export function didYouMean(word: string, known: readonly string[]): string {
  const best = nearest(word, known);
  if (known.length === 0) return '删去它；这里没有可用的名称';
  return best === undefined ? `可用的有：${known.join('、')}` : `是不是想写 ${best}？`;
}
