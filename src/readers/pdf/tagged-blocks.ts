import { greatest, least } from '../../limits/extremes.js';
import { alignedTable, type Segment } from './aligned-table.js';
import { cellParagraphs, isFigure } from './cell-text.js';
import type { DrawnPage, Glyph } from './drawn-page.js';
import { type Line, linesOf } from './glyph-lines.js';
import { textOfWord, wordsOf } from './glyph-words.js';
import { gridTable } from './grid-table.js';
import { type ByMark, glyphsOf, groupByMark } from './marked-glyphs.js';
import type { Measure, PageBlock, PageParagraph, PageTable } from './page-block.js';
import { byGrid } from './page-blocks.js';
import type { Grid } from './ruled-grid.js';
import { withRunInHeads } from './run-in-heads.js';
import { settled } from './settle-boxes.js';
import { alignOf, endsEarly } from './split-paragraphs.js';
import type { Tagged, TaggedTable, TaggedText } from './tag-tree.js';
import { typedTables } from './typed-tables.js';

/** Blocks of a page by its tags; rules say which columns and rows its cells cover. */

/** Lines of one element that are paragraphs of their own, because a line ends long before the edge. */
function brokenLines(lines: readonly Line[], measure: Measure): readonly (readonly Line[])[] {
  const found: Line[][] = [];
  for (const line of lines) {
    const last = found.at(-1)?.at(-1);
    const isBroken =
      last !== undefined &&
      alignOf(last, measure) === undefined &&
      endsEarly(last, line, measure, Math.max(4, 0.2 * last.glyphs.length));
    if (last === undefined || isBroken) found.push([line]);
    else found.at(-1)?.push(line);
  }
  return found;
}

function textBlocks({ marks, level, isWhole }: TaggedText, byMark: ByMark, measure: Measure): readonly PageParagraph[] {
  const lines = linesOf(glyphsOf(marks, byMark));
  const isBroken = level === undefined && !isWhole;
  const parts = isBroken ? brokenLines(lines, measure) : lines.length > 0 ? [lines] : [];
  return parts.map((part) => {
    const align = alignOf(part[0] as Line, measure);
    return {
      kind: 'paragraph',
      at: '',
      measure,
      lines: part,
      ...(level !== undefined && { level }),
      ...(align !== undefined && { align }),
    };
  });
}

function segmentOf(glyphs: readonly Glyph[]): Segment {
  const lines = linesOf(glyphs);
  const measure = {
    left: least(lines.map(({ left }) => left)),
    right: greatest(lines.map(({ right }) => right)),
  };
  return {
    ...measure,
    blocks: (at) => cellParagraphs(lines, measure).map((part) => ({ kind: 'paragraph', lines: part, at, measure })),
  };
}

/** The grid in which nearly all of a table lies. */
function gridFor(glyphs: readonly Glyph[], grids: readonly Grid[]): Grid | undefined {
  const { inside } = byGrid(glyphs, grids);
  return [...inside].find(([, part]) => part.length >= 0.9 * glyphs.length)?.[0];
}

/** Figures of two cells by the tags that rules put into one: a rule is missing, or the tags are wrong. */
function disagrees(cells: readonly (readonly Glyph[])[], { cells: placed }: PageTable): boolean {
  const owner = new Map<Glyph, number>();
  for (const [i, glyphs] of cells.entries()) for (const glyph of glyphs) owner.set(glyph, i);
  return placed.some(({ blocks }) => {
    const lines = blocks.flatMap((block) => (block.kind === 'paragraph' ? block.lines : []));
    const owners = new Set(lines.flatMap(({ glyphs }) => glyphs.map((glyph) => owner.get(glyph))));
    return owners.size > 1 && lines.some(({ text }) => /\d/.test(text));
  });
}

function tableBlock(
  { rows }: TaggedTable,
  byMark: ByMark,
  { grids, number: page }: DrawnPage,
  name: () => string,
): readonly PageTable[] {
  const cells = rows.map((row) =>
    row.map((marks) => glyphsOf(marks, byMark)).filter((glyphs) => linesOf(glyphs).length > 0),
  );
  const filled = cells.filter((row) => row.length > 0);
  const glyphs = filled.flat(2);
  if (glyphs.length === 0) return [];
  const at = name();
  const grid = gridFor(glyphs, grids);
  const ruled = grid && gridTable(grid, glyphs, { at, page });
  if (ruled && !disagrees(cells.flat(), ruled)) return [ruled];
  const aligned = alignedTable(
    filled.map((row) => row.map(segmentOf)),
    { at, page },
  );
  return [ruled ? { ...aligned, doubt: 'tags' } : aligned];
}

/** A table by the places of its texts that no table by the tags holds: browsers tag none without borders as one. */
function hasTypedTable(
  tagged: readonly Tagged[],
  byMark: ByMark,
  { glyphs, grids }: DrawnPage,
  measure: Measure,
): boolean {
  const inTables = new Set(tagged.flatMap((one) => (one.kind === 'table' ? glyphsOf(one.rows.flat(2), byMark) : [])));
  const { outside } = byGrid(
    glyphs.filter((glyph) => !inTables.has(glyph)),
    grids,
  );
  return typedTables(linesOf(outside), measure, () => ({ at: '', page: 0 })).some((part) => 'kind' in part);
}

/** How much of a page's text tags may leave out and still be believed. */
const SPARE = 0.15;

/** Figures in cells by the rules that no table holds by the tags. */
function hasUntaggedTable(tagged: readonly Tagged[], byMark: ByMark, { glyphs, grids }: DrawnPage): boolean {
  const inTables = new Set(tagged.flatMap((one) => (one.kind === 'table' ? glyphsOf(one.rows.flat(2), byMark) : [])));
  const { inside } = byGrid(
    glyphs.filter((glyph) => !inTables.has(glyph)),
    grids,
  );
  const figures = [...inside.values()].map((part) => wordsOf(part).filter((word) => isFigure(textOfWord(word))));
  return figures.some((words) => words.length > 3);
}

export interface TaggedBlocks {
  readonly blocks: readonly PageBlock[];
  /** The text that no tag holds. */
  readonly left: string;
}

/**
 * The blocks of a page by its tags, in their order.
 *
 * @returns undefined if the tags leave out too much of the page
 */
export function taggedBlocks(
  page: DrawnPage,
  tags: readonly Tagged[],
  measure: Measure,
  name: () => string,
): TaggedBlocks | undefined {
  const byMark = groupByMark(page.glyphs);
  const tagged = withRunInHeads(settled(tags, byMark), byMark, measure);
  const marks = new Set(tagged.flatMap((one) => (one.kind === 'table' ? one.rows.flat(2) : one.marks)));
  const inked = page.glyphs.filter(({ text }) => text.trim() !== '');
  const left = inked.filter(({ mark }) => mark === undefined || !marks.has(mark));
  if (
    left.length > SPARE * inked.length ||
    hasUntaggedTable(tagged, byMark, page) ||
    hasTypedTable(tagged, byMark, page, measure)
  )
    return undefined;
  const blocks = tagged.flatMap((one): readonly PageBlock[] =>
    one.kind === 'table' ? tableBlock(one, byMark, page, name) : textBlocks(one, byMark, measure),
  );
  return { blocks, left: left.map(({ text }) => text).join('') };
}
