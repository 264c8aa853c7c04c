import type { DrawnPage } from './drawn-page.js';
import type { Line } from './glyph-lines.js';
import type { Measure } from './page-block.js';
import { measureOf } from './split-paragraphs.js';

/** The edges of the text on pages of one width. */
export interface PageLines {
  readonly page: DrawnPage;
  /** The lines outside of tables. */
  readonly lines: readonly Line[];
}

/** A value that a few strays do not move. */
const near = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? 0;

/**
 * Where running text is set on a page: as on all pages of its width, because a page may have only a title or a few short lines.
 * Pages for binding have their text a little to the left or right in turn.
 */
export function textMeasure(pages: readonly PageLines[]): (of: DrawnPage) => Measure {
  const isAlike = (a: DrawnPage, b: DrawnPage) => Math.abs(a.width - b.width) < 2;
  return (page) => {
    const alike = pages.filter((one) => isAlike(one.page, page));
    const all = alike.flatMap(({ lines }) => lines);
    const own = alike.filter((one) => one.page === page).flatMap(({ lines }) => lines);
    const shared = {
      left: near(
        all.map(({ left }) => left),
        0.03,
      ),
      right: near(
        all.map(({ right }) => right),
        0.97,
      ),
    };
    const here = measureOf(own);
    const isFull = own.length > 8 && here.right - here.left > 0.95 * (shared.right - shared.left);
    return isFull ? here : { left: Math.min(shared.left, here.left), right: Math.max(shared.right, here.right) };
  };
}
