import type { DrawnPage, Glyph } from './drawn-page.js';
import { type Line, linesOf } from './glyph-lines.js';

/** Running heads, feet and page numbers, which belong to no report. */
export interface Furniture {
  readonly glyphs: ReadonlySet<Glyph>;
  /** Texts that say more than a page number. */
  readonly texts: readonly string[];
}

/** How far from the edge of the paper furniture reaches, as a part of its height. */
const MARGIN = 0.13;

/** So many lines at the top and the bottom of a page may be furniture. */
const MOST_LINES = 2;

const DRESSED =
  /^(?:[-—–－_·•.\s]*\d{1,3}[-—–－_·•.\s]*|第\s*[\d一二三四五六七八九十]+\s*页.{0,12}|\d{1,3}\s*[/／]\s*\d{1,3}|[Pp]age\s*\d.{0,9})$/u;
const BARE = /^\d{1,3}$/;

interface Candidate {
  readonly page: DrawnPage;
  readonly line: Line;
  /** The text without what changes from page to page. */
  readonly key: string;
}

const keyOf = (text: string): string => text.replace(/[\d\s]/gu, '');

/** The first and last lines of a page that stand in its margins, outside of tables. */
function candidatesOn(page: DrawnPage): readonly Candidate[] {
  const outside = page.glyphs.filter(
    ({ x, y }) => !page.grids.some(({ left, right, top, bottom }) => x > left && x < right && y > top && y < bottom),
  );
  const lines = linesOf(outside);
  const top = lines.filter(({ y }) => y < MARGIN * page.height).slice(0, MOST_LINES);
  const bottom = lines.filter(({ y }) => y > (1 - MARGIN) * page.height).slice(-MOST_LINES);
  return [...new Set([...top, ...bottom])].map((line) => ({ page, line, key: keyOf(line.text) }));
}

/** A bare number is a page number if it counts with the pages. */
function countsWith({ page, line }: Candidate, all: readonly Candidate[], pages: number): boolean {
  const offset = Number(line.text) - page.number;
  if (pages === 1) return offset === 0;
  return all.some(
    (other) =>
      other.page !== page && BARE.test(other.line.text) && Number(other.line.text) - other.page.number === offset,
  );
}

/** Whether the same stands in the same place on other pages. */
function repeats({ page, line, key }: Candidate, all: readonly Candidate[], pages: number): boolean {
  if (key.length < 2) return false;
  const same = all.filter((other) => other.key === key && Math.abs(other.line.y - line.y) < 4);
  const on = new Set(same.map((other) => other.page));
  return on.has(page) && on.size >= Math.max(2, 0.4 * pages);
}

/** The furniture of pages. */
export function furnitureOf(pages: readonly DrawnPage[]): Furniture {
  const all = pages.flatMap(candidatesOn);
  const numbers = all.filter((one) =>
    BARE.test(one.line.text) ? countsWith(one, all, pages.length) : DRESSED.test(one.line.text),
  );
  const running = all.filter((one) => !numbers.includes(one) && repeats(one, all, pages.length));
  return {
    glyphs: new Set([...numbers, ...running].flatMap(({ line }) => line.glyphs)),
    texts: [...new Map(running.map(({ key, line }) => [key, line.text])).values()],
  };
}
