import { greatest, least } from '../../limits/extremes.js';
import { isFigure } from './cell-text.js';
import type { DrawnPage, Glyph } from './drawn-page.js';
import { baselineOf, byBaseline, sizeOf } from './figure-rows.js';
import { textOfWord, type Word, wordsOf } from './glyph-words.js';
import type { Box } from './page-geometry.js';

/** Parts of a page that are read one after the other: above, beside and below columns of running text. */

/** So many lines beside each other make two columns; so many belong to them elsewhere on the page. */
const [FEWEST, FURTHER] = [8, 1];

/** Where a gap between columns may be, as a part of the width. */
const [FIRST, LAST] = [0.3, 0.7];

/** Lines of two columns are beside each other where their baselines are no farther apart, in ems: tables and headings move them. */
const BESIDE = 0.75;

/** A gap is looked for at so many places at most, two points apart or more: the width is what the file says. */
const PLACES = 200;

/** A row of words, or a table, which no gap goes through. */
interface Strip {
  readonly y: number;
  readonly words: readonly Word[];
  readonly isTable: boolean;
  readonly grid?: Box;
}

interface Run {
  readonly from: number;
  readonly to: number;
}

const isIn = ({ x, y }: Glyph, { left, right, top, bottom }: Box): boolean =>
  x > left && x < right && y > top && y < bottom;

function stripsOf({ glyphs, grids }: DrawnPage): readonly Strip[] {
  const outside = glyphs.filter((glyph) => !grids.some((grid) => isIn(glyph, grid)));
  const rows = byBaseline(wordsOf(outside), BESIDE).map((words) => ({
    y: baselineOf(words[0] as Word),
    words,
    isTable: isTabular(words),
  }));
  const tables = grids.map((grid) => ({ y: grid.top, words: [], isTable: false, grid }));
  return [...rows, ...tables].sort((a, b) => a.y - b.y);
}

/** A row of a table without rules: a figure that stands alone, or texts in more than two places. */
function isTabular(words: readonly Word[]): boolean {
  const inOrder = words.toSorted((a, b) => a.left - b.left);
  const apart = inOrder.map((word, i) => i === 0 || word.left - (inOrder[i - 1] as Word).right > sizeOf(word));
  const isAlone = inOrder.some((word, i) => isFigure(textOfWord(word)) && apart[i] && apart[i + 1] !== false);
  return isAlone || apart.filter((one) => one).length > 2;
}

const crosses = ({ words, grid, isTable }: Strip, x: number): boolean =>
  isTable ||
  (grid !== undefined && grid.left < x && grid.right > x) ||
  words.some((word) => word.left < x + 0.2 * sizeOf(word) && word.right > x - 0.2 * sizeOf(word));

const isBeside = ({ words }: Strip, x: number): boolean =>
  words.some(({ right }) => right < x) && words.some(({ left }) => left > x);

/** Stretches of strips that a gap parts. */
function runsAt(strips: readonly Strip[], x: number): readonly Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (let i = 0; i <= strips.length; i++) {
    const strip = strips[i];
    if (strip && !crosses(strip, x)) continue;
    if (strips.slice(from, i).filter((one) => isBeside(one, x)).length >= FURTHER) runs.push({ from, to: i });
    from = i + 1;
  }
  return runs;
}

const besideIn = (strips: readonly Strip[], { from, to }: Run, x: number): readonly Strip[] =>
  strips.slice(from, to).filter((one) => isBeside(one, x));

/** Whether texts on both sides run on from line to line: on the left up to the gap, on the right from the same edge. */
function isRunningText(beside: readonly Strip[], x: number): boolean {
  const sides = beside.map(({ words }) => ({
    before: words.filter(({ right }) => right < x),
    behind: words.filter(({ left }) => left > x),
  }));
  const size = sizeOf(beside[0]?.words[0] as Word);
  const starts = sides.map(({ behind }) => least(behind.map(({ left }) => left)));
  const edge = least(starts);
  const full = sides.filter(({ before }) => greatest(before.map(({ right }) => right)) > x - 3.5 * size);
  const flush = starts.filter((start) => start - edge < 2.6 * size);
  const lettersIn = (words: readonly Word[]) => words.reduce((sum, { glyphs }) => sum + glyphs.length, 0);
  const wordy = sides.filter(({ before, behind }) => lettersIn(before) > 9 && lettersIn(behind) > 9);
  const isWordy = wordy.length > 0.7 * sides.length;
  return isWordy && full.length > 0.5 * sides.length && flush.length > 0.75 * sides.length;
}

