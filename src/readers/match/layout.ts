import { type SourceBlock, type SourceTable, textOf } from '../neutral/reading.js';
import { MOST_PIECES } from '../neutral/within-bounds.js';

/** As many cells as a table inside a cell has at least if it is one of figures, and not a frame around one. */
const CELLS = 6;

/** More text than a cell of a table of figures holds. */
const LONG = 200;

const holdsTable = (block: SourceBlock): boolean =>
  block.kind === 'table' &&
  (block.cells.filter(({ isAbsent }) => !isAbsent).length >= CELLS ||
    block.cells.some(({ blocks }) => blocks.some(holdsTable)));

/** A table by which a page is laid out: it frames other tables, or running text. */
export function isLayout({ cells }: SourceTable): boolean {
  const filled = cells.filter(({ blocks }) => blocks.length > 0);
  if (filled.some(({ blocks }) => blocks.some(holdsTable))) return true;
  return filled.length === 1 || (filled.length <= 3 && filled.some(({ blocks }) => textOf(blocks).length > LONG));
}

/** Blocks as they follow each other on the page: tables that only lay it out are replaced by what is in them. */
export function unframed(blocks: readonly SourceBlock[]): readonly SourceBlock[] {
  return blocks.flatMap((block): readonly SourceBlock[] => {
    if (block.kind === 'paragraph') {
      // What is beyond these is beyond any report, and told.
      const lines = block.text.split('\n', MOST_PIECES + 1).filter((line) => line.trim() !== '');
      return lines.length > 1 ? lines.map((text) => ({ ...block, text })) : [block];
    }
    if (!isLayout(block)) return [block];
    const inside = block.cells.flatMap((cell) => cell.blocks);
    return unframed(block.isAside ? inside.map((one): SourceBlock => ({ ...one, isAside: true })) : inside);
  });
}
