import { least } from '../../limits/extremes.js';
import { columnsOf } from './aligned-table.js';
import { isFigure } from './cell-text.js';
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

/** A figure that is not the number of a label, such as `1.`. */
const isCount = (word: Word): boolean => isFigure(textOfWord(word)) && !/[.．]$/u.test(textOfWord(word));

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
  const rows = byBaseline(words.filter(isCount));
  return columnsOf(rows).filter((column) => {
    const having = rows.filter((row) => row.some((word) => isOver(column, word)));
    return having.length > 1 || having.some((row) => row.length > 2);
  });
}

/** Parts labels from figures that touch them, where a column of figures begins. */
function partedAt(words: readonly Word[], columns: readonly Measure[]): readonly Word[] {
  const edges = columns.map(({ left }) => left);
  return words.flatMap((word) => (isCount(word) ? [word] : partedWord(word, edges)));
}

/** The rows of figures among words. */
export function figureRows(words: readonly Word[]): FigureRows {
  const columns = columnsIn(words);
  const left = least(columns.map((column) => column.left));
  const parted = partedAt(words, columns);
  const isInZone = (word: Word) => word.right > left + 0.3 * sizeOf(word);
  const counts = byBaseline(parted.filter((word) => isCount(word) && isInZone(word)));
  const taken = new Set<Word>();
  const rows = counts.map((figures): FigureRow => {
    const y = baselineOf(figures[0] as Word);
    const first = least(figures.map((word) => word.left));
    const beside = parted.filter(
      (word) => !isCount(word) && word.left > first && Math.abs(baselineOf(word) - y) < 0.35 * sizeOf(word),
    );
    const all = [...figures, ...beside];
    for (const word of all) taken.add(word);
    return { y, left: first, words: all };
  });
  return { rows, others: parted.filter((word) => !taken.has(word)) };
}
