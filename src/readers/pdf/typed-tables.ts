import { least } from '../../limits/extremes.js';
import { isFigure } from './cell-text.js';
import { type Line, linesOf } from './glyph-lines.js';
import { textOfWord, type Word, wordsOf } from './glyph-words.js';
import type { Measure, PageTable } from './page-block.js';
import { typedRegion } from './typed-region.js';

/** Tables without rules: lines whose texts stand apart, one below the other. */

/** Texts farther apart than this, in ems, are not of one sentence. */
const APART = 1.3;

/** Two figures farther apart than this are not one. */
const NEXT = 0.5;

/** So many lines with figures apart make a table. */
const FEWEST = 3;

interface Part extends Measure {
  readonly line: Line;
}

/** The parts of a line that stand apart. */
function partsOf(line: Line): readonly Part[] {
  const groups: Line['glyphs'][number][][] = [];
  let last: Word | undefined;
  for (const word of wordsOf(line.glyphs).toSorted((a, b) => a.left - b.left)) {
    const isNext = last !== undefined && isFigure(textOfWord(last)) && isFigure(textOfWord(word));
    const isApart = last === undefined || word.left - last.right > (isNext ? NEXT : APART) * line.size;
    if (isApart) groups.push([...word.glyphs]);
    else for (const one of word.glyphs) groups.at(-1)?.push(one);
    last = word;
  }
  return groups.flatMap((glyphs) => linesOf(glyphs).map((one) => ({ line: one, left: one.left, right: one.right })));
}

interface Row {
  readonly line: Line;
  readonly parts: readonly Part[];
  /** The number of its parts that are figures, if it has more parts than one. */
  readonly figures: number;
}

function rowOf(line: Line): Row {
  const parts = partsOf(line);
  const figures = parts.filter((part) => isFigure(part.line.text)).length;
  return { line, parts, figures: parts.length > 1 ? figures : 0 };
}

const HEADING = /^[一二三四五六七八九十]{1,2}、/u;

/** Lines of one cell are not farther apart, in ems, and no table has more lines of heads. */
const [SAME_CELL, MOST_HEADS] = [1.7, 8];

/**
 * A numbered line above heads of columns, where no label can go on: the heading of the next table, not a label of this one.
 */
function isHeading(rows: readonly Row[], at: number): boolean {
  const [before, row] = [rows[at - 1], rows[at] as Row];
  if (before === undefined || rows[at + 1] === undefined || row.parts.length > 1 || !HEADING.test(row.line.text))
    return false;
  const isFree = !isNextLine(rows, at) && !isNextLine(rows, at + 1);
  if (!isFree && !(before.figures > 0 && HEADING.test(before.line.text))) return false;
  const below = rows.slice(at + 1, at + 1 + MOST_HEADS);
  const next = below.findIndex((one) => one.figures > 0);
  const left = next < 0 ? -Infinity : firstFigure(below[next] as Row);
  const heads = below.slice(0, next < 0 ? undefined : next).filter(({ parts }) => parts.length > 1);
  return heads.some(({ line }) => line.right > left);
}

/** So many lines of a label may stand above its figures; so many, if they stand free. */
const [MOST_LINES, MOST_FREE] = [8, 3];

/** Whether a line stands as close below the one before as lines of one cell do. */
const isNextLine = (rows: readonly Row[], at: number): boolean =>
  (rows[at] as Row).line.y - (rows[at - 1]?.line.y ?? -Infinity) < SAME_CELL * (rows[at] as Row).line.size;

/** Where a table ends: the last line with texts apart before running text. */
function endOf(rows: readonly Row[], start: number, measure: Measure): number {
  const full = 0.85 * (measure.right - measure.left);
  let end = start;
  for (let i = start; i < rows.length; i++) {
    const { parts, line } = rows[i] as Row;
    if (line.size > 1.2 * (rows[start] as Row).line.size || isHeading(rows, i)) break;
    if (parts.length > 1) end = i + 1;
    else if (line.right - line.left > full || i - end >= (isNextLine(rows, i) ? MOST_LINES : MOST_FREE)) break;
  }
  return end;
}

/** How surely lines are a table: a line with three figures counts twice, and one with more than any text has is enough. */
const weightOf = (rows: readonly Row[]): number =>
  rows.reduce((sum, { figures }) => sum + (figures > 7 ? FEWEST : figures > 2 ? 2 : Math.min(figures, 1)), 0);

/** A line that may be part of a label: short, and left of all figures. */
const isLabelLine = ({ parts, line }: Row, left: number): boolean =>
  parts.length === 1 && line.right < left && line.text.length < 40;

/** No label has more lines above or below its figures. */
const MOST_BESIDE = 4;

/** The place of the first figure in a row of them. */
const firstFigure = ({ parts }: Row): number =>
  least(parts.filter((part) => isFigure(part.line.text)).map(({ left }) => left));

/** How many lines before (or after) a row go with the label beside its figures. */
function linesBeside(rows: readonly Row[], at: number, step: -1 | 1): number {
  const row = rows[at];
  if (row === undefined || row.figures === 0) return 0;
  const left = firstFigure(row);
  let count = 0;
  while (count < MOST_BESIDE) {
    const [near, next] = [rows[at + step * count], rows[at + step * (count + 1)]];
    if (near === undefined || next === undefined || !isLabelLine(next, left)) break;
    if (isHeading(rows, at + step * (count + 1))) break;
    if (Math.abs(next.line.y - near.line.y) > SAME_CELL * next.line.size) break;
    count += 1;
  }
  return count;
}

/** The lines of a page, with tables in the place of the lines that make them. */
export function typedTables(
  lines: readonly Line[],
  measure: Measure,
  make: () => { readonly at: string; readonly page: number },
): readonly (Line | PageTable)[] {
  const rows = lines.map(rowOf);
  const found: (Line | PageTable)[] = [];
  for (let i = 0; i < rows.length; ) {
    const end = (rows[i] as Row).parts.length > 1 ? endOf(rows, i, measure) : i;
    if (weightOf(rows.slice(i, end)) >= FEWEST) {
      const free = found.length - 1 - found.findLastIndex((part) => 'kind' in part);
      const before = Math.min(free, linesBeside(rows, i, -1));
      const last = end + linesBeside(rows, end - 1, 1);
      found.splice(found.length - before, before);
      found.push(
        ...typedRegion(
          rows.slice(i - before, last).map(({ line }) => line),
          make,
        ),
      );
      i = last;
    } else {
      found.push((rows[i] as Row).line);
      i += 1;
    }
  }
  return found;
}
