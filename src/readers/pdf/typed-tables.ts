import { alignedTable, type Segment } from './aligned-table.js';
import { isFigure } from './cell-text.js';
import { type Line, linesOf } from './glyph-lines.js';
import { textOfWord, type Word, wordsOf } from './glyph-words.js';
import type { Measure, PageTable } from './page-block.js';

/** Tables without rules: lines whose texts stand apart, one below the other. */

/** Texts farther apart than this, in ems, are not of one sentence. */
const APART = 1.3;

/** Two figures farther apart than this are not one. */
const NEXT = 0.5;

/** So many lines with figures apart make a table; a line with three of them counts twice. */
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
    else groups.at(-1)?.push(...word.glyphs);
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

/** Where a table ends: the last line with texts apart before running text. */
function endOf(rows: readonly Row[], start: number, measure: Measure): number {
  const full = 0.85 * (measure.right - measure.left);
  let end = start;
  for (let i = start; i < rows.length; i++) {
    const { parts, line } = rows[i] as Row;
    if (line.size > 1.2 * (rows[start] as Row).line.size) break;
    if (parts.length > 1) end = i + 1;
    else if (line.right - line.left > full || i - end >= 3) break;
  }
  return end;
}

/** The usual distance of the rows that have figures. */
function rowPitch(rows: readonly Row[]): number {
  const ys = rows.filter(({ figures }) => figures > 0).map(({ line }) => line.y);
  const gaps = ys
    .slice(1)
    .map((y, i) => y - (ys[i] as number))
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? 0;
}

/** Further lines of a label go with the nearest line that has figures; what stands farther from all of them is a row of its own. */
function mergedRows(rows: readonly Row[]): readonly (readonly Part[])[] {
  const reach = 0.8 * rowPitch(rows);
  const merged = rows.map(({ parts }) => [...parts]);
  const isGone = rows.map((row, i) => {
    if (row.parts.length > 1) return false;
    const distances = rows.map((other) => (other.parts.length > 1 ? Math.abs(other.line.y - row.line.y) : Infinity));
    const nearest = Math.min(...distances);
    if (nearest > Math.min(reach, 1.8 * row.line.size)) return false;
    merged[distances.indexOf(nearest)]?.push(...(merged[i] ?? []));
    return true;
  });
  return merged.filter((_, i) => !isGone[i]);
}

/** The parts of a row that stand below each other are one text. */
function segmentsOf(parts: readonly Part[]): readonly Segment[] {
  const groups: { left: number; right: number; lines: Line[] }[] = [];
  for (const { left, right, line } of parts) {
    const group = groups.find((one) => left < one.right && one.left < right);
    if (group) {
      group.lines.push(line);
      group.left = Math.min(group.left, left);
      group.right = Math.max(group.right, right);
    } else groups.push({ left, right, lines: [line] });
  }
  return groups.map(({ left, right, lines }) => ({
    left,
    right,
    blocks: (at) => [{ kind: 'paragraph', lines: lines.toSorted((a, b) => a.y - b.y), at, measure: { left, right } }],
  }));
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
    const region = rows.slice(i, end);
    const weight = region.reduce((sum, { figures }) => sum + (figures > 2 ? 2 : Math.min(figures, 1)), 0);
    if (weight >= FEWEST) {
      found.push(alignedTable(mergedRows(region).map(segmentsOf), make()));
      i = end;
    } else {
      found.push((rows[i] as Row).line);
      i += 1;
    }
  }
  return found;
}
