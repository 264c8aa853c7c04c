import type { Fonts } from '../../fonts/fonts.js';
import type { Block, Document, Table } from '../../model/document.js';
import type { Finish } from '../../model/finish.js';
import type { Theme } from '../../theme/theme.js';
import { type NamedTheme, nameFonts } from './faces.js';
import { placeSignoff, type SignoffPlace } from './signoff-place.js';
import { fitTable, type TableFit } from './table-fit.js';

/** A table, and how it is drawn. */
export interface FittedTable extends Table {
  readonly fit: TableFit;
}

/** What the whole document is made with. */
export interface Setting {
  readonly theme: NamedTheme;
  readonly finish: Finish;
  readonly signoff: SignoffPlace;
  readonly blocks: readonly (Exclude<Block, Table> | FittedTable)[];
}

/**
 * Works out what concerns the whole document.
 *
 * @throws ReportError if the seal is no picture
 */
export async function settingOf(document: Document, plain: Theme, fonts: Fonts, finish: Finish): Promise<Setting> {
  const theme = nameFonts(plain, fonts, finish.embedFonts ?? false);
  const blocks = document.blocks.map((block) =>
    block.kind === 'table' ? { ...block, fit: fitTable(block, theme) } : block,
  );
  return { theme, finish, signoff: await placeSignoff(document, theme, finish), blocks };
}
