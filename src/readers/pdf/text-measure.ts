import type { DrawnPage } from './drawn-page.js';
import type { Line } from './glyph-lines.js';
import type { Measure } from './page-block.js';

/** A page and its running text. */
export interface PageLines {
  readonly page: DrawnPage;
  /** The lines outside of tables. */
  readonly lines: readonly Line[];
}

/** A value that a few strays do not move. */
const near = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? 0;

/** The edges at which most lines begin and end: signs hang over them, and titles and dates stand within. */
function edgesOf(lines: readonly Line[]): Measure {
  const lefts = lines.map(({ left }) => left);
  const rights = lines.map(({ right }) => right);
  return { left: near(lefts, 0.15), right: near(rights, 0.92) };
}

/**
 * Where running text is set on each page: as on all pages of its width, or all columns of its place, because a page may have only a title or a few short lines.
 * Pages for binding have their text a little to the left or right in turn.
 */
export function textMeasures(pages: readonly PageLines[]): readonly Measure[] {
  const widthOf = ({ page: { width, from = 0 } }: PageLines) => `${Math.round(width / 4)} ${Math.round(from / 4)}`;
  const widths = new Map<string, Measure>();
  for (const width of new Set(pages.map(widthOf))) {
    widths.set(width, edgesOf(pages.filter((one) => widthOf(one) === width).flatMap(({ lines }) => lines)));
  }
  return pages.map((one) => {
    const shared = widths.get(widthOf(one)) as Measure;
    const here = edgesOf(one.lines);
    const isFull = one.lines.length > 8 && here.right - here.left > 0.95 * (shared.right - shared.left);
    const isEmpty = one.lines.length === 0;
    if (isFull || isEmpty) return isEmpty ? shared : here;
    return { left: Math.min(shared.left, here.left), right: Math.max(shared.right, here.right) };
  });
}
