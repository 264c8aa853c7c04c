import type { Fonts } from '../../fonts/fonts.js';
import { headingStyle } from '../../model/block-texts.js';
import type { Block, Document, Table } from '../../model/document.js';
import type { Finish } from '../../model/finish.js';
import { ems } from '../../theme/ems.js';
import { pageFiller } from '../../theme/page-filler.js';
import { type TableFit, tightenFit } from '../../theme/table-fit.js';
import type { Theme } from '../../theme/theme.js';
import { type NamedTheme, nameFonts } from './faces.js';
import { fitOf } from './shape-fits.js';
import { placeSignoff, type SignoffPlace } from './signoff-place.js';
import { shapeOf, type TableShape } from './table-shapes.js';

/** A table, its shape and its sizes. */
export interface FittedTable extends Table {
  readonly shape: TableShape | undefined;
  readonly fit: TableFit;
}

/** How the whole document looks, and its blocks with their tables fitted. */
export interface Look {
  readonly theme: NamedTheme;
  readonly finish: Finish;
  readonly signoff: SignoffPlace;
  readonly blocks: readonly (Exclude<Block, Table> | FittedTable)[];
}

/** How many lines of headings stay with the table that is a block of a document. */
function linesAbove(blocks: readonly Block[], at: number, { page, styles }: Theme): number {
  const own = blocks[at];
  let lines = own?.kind === 'table' && own.caption !== undefined ? 1 : 0;
  for (let above = blocks[at - 1], i = at - 1; above?.kind === 'heading'; above = blocks[--i])
    lines += Math.ceil((ems(above.text) + styles[headingStyle(above.level)].indent) / page.characters);
  return lines;
}

/** Tables fitted to pages, of which it is estimated how far they are filled. */
function fitBlocks(blocks: readonly Block[], theme: NamedTheme): Look['blocks'] {
  const filler = pageFiller(theme);
  return blocks.map((block, i) => {
    if (block.kind !== 'table') {
      filler.addText(block);
      return block;
    }
    const lines = linesAbove(blocks, i, theme);
    const shape = shapeOf(block);
    const fit = tightenFit(block, fitOf(block, shape, theme, lines), filler.rest(), theme);
    filler.addTable(block, fit, lines);
    return { ...block, shape, fit };
  });
}

/**
 * Determines the look of a document.
 *
 * @throws ReportError `seal/unreadable` if the seal is not a PNG
 */
export async function lookOf(document: Document, plain: Theme, fonts: Fonts, finish: Finish): Promise<Look> {
  const theme = nameFonts(plain, fonts, finish.embedFonts ?? false);
  return {
    theme,
    finish,
    signoff: await placeSignoff(document, theme, finish),
    blocks: fitBlocks(document.blocks, theme),
  };
}
