import type { Diagnostic } from '../../diagnostics/diagnostic.js';

import { excerpt, loss } from '../neutral/loss.js';
import type { SourceBlock, SourceParagraph, SourceTable } from '../neutral/reading.js';
import { blockText } from './block-text.js';
import { withoutRadicals } from './drawn-radicals.js';
import { textOfLines } from './join-lines.js';
import type { PageBlock, PageParagraph, PageTable } from './page-block.js';

/** What is doubtful about tables, each with its place. */
export function tableDoubts(blocks: readonly PageBlock[], file: string): readonly Diagnostic[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [];
    const inner = block.cells.flatMap((cell) => tableDoubts(cell.blocks, file));
    if (block.doubt === undefined) return inner;
    const facts = { cause: `table-${block.doubt}`, text: excerpt(blockText([block])) } as const;
    return [loss('doubtful', facts, { file, at: block.at }), ...inner];
  });
}

function paragraph({ lines, at, level, align }: PageParagraph): SourceParagraph {
  return {
    kind: 'paragraph',
    text: withoutRadicals(textOfLines(lines)),
    at,
    ...(level !== undefined && { level }),
    ...(align !== undefined && { align }),
  };
}

function table({ at, rows, edges, cells, isTorn }: PageTable): SourceTable {
  return {
    kind: 'table',
    at,
    rows,
    columns: edges.length - 1,
    cells: cells.map((cell) => ({
      row: cell.row,
      column: cell.column,
      rowSpan: cell.rowSpan,
      colSpan: cell.colSpan,
      blocks: toSource(cell.blocks),
      at: cell.at,
      ...(cell.isOpen && blockText(cell.blocks).trim() === '' && { isAbsent: true as const }),
    })),
    ...(isTorn && { isTorn }),
  };
}

/** Blocks of pages as any reader gives them. */
export const toSource = (blocks: readonly PageBlock[]): readonly SourceBlock[] =>
  blocks.map((block) => (block.kind === 'paragraph' ? paragraph(block) : table(block)));
