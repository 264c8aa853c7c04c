import { least } from '../../limits/extremes.js';
import { columnsOf } from './aligned-table.js';
import { isCount } from './cell-text.js';
import { partedWord, textOfWord, type Word } from './glyph-words.js';
import type { Measure } from './page-block.js';

/** Figures on one baseline, and what else stands among them. */
export interface FigureRow {
  readonly y: number;
  /** Where its first figure begins: what ends before is a label. Tables one below the other have their columns elsewhere. */
  readonly left: number;
  readonly words: readonly Word[];
}

/** The words of a table without rules: rows of figures, and everything else. */
export interface FigureRows {
  readonly rows: readonly FigureRow[];
  readonly others: readonly Word[];
}

export const baselineOf = ({ glyphs: [head] }: Word): number => head?.y ?? 0;

export const sizeOf = ({ glyphs: [head] }: Word): number => head?.size ?? 0;

const isCountWord = (word: Word): boolean => isCount(textOfWord(word));

/** Words in rows by their baselines. */
export function byBaseline(words: readonly Word[], near = 0.35): readonly (readonly Word[])[] {
  const rows: Word[][] = [];
  for (const word of words.toSorted((a, b) => baselineOf(a) - baselineOf(b))) {
    const row = rows.at(-1);
    if (row && baselineOf(word) - baselineOf(row[0] as Word) <= near * sizeOf(word)) row.push(word);
    else rows.push([word]);
  }
  return rows;
}

const isOver = (column: Measure, word: Measure): boolean => word.left < column.right && word.right > column.left;

/** Columns in which several rows have figures, or one that has more than any text would. */
function columnsIn(words: readonly Word[]): readonly Measure[] {
  const rows = byBaseline(words.filter(isCountWord));
  return columnsOf(rows).filter((column) => {
    const having = rows.filter((row) => row.some((word) => isOver(column, word)));
    return having.length > 1 || having.some((row) => row.length > 2);
  });
}

/** Parts labels from figures that touch them, where a column of figures begins. */
function partedAt(words: readonly Word[], columns: readonly Measure[]): readonly Word[] {
  const edges = columns.map(({ left }) => left);
  return words.flatMap((word) => (isCountWord(word) ? [word] : partedWord(word, edges)));
}

/** Whether a figure may go on below: what follows on its line leaves room for no other digit, so narrow is its column. */
function isFull(word: Word, row: readonly Word[]): boolean {
  const lefts = row.map(({ left }) => left).sort((a, b) => a - b);
  const at = lefts.indexOf(word.left);
  const [from, to] = at + 1 < lefts.length ? [lefts[at], lefts[at + 1]] : [lefts[at - 1], lefts[at]];
  const width = (to ?? Infinity) - (from ?? 0);
  return width - (word.right - word.left) < 1.5 * sizeOf(word);
}

/** Whether a line of digits only goes on with figures of the line above, each right below the one that it is of. */
function isRestOf(rest: readonly Word[], row: readonly Word[]): boolean {
  const isNear = baselineOf(rest[0] as Word) - baselineOf(row.at(-1) as Word) < 1.5 * sizeOf(rest[0] as Word);
  return (
    isNear &&
    rest.length < row.length &&
    rest.every((word) => {
      const upper = row.findLast((one) => isOver(one, word));
      const isShort = upper !== undefined && word.right - word.left <= upper.right - upper.left;
      return isShort && /^\d+(?:\.\d+)?$/.test(textOfWord(word)) && isFull(upper, row);
    })
  );
}

/** Rows of figures by their baselines; figures that a narrow column breaks are whole. */
function wholeRows(figures: readonly Word[], labels: readonly Word[]): readonly (readonly Word[])[] {
  const rows: (readonly Word[])[] = [];
  for (const row of byBaseline(figures)) {
    const above = rows.at(-1);
    const y = baselineOf(row[0] as Word);
    const isBare = !labels.some((word) => Math.abs(baselineOf(word) - y) < 0.35 * sizeOf(word));
    if (above && isBare && isRestOf(row, above)) rows[rows.length - 1] = [...above, ...row];
    else rows.push(row);
  }
  return rows;
}

/** The rows of figures among words. */
export function figureRows(words: readonly Word[]): FigureRows {
  const columns = columnsIn(words);
  const left = least(columns.map((column) => column.left));
  const parted = partedAt(words, columns);
  const isInZone = (word: Word) => word.right > left + 0.3 * sizeOf(word);
  const isFigureWord = (word: Word) => isCountWord(word) && isInZone(word);
  const counts = wholeRows(
    parted.filter(isFigureWord),
    parted.filter((word) => !isFigureWord(word)),
  );
  const taken = new Set<Word>();
  const rows = counts.map((figures): FigureRow => {
    const y = baselineOf(figures[0] as Word);
    const first = least(figures.map((word) => word.left));
    const beside = parted.filter(
      (word) => !isCountWord(word) && word.left > first && Math.abs(baselineOf(word) - y) < 0.35 * sizeOf(word),
    );
    const all = [...figures, ...beside];
    for (const word of all) taken.add(word);
    return { y, left: first, words: all };
  });
  return { rows, others: parted.filter((word) => !taken.has(word)) };
}
