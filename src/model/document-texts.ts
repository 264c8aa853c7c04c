import { blockTexts } from './block-texts.js';
import type { Block, Document } from './document.js';

function readAs(block: Block): readonly string[] {
  const texts = blockTexts(block).map(({ text }) => text);
  return block.kind === 'paragraph' ? [texts.join('')] : texts;
}

/**
 * The text of a document in reading order, one entry per paragraph or cell, empty cells left out. Reading back a file of any format
 * must give the same.
 */
export function documentTexts({ blocks }: Document): readonly string[] {
  return blocks.flatMap((block) => readAs(block).filter((text) => text !== '' || block.kind !== 'table'));
}
