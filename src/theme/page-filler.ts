import { blockTexts, headingStyle } from '../model/block-texts.js';
import type { Block, Table } from '../model/document.js';
import { lineEms } from './ems.js';
import type { TableFit } from './table-fit.js';
import { linePitch, type ParagraphStyleId, type Theme, textWidth } from './theme.js';
import { titleLines } from './title-lines.js';

/** How far pages are filled, by estimated widths, for word processors that break lines and pages themselves. Lengths in points. */
export interface PageFiller {
  /** What is left of the page. */
  readonly rest: () => number;
  readonly addText: (block: Exclude<Block, Table>) => void;
  /** A table that stays whole, with the lines above that stay with it, goes to the next page if it does not fit. */
  readonly addTable: (table: Table, fit: TableFit, linesAbove: number) => void;
}

const STYLES: { readonly [K in Exclude<Block['kind'], 'table' | 'heading' | 'title'>]: ParagraphStyleId } = {
  addressee: 'addressee',
  paragraph: 'body',
  signoff: 'signoff',
};

/** The lines that a text takes; the title with the blank one below it. */
function linesOf(block: Exclude<Block, Table>, { page, styles }: Theme): number {
  if (block.kind === 'title') return titleLines(block, textWidth(page) / styles.title.size).length + 1;
  const { indent } = styles[block.kind === 'heading' ? headingStyle(block.level) : STYLES[block.kind]];
  const text = blockTexts(block).reduce((sum, one) => sum + lineEms(one.text), 0);
  return Math.max(1, Math.ceil((text + indent) / page.characters));
}

/** Starts on an empty page. */
export function pageFiller(theme: Theme): PageFiller {
  const { page, table: look } = theme;
  const pitch = linePitch(page);
  const area = page.lines * pitch;
  let used = 0;
  const add = (height: number): void => {
    used = (used + height) % area;
  };
  return {
    rest: () => area - used,
    addText: (block) => add(linesOf(block, theme) * pitch),
    addTable: (table, { heights, whole }, linesAbove) => {
      const height = heights.reduce((sum, one) => sum + one, look.gap);
      if (whole && used + height > area) used = linesAbove * pitch;
      add(height + (table.note?.paragraphs.length ?? 0) * look.gap * 2);
    },
  };
}
