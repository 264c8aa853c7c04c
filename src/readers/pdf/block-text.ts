import { spaceless } from '../../characters/spaceless.js';
import { textOfLines } from './join-lines.js';
import type { PageBlock, PageCell } from './page-block.js';

/** The text of blocks, a line for each paragraph. */
export function blockText(blocks: readonly PageBlock[]): string {
  return blocks
    .map((block) =>
      block.kind === 'paragraph'
        ? textOfLines(block.lines)
        : block.cells.map((cell) => blockText(cell.blocks)).join('\n'),
    )
    .join('\n');
}

/** The text of a cell without blanks. */
export const bareText = (cell: PageCell): string => spaceless(blockText(cell.blocks));
