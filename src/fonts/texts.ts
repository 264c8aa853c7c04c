import { within } from '../diagnostics/diagnostic.js';
import type { Block, Document } from '../model/document.js';
import type { Theme } from '../theme/theme.js';
import type { Covered } from './coverage.js';

function blockTexts(block: Block, { styles, table }: Theme): readonly Covered[] {
  const { path } = block;
  switch (block.kind) {
    case 'title':
      return [{ text: block.words.join(''), role: styles.title.face, path }];
    case 'heading':
      return [
        {
          text: block.text,
          role: styles[block.level === 1 ? 'heading1' : 'heading2'].face,
          path,
          paragraph: block.paragraph,
        },
      ];
    case 'paragraph':
      return block.inlines.map(({ kind, text }) => ({
        text,
        role: kind === 'lead' ? styles.heading2.face : styles.body.face,
        path,
        paragraph: block.paragraph,
      }));
    case 'signoff':
      return [{ text: block.agency + block.date, role: styles.signoff.face, path }];
    case 'table':
      return [
        { text: block.caption ?? '', role: styles.caption.face, path: within(path, 'caption') },
        ...block.cells.map(({ role, text, path }) => ({ text, role: table.cells[role].face, path })),
      ];
  }
}

/** Every text of a document with the role it will be set in. */
export function textsOf({ blocks }: Document, theme: Theme): readonly Covered[] {
  return blocks.flatMap((block) => blockTexts(block, theme));
}
