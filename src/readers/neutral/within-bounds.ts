import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { LIMITS } from '../../limits/limits.js';
import { excerpt, loss } from './loss.js';
import { type SourceBlock, textOf } from './reading.js';

/** Lines of text and cells in all: many times what the longest reports have, no more than a report object holds, and far less than takes long. */
export const MOST_PIECES = LIMITS.pieces.most;

const MOST_TABLES = LIMITS.tables.most;

const piecesOf = (block: SourceBlock): number =>
  block.kind === 'paragraph'
    ? block.text.split('\n').length
    : block.cells.reduce((sum, { blocks }) => sum + 1 + piecesIn(blocks), 0);

const piecesIn = (blocks: readonly SourceBlock[]): number => blocks.reduce((sum, block) => sum + piecesOf(block), 0);

/** The index of the first block that does not fit any more; a first block alone always fits, because tables have limits of their own. */
function firstBeyond(blocks: readonly SourceBlock[]): number {
  let [pieces, tables] = [0, 0];
  const at = blocks.findIndex((block) => {
    pieces += piecesOf(block);
    if (block.kind === 'table') tables += 1;
    return pieces > MOST_PIECES || tables > MOST_TABLES;
  });
  return at === 0 ? 1 : at;
}

/** What is beyond the bounds, from its first block on. */
export const tooLong = (text: string, at: string, file: string): Diagnostic =>
  loss(
    'unplaced',
    { cause: 'text-too-long', text: excerpt(text), mostPieces: MOST_PIECES, mostTables: MOST_TABLES },
    { file, at },
  );

/** Blocks no longer than any report; what is beyond is told. */
export function withinBounds(
  blocks: readonly SourceBlock[],
  file: string,
): { readonly blocks: readonly SourceBlock[]; readonly losses: readonly Diagnostic[] } {
  const from = firstBeyond(blocks);
  const beyond = from < 0 ? undefined : blocks[from];
  if (beyond === undefined) return { blocks, losses: [] };
  return { blocks: blocks.slice(0, from), losses: [tooLong(textOf([beyond]), beyond.at, file)] };
}
