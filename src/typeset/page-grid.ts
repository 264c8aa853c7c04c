import { linePitch, type PageTheme } from '../theme/theme.js';

/** The lines of a page, all of which its text area holds. */
export interface Grid {
  readonly lines: number;
  /** From one line to the next, in points. */
  readonly pitch: number;
}

const gridOf = (page: PageTheme, lines: number): Grid => ({ lines, pitch: linePitch(page, lines) });

/** The grid of most pages. */
export const normalGrid = (page: PageTheme): Grid => gridOf(page, page.lines);

/** The grid of a page with lines closer together. */
export const tightGrid = (page: PageTheme): Grid => gridOf(page, page.tightLines);
