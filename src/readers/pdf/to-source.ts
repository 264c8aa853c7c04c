import type { Diagnostic } from '../../diagnostics/diagnostic.js';

import { excerpt, loss } from '../neutral/loss.js';
import type { SourceBlock, SourceParagraph, SourceTable } from '../neutral/reading.js';
import { blockText } from './block-text.js';
import { withoutRadicals } from './drawn-radicals.js';
import { type Spacing, spacingOf, textOfLines } from './join-lines.js';
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

function paragraph({ lines, at, level, align }: PageParagraph, spacing: Spacing): SourceParagraph {
  return {
    kind: 'paragraph',
    text: withoutRadicals(textOfLines(lines, spacing)),
    at,
    ...(level !== undefined && { level }),
    ...(align !== undefined && { align }),
  };
}

function table({ at, rows, edges, cells, isTorn }: PageTable, spacing: Spacing): SourceTable {
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
      blocks: spaced(cell.blocks, spacing),
      at: cell.at,
      ...(cell.isOpen && blockText(cell.blocks).trim() === '' && { isAbsent: true as const }),
    })),
    ...(isTorn && { isTorn }),
  };
}

const spaced = (blocks: readonly PageBlock[], spacing: Spacing): readonly SourceBlock[] =>
  blocks.map((block) => (block.kind === 'paragraph' ? paragraph(block, spacing) : table(block, spacing)));

/** Blocks of pages as any reader gives them. */
export function toSource(blocks: readonly PageBlock[]): readonly SourceBlock[] {
  const texts = blocks.flatMap((block) => (block.kind === 'paragraph' ? block.lines : []));
  return spaced(blocks, spacingOf(texts));
}
