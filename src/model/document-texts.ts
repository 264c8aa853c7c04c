import type { Block, Document } from './document.js';

function blockTexts(block: Block): readonly string[] {
  switch (block.kind) {
    case 'title':
      return [block.words.join('')];
    case 'heading':
      return [block.text];
    case 'paragraph':
      return [block.inlines.map((inline) => inline.text).join('')];
    case 'table':
      return [block.caption ?? '', ...block.cells.map((cell) => cell.text)].filter((text) => text !== '');
    case 'signoff':
      return [block.agency, block.date];
  }
}

/** The text of a document in reading order, one entry for each paragraph or cell: what any format of it must read back as. */
export function documentTexts({ blocks }: Document): readonly string[] {
  return blocks.flatMap(blockTexts);
}
