import { unframed } from '../readers/match/layout.js';
import { placeOfCell, type Reading, type SourceBlock, type SourceTable, textOf } from '../readers/neutral/reading.js';
import { type ShownCell, type ShownPart, shownPart } from './shown-part.js';

function rowsOf(table: SourceTable): readonly (readonly ShownCell[])[] {
  const real = table.cells.filter(({ isAbsent }) => !isAbsent);
  return Array.from({ length: table.rows }, (_, row) =>
    real
      .filter((cell) => cell.row === row)
      .map((cell) => ({ text: textOf(cell.blocks), at: placeOfCell(table, cell), element: table.element })),
  ).filter((row) => row.length > 0);
}

function partOf(block: SourceBlock): ShownPart {
  const about = { isAside: block.isAside === true || (block.kind === 'paragraph' && block.isLinked === true) };
  if (block.kind === 'table') return shownPart('table', rowsOf(block), about);
  return shownPart('text', [[{ text: block.text, at: block.at, element: block.element }]], about);
}

/** What a published file shows, part by part, each with its place in it. */
export function publishedParts({ blocks }: Reading): readonly ShownPart[] {
  return unframed(blocks)
    .map(partOf)
    .filter(({ flat }) => flat !== '');
}
