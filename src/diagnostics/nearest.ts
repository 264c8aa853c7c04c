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

/** For so many unknown words the nearest is looked for: to go through all known ones takes time. */
const MOST_LIKENED = 100;

/** Looks for the nearest of many known words, another one that is not meant aside; for the first unknown ones only. */
export function nearestOf(known: readonly string[]): (word: string, aside?: string) => string | undefined {
  let asked = 0;
  return (word, aside) => {
    asked += 1;
    if (asked > MOST_LIKENED) return undefined;
    return nearest(
      word,
      known.filter((one) => one !== aside),
    );
  };
}

/** A hint that names the nearest known word, or lists what is known. */
export function didYouMean(word: string, known: readonly string[]): string {
  const best = nearest(word, known);
  if (known.length === 0) return '删去它；这里没有可用的名称';
  return best === undefined ? `可用的有：${known.join('、')}` : `是不是想写 ${best}？`;
}
