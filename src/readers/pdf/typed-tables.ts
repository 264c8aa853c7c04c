import { least } from '../../limits/extremes.js';
import { isCount } from './cell-text.js';
import type { Line } from './glyph-lines.js';
import { partedLines, type PartedLine as Row } from './line-parts.js';
import type { Measure, PageTable } from './page-block.js';
import { typedRegion } from './typed-region.js';

/** Tables without rules: lines whose texts stand apart, one below the other. */

/** So many lines with figures apart make a table. */
const FEWEST = 3;

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

/** The place of the first figure in a row of them. */
const firstFigure = ({ parts }: Row): number =>
  least(parts.filter((part) => isCount(part.line.text)).map(({ left }) => left));

/** A line that may be part of a label: short, and left of all figures. */
const isLabelLine = ({ line }: Row, left: number): boolean => line.right < left && line.text.length < 40;

/** A column of labels as narrow as this, in ems, makes many lines of them; no text is set so narrow. */
const NARROW = 8;

const isNarrow = ({ line }: Row): boolean => line.right - line.left < NARROW * line.size;

/** Where a table ends: the last line with texts apart before running text. */
function endOf(rows: readonly Row[], start: number, measure: Measure): number {
  const full = 0.85 * (measure.right - measure.left);
  let [end, left, narrow] = [start, -Infinity, 0];
  for (let i = start; i < rows.length; i++) {
    const row = rows[i] as Row;
    const { parts, line } = row;
    if (line.size > 1.2 * (rows[start] as Row).line.size || isHeading(rows, i)) break;
    const isNext = isNextLine(rows, i);
    if (row.figures > 0) left = firstFigure(row);
    if (parts.length > 1) {
      end = i + 1;
      narrow = 0;
    } else if (isNext && isNarrow(row) && isLabelLine(row, left)) narrow += 1;
    else if (line.right - line.left > full || i - end - narrow >= (isNext ? MOST_LINES : MOST_FREE)) break;
  }
  return end;
}

/** How surely a line with figures is of a table: one with three counts twice, and one with more than any text has is enough. */
const weightOfRow = ({ figures }: Row): number => (figures > 7 ? FEWEST : figures > 2 ? 2 : Math.min(figures, 1));

/** Heads over figures that stand below each other count as well. */
function weightOf(rows: readonly Row[]): number {
  const weight = rows.reduce((sum, row) => sum + weightOfRow(row), 0);
  const heads = rows.filter(({ figures, isAligned }) => figures === 0 && isAligned).length;
  return rows.filter(({ figures, isAligned }) => figures > 0 && isAligned).length > 1 ? weight + heads : weight;
}

/** No label has more lines above or below its figures, but in a narrow column. */
const [MOST_BESIDE, MOST_NARROW] = [4, 40];

/** How many lines before (or after) a row go with the label beside the figures. */
function linesBeside(rows: readonly Row[], at: number, step: -1 | 1, left: number): number {
  let count = 0;
  for (;;) {
    const [near, next] = [rows[at + step * count], rows[at + step * (count + 1)]];
    if (near === undefined || next === undefined || !isLabelLine(next, left)) break;
    if (count >= (isNarrow(next) ? MOST_NARROW : MOST_BESIDE) || isHeading(rows, at + step * (count + 1))) break;
    if (Math.abs(next.line.y - near.line.y) > SAME_CELL * next.line.size) break;
    count += 1;
  }
  return count;
}

/** Lines beside the first row of a table, or its last, if figures stand there or lines of a label go on from them. */
function besideEnd(rows: readonly Row[], from: number, to: number, step: -1 | 1): number {
  const own = rows.slice(from, to);
  const figures = step < 0 ? own.find((row) => row.figures > 0) : own.findLast((row) => row.figures > 0);
  const end = step < 0 ? own[0] : own.at(-1);
  if (figures === undefined || end === undefined) return 0;
  const left = firstFigure(figures);
  return end === figures || isLabelLine(end, left) ? linesBeside(rows, step < 0 ? from : to - 1, step, left) : 0;
}

/** The lines of a page, with tables in the place of the lines that make them. */
export function typedTables(
  lines: readonly Line[],
  measure: Measure,
  make: () => { readonly at: string; readonly page: number },
): readonly (Line | PageTable)[] {
  const rows = partedLines(lines);
  const found: (Line | PageTable)[] = [];
  for (let i = 0; i < rows.length; ) {
    const end = (rows[i] as Row).parts.length > 1 ? endOf(rows, i, measure) : i;
    if (weightOf(rows.slice(i, end)) >= FEWEST) {
      const free = found.length - 1 - found.findLastIndex((part) => 'kind' in part);
      const before = Math.min(free, besideEnd(rows, i, end, -1));
      const last = end + besideEnd(rows, i, end, 1);
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
