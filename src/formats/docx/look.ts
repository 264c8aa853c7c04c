import type { Fonts } from '../../fonts/fonts.js';
import type { Block, Document, Table } from '../../model/document.js';
import type { Finish } from '../../model/finish.js';
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

/**
 * Determines the look of a document.
 *
 * @throws ReportError `seal/unreadable` if the seal is not a PNG
 */
export async function lookOf(document: Document, plain: Theme, fonts: Fonts, finish: Finish): Promise<Look> {
  const theme = nameFonts(plain, fonts, finish.embedFonts ?? false);
  const blocks = document.blocks.map((block) =>
    block.kind === 'table' ? { ...block, fit: fitTable(block, theme) } : block,
  );
  return { theme, finish, signoff: await placeSignoff(document, theme, finish), blocks };
}
