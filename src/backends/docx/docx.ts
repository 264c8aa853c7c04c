import { Packer, type Paragraph, type Table, Document as WordDocument } from 'docx';
import type { Fonts } from '../../fonts/fonts.js';
import type { Block, Document, Table as TableBlock } from '../../model/document.js';
import type { Finish } from '../../model/finish.js';
import type { Theme } from '../../theme/theme.js';
import { additions, type Setting } from './additions.js';
import { nameFonts } from './faces.js';
import { repackage } from './package.js';
import { footers, section } from './page.js';
import {
  captionParagraph,
  headingParagraph,
  type Neighbours,
  signoffParagraphs,
  spacer,
  textParagraph,
  titleParagraph,
} from './paragraphs.js';
import { sealRun } from './seal.js';
import { placeSignoff } from './signoff-place.js';
import { fitTable } from './table-fit.js';
import { wordTable } from './tables.js';
import { draftHeaders } from './watermark.js';

function tableChildren(table: TableBlock, { next }: Neighbours, { theme }: Setting): readonly (Paragraph | Table)[] {
  const caption = table.caption === undefined ? [] : [captionParagraph(table.caption, theme)];
  const apart = next === undefined || next.kind === 'table' ? [spacer()] : [];
  return [...caption, wordTable(table, fitTable(table, theme), theme), ...apart];
}

function children(block: Block, beside: Neighbours, setting: Setting): readonly (Paragraph | Table)[] {
  const { theme, finish, signoff } = setting;
  switch (block.kind) {
    case 'title':
      return [titleParagraph(block, theme)];
    case 'heading':
      return [headingParagraph(block, beside, theme)];
    case 'paragraph':
      return [textParagraph(block, beside, theme)];
    case 'table':
      return tableChildren(block, beside, setting);
    case 'signoff': {
      const seal = finish.seal && signoff.seal && sealRun(finish.seal.image, signoff.seal);
      return signoffParagraphs(block, theme, seal);
    }
  }
}

function body(blocks: readonly Block[], setting: Setting): readonly (Paragraph | Table)[] {
  return blocks.flatMap((block, i) => children(block, { previous: blocks[i - 1], next: blocks[i + 1] }, setting));
}

/**
 * The document as a Word file. Word breaks the lines and the pages; all else is the document's and the theme's.
 *
 * @throws ReportError if the seal is no picture, or if there is no sign-off to put it on
 */
export async function renderDocx(document: Document, plain: Theme, fonts: Fonts, finish: Finish): Promise<Uint8Array> {
  const theme = nameFonts(plain, fonts, finish.embedFonts ?? false);
  const setting = { theme, finish, signoff: placeSignoff(document, theme, finish) };
  const word = new WordDocument({
    sections: [
      {
        properties: section(theme),
        ...(finish.draft && { headers: draftHeaders(theme) }),
        footers: footers(),
        children: body(document.blocks, setting),
      },
    ],
    evenAndOddHeaderAndFooters: true,
  });
  const tables = document.blocks.filter((block) => block.kind === 'table');
  return repackage(await Packer.toBuffer(word), additions(document, setting, fonts), tables);
}
