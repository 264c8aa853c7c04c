import type { Block, Document } from '../model/document.js';
import type { Theme } from '../theme/theme.js';
import type { Covered } from './coverage.js';

function blockTexts(block: Block, { styles, table }: Theme): readonly Covered[] {
  const { source } = block;
  switch (block.kind) {
    case 'title':
      return [{ text: block.words.join(''), role: styles.title.face, source }];
    case 'heading':
      return [{ text: block.text, role: styles[block.level === 1 ? 'heading1' : 'heading2'].face, source }];
    case 'paragraph':
      return block.inlines.map(({ kind, text }) => ({
        text,
        role: kind === 'lead' ? styles.heading2.face : styles.body.face,
        source,
      }));
    case 'signoff':
      return [{ text: block.agency + block.date, role: styles.signoff.face, source }];
    case 'table':
      return [
        { text: block.caption ?? '', role: styles.caption.face, source },
        ...block.cells.map(({ role, text }) => ({ text, role: table.cells[role].face, source })),
      ];
  }
}

/** Every text of a document with the role it will be set in. */
export function textsOf({ blocks }: Document, theme: Theme): readonly Covered[] {
  return blocks.flatMap((block) => blockTexts(block, theme));
}
