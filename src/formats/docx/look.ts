import type { Fonts } from '../../fonts/fonts.js';
import { headingStyle } from '../../model/block-texts.js';
import type { Block, Document, Table } from '../../model/document.js';
import type { Finish } from '../../model/finish.js';
import { ems } from '../../theme/ems.js';
import { fitTable, type TableFit } from '../../theme/table-fit.js';
import type { Theme } from '../../theme/theme.js';
import { type NamedTheme, nameFonts } from './faces.js';
import { placeSignoff, type SignoffPlace } from './signoff-place.js';

/** A table and its sizes. */
export interface FittedTable extends Table {
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

/**
 * Determines the look of a document.
 *
 * @throws ReportError `seal/unreadable` if the seal is not a PNG
 */
export async function lookOf(document: Document, plain: Theme, fonts: Fonts, finish: Finish): Promise<Look> {
  const theme = nameFonts(plain, fonts, finish.embedFonts ?? false);
  const blocks = document.blocks.map((block, i, all) =>
    block.kind === 'table' ? { ...block, fit: fitTable(block, theme, linesAbove(all, i, theme)) } : block,
  );
  return { theme, finish, signoff: await placeSignoff(document, theme, finish), blocks };
}
