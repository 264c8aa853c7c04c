import { greatest, least } from '../../limits/extremes.js';
import { alignedTable, type Segment } from './aligned-table.js';
import { isFigure } from './cell-text.js';
import { baselineOf, type FigureRow, figureRows, sizeOf } from './figure-rows.js';
import { type Line, linesOf } from './glyph-lines.js';
import { textOfWord, type Word, wordsOf } from './glyph-words.js';
import { headRows } from './head-rows.js';
import { labelledRows } from './label-rows.js';
import type { PageTable } from './page-block.js';

/** The tables in lines whose texts stand apart: rows are where figures are, and the labels beside them are shared among them. */

/** A row of a table, and where it stands. */
interface Row {
  readonly y: number;
  readonly segments: readonly Segment[];
}

function segmentOf(words: readonly Word[]): Segment {
  const lines = linesOf(words.flatMap(({ glyphs }) => glyphs));
  const left = least(words.map((word) => word.left));
  const right = greatest(words.map((word) => word.right));
  return { left, right, blocks: (at) => [{ kind: 'paragraph', lines, at, measure: { left, right } }] };
}

/** Two figures that stand close together: one only if the second goes on with its thousands. */
const isNewFigure = (last: Word, word: Word): boolean =>
  isFigure(textOfWord(last)) &&
  isFigure(textOfWord(word)) &&
  word.left > last.right + 0.1 * sizeOf(word) &&
  !/^\d{3}(?:\.\d+)?$/.test(textOfWord(word));

/** Words of a row that stand below each other, or close together, are one text. */
function textsIn(words: readonly Word[]): readonly (readonly Word[])[] {
  const groups: { words: Word[]; left: number; right: number }[] = [];
  for (const word of words.toSorted((a, b) => a.left - b.left)) {
    const group = groups.find(
      (one) => word.left < one.right + 0.45 * sizeOf(word) && !isNewFigure(one.words.at(-1) as Word, word),
    );
    if (group) {
      group.words.push(word);
      group.right = Math.max(group.right, word.right);
    } else groups.push({ words: [word], left: word.left, right: word.right });
  }
  return groups.map((group) => group.words);
}

/** A stretch of rows of figures with no heads between them, and the labels beside them. */
function labelled(rows: readonly FigureRow[], labels: readonly Word[]): readonly Row[] {
  const ys = rows.map(({ y }) => y);
  const shared = labelledRows(labels, ys);
  const found = rows.map(({ y, words }, i) => ({
    y,
    segments: [...(shared.labels[i] ?? []), ...textsIn(words)].map(segmentOf),
  }));
  const alone = shared.alone.map((words) => ({
    y: baselineOf(words[0] as Word),
    segments: [segmentOf(words)],
  }));
  return [...found, ...alone].sort((a, b) => a.y - b.y);
}

/** The words between two rows of figures: labels of the row above, heads, labels of the row below. */
interface Gap {
  readonly above: readonly Word[];
  readonly heads: readonly Word[];
  readonly below: readonly Word[];
}

/** A label beside figures, with its further lines: it is none of the heads of a table below that begins farther left. */
function besideRow(words: readonly Word[], { y, left }: FigureRow): ReadonlySet<Word> {
  const found = new Set<Word>();
  for (const word of words) {
    const isBeside = Math.abs(baselineOf(word) - y) < 0.35 * sizeOf(word);
    const goesOn = [...found].some((one) => {
      const isBelow = baselineOf(word) > baselineOf(one) && baselineOf(word) - baselineOf(one) < 1.7 * sizeOf(word);
      return isBelow && Math.abs(one.left - word.left) < 0.3 * sizeOf(word);
    });
    if (word.right <= left && (isBeside || goesOn)) found.add(word);
  }
  return found;
}

/** What stands between two rows, of which the upper or the lower one may be missing. */
function gapOf(words: readonly Word[], upper: FigureRow | undefined, lower: FigureRow | undefined): Gap {
  const left = Math.min(upper?.left ?? Infinity, lower?.left ?? Infinity);
  const beside = upper ? besideRow(words, upper) : new Set<Word>();
  const free = words.filter((word) => !beside.has(word));
  const over = free.filter((word) => word.right > left + 0.3 * sizeOf(word));
  if (over.length === 0) return { above: [], heads: [], below: words };
  const ys = over.map(baselineOf);
  const [first, last] = [least(ys) - 2, greatest(ys) + 2];
  return {
    above: [...beside, ...free.filter((word) => baselineOf(word) < first)],
    heads: free.filter((word) => baselineOf(word) >= first && baselineOf(word) <= last),
    below: free.filter((word) => baselineOf(word) > last),
  };
}

const headsAsRows = (words: readonly Word[]): readonly Row[] =>
  headRows(words).map((heads) => ({
    y: baselineOf((heads[0] as readonly Word[])[0] as Word),
    segments: heads.map(segmentOf),
  }));

/** The tables of a stretch of lines: a new one begins with every row of heads. */
export function typedRegion(
  lines: readonly Line[],
  make: () => { readonly at: string; readonly page: number },
): readonly PageTable[] {
  const { rows, others } = figureRows(lines.flatMap(({ glyphs }) => wordsOf(glyphs)));
  const isIn = (i: number) => (word: Word) =>
    baselineOf(word) >= (rows[i - 1]?.y ?? -Infinity) && baselineOf(word) < (rows[i]?.y ?? Infinity);
  const gaps = Array.from({ length: rows.length + 1 }, (_, i) => gapOf(others.filter(isIn(i)), rows[i - 1], rows[i]));
  const tables: { heads: readonly Row[]; rows: readonly Row[] }[] = [];
  for (let from = 0; from < rows.length; ) {
    let to = from + 1;
    while (to < rows.length && gaps[to]?.heads.length === 0) to++;
    const [before, after] = [gaps[from] as Gap, gaps[to] as Gap];
    const within = gaps.slice(from + 1, to).flatMap(({ below }) => below);
    const behind = after.heads.length > 0 ? after.above : after.below;
    const heads = headsAsRows([...(from === 0 ? before.above : []), ...before.heads]);
    tables.push({ heads, rows: labelled(rows.slice(from, to), [...before.below, ...within, ...behind]) });
    from = to;
  }
  const last = gaps.at(-1);
  if (last && last.heads.length > 0) tables.push({ heads: headsAsRows([...last.heads, ...last.below]), rows: [] });
  const segmentsOf = (some: readonly Row[]) => some.map(({ segments }) => segments);
  return tables.map((one) => alignedTable(segmentsOf(one.rows), make(), segmentsOf(one.heads)));
}
