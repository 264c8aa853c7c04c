import { closest, distance } from 'fastest-levenshtein';

/** The known word closest to an unknown one, if it is close enough to be what was meant. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const best = closest(word, [...known]);
  const changes = distance(word, best);
  // Two words without a letter in common are as far apart as they are long.
  const isClose = changes <= Math.max(2, word.length / 2.5) && changes < Math.max(word.length, best.length);
  return isClose ? best : undefined;
}

/** A hint that names the nearest known word, or lists what is known. */
export function didYouMean(word: string, known: readonly string[]): string {
  const best = nearest(word, known);
  if (known.length === 0) return '删去它；这里没有可用的名称';
  return best === undefined ? `可用的有：${known.join('、')}` : `是不是想写 ${best}？`;
}
