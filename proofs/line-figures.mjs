import { AREA } from '../test/readers/pdf-lines.mjs';

/**
 * How evenly lines are set. The stretch of a line is how much further apart two Chinese characters stand in it than in lines that are not
 * stretched, in characters; negative never counts.
 *
 * @typedef {import('./drawn-lines.mjs').Line} Line
 */

const HAN = /^\p{Script=Han}$/u;
/** Marks that have a blank half behind them, which may hang over the edge. */
const HALF_BLANK = '、，。：；！？）》〉」』】〕”’';

/** The distances of the Chinese characters of a line from the next ones, in points. @param {Line} line */
function distances({ characters }) {
  return characters.flatMap(({ text, x }, i) => {
    const next = characters[i + 1];
    return next && HAN.test(text) && HAN.test(next.text) ? [next.x - x] : [];
  });
}

/** @param {number[]} numbers */
const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;

/** How much of a line is empty at its end, in points. @param {Line} line */
function emptyEnd({ characters, size }) {
  const last = characters[characters.length - 1];
  const blank = HALF_BLANK.includes(last.text) && last.width > 0.9 * size ? size / 2 : 0;
  return AREA.right - (last.x + last.width - blank);
}

/** The stretch of a justified line; one that does not reach its end counts as if it did. @param {Line} line @param {number} natural */
function stretchOf(line, natural) {
  const empty = emptyEnd(line);
  const apart = distances(line);
  const more = empty > 1 ? empty / (line.characters.length - 1) : 0;
  return (apart.length < 2 ? more : median(apart) - natural + more) / line.size;
}

/** The stretches of the justified lines of each paragraph of a file: all lines but the last. @param {Line[][]} paragraphs */
export function stretchesOf(paragraphs) {
  const natural = median(paragraphs.flatMap((lines) => distances(/** @type {Line} */ (lines.at(-1)))));
  return paragraphs.map((lines) => lines.slice(0, -1).map((line) => Math.max(0, stretchOf(line, natural))));
}

/** Lines stretched over 10 %, with what begins the next and did not fit. @param {Line[][]} paragraphs */
export const widePlaces = (paragraphs) =>
  stretchesOf(paragraphs).flatMap((stretches, i) =>
    stretches.flatMap((one, k) =>
      one > 0.1
        ? [`${(one * 100).toFixed(1)} %: ${paragraphs[i][k].text} | ${paragraphs[i][k + 1].text.slice(0, 12)}`]
        : [],
    ),
  );

const share = (/** @type {number} */ part, /** @type {number} */ all) => (all === 0 ? 0 : part / all);

/** @param {number[][]} paragraphs the stretches of their justified lines */
export function evenness(paragraphs) {
  const all = paragraphs.flat();
  const mean = share(
    all.reduce((a, b) => a + b, 0),
    all.length,
  );
  const over = (/** @type {number} */ limit) => share(all.filter((one) => one > limit).length, all.length);
  const neighbours = paragraphs.flatMap((lines) => lines.slice(1).map((one, i) => Math.abs(one - lines[i])));
  return {
    lines: all.length,
    over5: over(0.05),
    over10: over(0.1),
    over15: over(0.15),
    deviation: Math.sqrt(
      share(
        all.reduce((sum, one) => sum + (one - mean) ** 2, 0),
        all.length,
      ),
    ),
    uneven: share(neighbours.filter((one) => one > 0.05).length, all.length),
  };
}
