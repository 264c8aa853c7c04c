import { linesOf } from './pdf-lines.mjs';

/**
 * The gaps within numeric expressions, read off the operators that draw them.
 *
 * @typedef {import('./pdf-content.mjs').Text} Text
 * @typedef {import('./pdf-content.mjs').Rule} Rule
 */

const EXPRESSION =
  /[≥≤±＋+￥¥$＄№]?[\d０-９]+(?:[.,．][\d０-９]+)*[%％‰℃°㎡]*(?:(?:[～〜~－–—×:/／-]|(?<![\d０-９]{4})：){1,2}[\d０-９]+(?:[.,．][\d０-９]+)*[%％‰℃°㎡]*)*/gu;
/** On the grid of 28 characters full-width ones stand a little closer; anything wider than this is a gap. In points. */
const GAP = 0.05;

/** The characters of a line with the space after each, in one list for each cell. @param {Text[]} runs @param {Rule[]} rules */
function spaced(runs, rules) {
  const isApart = (/** @type {Text} */ { x, y, width }, /** @type {Text | undefined} */ next) =>
    next !== undefined &&
    rules.some(({ x1, x2, y1, y2 }) => x1 === x2 && x1 >= x + width && x1 <= next.x && y1 < y && y2 > y);
  /** @type {{ character: string, gap: number }[][]} */
  const cells = [[]];
  for (const [i, run] of runs.entries()) {
    const { text, x, width, spacing } = run;
    const next = runs[i + 1];
    const after = next ? next.x - x - width : 0;
    const characters = [...text];
    for (const [k, character] of characters.entries()) {
      const gap = k < characters.length - 1 ? spacing : after;
      cells[cells.length - 1].push({ character, gap });
    }
    if (isApart(run, next)) cells.push([]);
  }
  return cells;
}

/** @param {{ character: string, gap: number }[]} characters */
function faultsIn(characters) {
  const text = characters.map(({ character }) => character).join('');
  return [...text.matchAll(EXPRESSION)].flatMap(({ 0: found, index }) =>
    characters.slice(index, index + found.length - 1).some(({ gap }) => gap > GAP)
      ? [`a gap in ${found}: “${text}”`]
      : [],
  );
}

/**
 * Where a numeric expression has a gap in it.
 *
 * @param {readonly { texts: Text[], rules: Rule[] }[]} pages as `readPdf` gives them
 * @returns {string[]}
 */
export function gapFaults(pages) {
  return pages.flatMap(({ texts, rules }, i) =>
    linesOf(texts).flatMap(({ y }) => {
      const runs = texts.filter((text) => Math.abs(text.y - y) < 0.5).sort((a, b) => a.x - b.x);
      return spaced(runs, rules)
        .flatMap(faultsIn)
        .map((fault) => `page ${i + 1}: ${fault}`);
    }),
  );
}