/** A gap between two columns of running text, with the stretches that it parts. */
interface Gap {
  readonly x: number;
  readonly runs: readonly Run[];
  /** The lines that stand beside each other. */
  readonly count: number;
}

/** What would be parted by a gap at a place. */
function gapAt(strips: readonly Strip[], x: number): Gap & { readonly beside: readonly Strip[] } {
  const runs = runsAt(strips, x);
  const beside = runs.flatMap((run) => besideIn(strips, run, x));
  return { x, runs, count: beside.length, beside };
}

/** The gap of a page: in the middle of the places that part most lines. */
function gapIn(strips: readonly Strip[], width: number): Gap | undefined {
  const step = Math.max(2, ((LAST - FIRST) * width) / PLACES);
  const places = Array.from({ length: PLACES + 1 }, (_, place) => Math.round(FIRST * width) + place * step);
  const found = places
    .filter((x) => x <= LAST * width)
    .map((x) => gapAt(strips, x))
    .filter(({ x, count, beside }) => count >= FEWEST && isRunningText(beside, x));
  const most = greatest(
    found.map(({ count }) => count),
    0,
  );
  const best = found.filter(({ count }) => count === most);
  return best[Math.floor(best.length / 2)];
}

/** Where a strip begins: a table at its edge, right below a line; a line a little above its baseline. */
const topOf = (strip: Strip | undefined): number | undefined => strip && (strip.grid ? strip.y : strip.y - 4);

function frame(page: DrawnPage, isHere: (x: number, y: number) => boolean, width: number): DrawnPage {
  return {
    ...page,
    width,
    glyphs: page.glyphs.filter(({ x, y }) => isHere(x, y)),
    grids: page.grids.filter(({ left, right, top }) => isHere((left + right) / 2, top)),
  };
}

/** The parts of a page in the order in which they are read. */
function partsAt(page: DrawnPage, strips: readonly Strip[], { x: middle, runs }: Gap): readonly DrawnPage[] {
  const frames: DrawnPage[] = [];
  let end = -Infinity;
  for (const { from, to } of runs) {
    const start = topOf(strips[from]) ?? 0;
    const stop = topOf(strips[to]) ?? Infinity;
    const last = end;
    frames.push(frame(page, (_, y) => y >= last && y < start, page.width));
    frames.push(frame(page, (x, y) => y >= start && y < stop && x < middle, middle));
    const right = frame(page, (x, y) => y >= start && y < stop && x >= middle, page.width - middle);
    frames.push({ ...right, from: middle });
    end = stop;
  }
  const last = end;
  frames.push(frame(page, (_, y) => y >= last, page.width));
  // What is told of the whole page is told once.
  return frames
    .filter(({ glyphs }) => glyphs.length > 0)
    .map((one, i) => (i === 0 ? one : { ...one, switchedOff: '', beside: '', over: '' }));
}

/**
 * The parts of each page in the order in which they are read. A page without columns is its only part; where other pages of the same
 * width have columns, a few lines are enough.
 */
export function framesOf(pages: readonly DrawnPage[]): readonly (readonly DrawnPage[])[] {
  const all = pages.map((page) => ({ page, strips: stripsOf(page) }));
  const gaps = all.map(({ page, strips }) => (strips.length < FEWEST ? undefined : gapIn(strips, page.width)));
  const known = gaps.map((gap, i) => gap && { x: gap.x, width: pages[i]?.width });
  return all.map(({ page, strips }, i) => {
    const other = known.find((one) => one !== undefined && one.width === page.width);
    const gap = gaps[i] ?? (other && gapAt(strips, other.x));
    return gap && gap.count > 0 ? partsAt(page, strips, gap) : [page];
  });
}
