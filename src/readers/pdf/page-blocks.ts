import type { DrawnPage, Glyph } from './drawn-page.js';
import { middleOf } from './drawn-page.js';
import { type Line, linesOf } from './glyph-lines.js';
import { wordsOf } from './glyph-words.js';
import { gridTable, type InnerTables } from './grid-table.js';
import type { Measure, PageBlock, PageParagraph, PageTable } from './page-block.js';
import type { Box } from './page-geometry.js';
import type { Grid } from './ruled-grid.js';
import { splitParagraphs } from './split-paragraphs.js';
import { typedTables } from './typed-tables.js';

/** Blocks of a page by the places of its texts and rules alone. */

const isIn = ([x, y]: readonly [number, number], { left, right, top, bottom }: Box): boolean =>
  x > left && x < right && y > top && y < bottom;

/** The names of the tables on a page, in order. */
export function tableNames(page: number): () => string {
  let count = 0;
  return () => {
    count += 1;
    return count === 1 ? `第${page}页的表` : `第${page}页第${count}个表`;
  };
}

/** Glyphs by the innermost grid that their word lies in: a figure may be wider than its cell, and than the table. */
export function byGrid(glyphs: readonly Glyph[], grids: readonly Grid[]) {
  const inside = new Map<Grid, Glyph[]>();
  const outside: Glyph[] = [];
  const middles = new Map<Glyph, readonly [number, number]>();
  for (const { glyphs: word, left, right, top, bottom } of grids.length > 0 ? wordsOf(glyphs) : []) {
    for (const glyph of word) middles.set(glyph, [(left + right) / 2, (top + bottom) / 2]);
  }
  for (const glyph of glyphs) {
    const middle = middles.get(glyph) ?? middleOf(glyph);
    const grid = grids.find((one) => isIn(middle, one));
    const own = grid && inside.get(grid);
    if (grid === undefined) outside.push(glyph);
    else if (own) own.push(glyph);
    else inside.set(grid, [glyph]);
  }
  return { inside, outside };
}

const holds = (outer: Grid, inner: Grid): boolean =>
  outer !== inner && isIn([(inner.left + inner.right) / 2, (inner.top + inner.bottom) / 2], outer);

/** A table at its place on the page. */
interface Standing {
  readonly top: number;
  readonly table: PageTable;
}

/** The tables of grids; those inside another are blocks of its cells. */
function standingTables(
  page: number,
  glyphs: ReadonlyMap<Grid, readonly Glyph[]>,
  name: () => string,
): readonly Standing[] {
  const filled = [...glyphs.keys()].sort((a, b) => a.top - b.top);
  const made = new Map<Grid, PageTable>();
  const tableOf = (grid: Grid): PageTable => {
    const known = made.get(grid);
    if (known) return known;
    const at = name();
    const inner: InnerTables = filled
      .filter((one) => holds(grid, one) && !filled.some((between) => holds(grid, between) && holds(between, one)))
      .map((one) => ({ grid: one, table: tableOf(one) }));
    const table = gridTable(grid, glyphs.get(grid) ?? [], { at, page, inner });
    made.set(grid, table);
    return table;
  };
  return filled
    .filter((grid) => !filled.some((outer) => holds(outer, grid)))
    .map((grid) => ({ top: grid.top, table: tableOf(grid) }));
}

function paragraphsOf(lines: readonly Line[], measure: Measure): readonly PageParagraph[] {
  return splitParagraphs(lines, measure).map((paragraph) => ({ kind: 'paragraph', at: '', measure, ...paragraph }));
}

/** Paragraphs from runs of lines, tables in their places. */
function gather(parts: readonly (Line | PageTable)[], measure: Measure): readonly PageBlock[] {
  const blocks: PageBlock[] = [];
  let lines: Line[] = [];
  const flush = () => {
    for (const one of paragraphsOf(lines, measure)) blocks.push(one);
    lines = [];
  };
  for (const part of parts) {
    if ('kind' in part) {
      flush();
      blocks.push(part);
    } else lines.push(part);
  }
  flush();
  return blocks;
}

/** The blocks of a page without tags, from top to bottom. */
export function pageBlocks(
  { number, glyphs, grids }: DrawnPage,
  measure: Measure,
  name: () => string,
): readonly PageBlock[] {
  const { inside, outside } = byGrid(glyphs, grids);
  const tables = standingTables(number, inside, name);
  const parts: (Line | PageTable)[] = [];
  let rest = linesOf(outside);
  const typed = (lines: readonly Line[]) => typedTables(lines, measure, () => ({ at: name(), page: number }));
  for (const { top, table } of tables) {
    for (const one of typed(rest.filter(({ y }) => y <= top))) parts.push(one);
    parts.push(table);
    rest = rest.filter(({ y }) => y > top);
  }
  return gather([...parts, ...typed(rest)], measure);
}
