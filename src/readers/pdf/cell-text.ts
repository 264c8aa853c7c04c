import { spaceless } from '../../characters/spaceless.js';
import type { Line } from './glyph-lines.js';
import type { Measure } from './page-block.js';
import { endsEarly, measureOf, splitParagraphs } from './split-paragraphs.js';

const FIGURE = /^[-−－+]?[\d０-９][\d０-９.,，．]*(?:[%％万元件条次个]{0,3})$|^[/／—－-]$/u;

/** Whether a text is nothing but a figure. */
export const isFigure = (text: string): boolean => FIGURE.test(spaceless(text));

/** Whether a text is a figure that is not the number of a label, such as `1.`. */
export const isCount = (text: string): boolean => isFigure(text) && !/[.．]$/u.test(spaceless(text));

/** A longer text is a piece of running text, not the label or the figure of a cell. */
const LONGEST_LABEL = 150;

/**
 * The lines of a cell as paragraphs. Labels are one, however they are broken; figures one below the other are not one figure, unless
 * the upper one fills the cell.
 */
export function cellParagraphs(lines: readonly Line[], cell: Measure): readonly (readonly Line[])[] {
  const length = lines.reduce((sum, { text }) => sum + text.length, 0);
  if (length > LONGEST_LABEL) return splitParagraphs(lines, measureOf(lines)).map((paragraph) => paragraph.lines);
  const found: Line[][] = [];
  for (const line of lines) {
    const last = found.at(-1)?.at(-1);
    const isOwn =
      last === undefined || (isFigure(line.text) && isFigure(last.text) && endsEarly(last, line, cell, 1.3));
    if (isOwn) found.push([line]);
    else found.at(-1)?.push(line);
  }
  return found;
}
