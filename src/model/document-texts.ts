import { blockTexts } from './block-texts.js';
import type { Block, Document } from './document.js';

function readAs(block: Block): readonly string[] {
  const texts = blockTexts(block).map(({ text }) => text);
  return block.kind === 'paragraph' ? [texts.join('')] : texts;
}

/**
 * The text of a document in reading order, one entry for each paragraph or cell: what any format of it must read back as. Empty
 * cells have none.
 */
export function documentTexts({ blocks }: Document): readonly string[] {
  return blocks.flatMap((block) => readAs(block).filter((text) => text !== '' || block.kind !== 'table'));
}
