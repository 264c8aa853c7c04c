import { blockTexts } from '../model/block-texts.js';
import type { Block, Document, Table } from '../model/document.js';
import type { Reading, SourceBlock } from '../readers/neutral/reading.js';
import { gbt9704 } from '../theme/gbt9704.js';
import { textWidth } from '../theme/theme.js';
import { titleLines } from '../theme/title-lines.js';

export function tableOf({ rows, widths, cells, caption, note }: Table): readonly SourceBlock[] {
  const table: SourceBlock = {
    kind: 'table',
    at: '',
    rows,
    columns: widths.length,
    cells: cells.map(({ row, column, rowSpan, colSpan, text }) => ({
      row,
      column,
      rowSpan,
      colSpan,
      blocks: text === '' ? [] : [{ kind: 'paragraph', text, at: '' }],
    })),
  };
  return [
    ...(caption === undefined ? [] : [{ kind: 'paragraph', text: caption, at: '', align: 'center' } as const]),
    table,
    ...(note?.paragraphs ?? []).map((text) => ({ kind: 'paragraph', text, at: '' }) as const),
  ];
}

/** The width of a line of a title, in ems. */
const TITLE_ROOM = textWidth(gbt9704.page) / gbt9704.styles.title.size;

/** The lines of a block: those of a title and of a sign-off each on its own, the runs of a paragraph as one. */
function linesOf(block: Exclude<Block, Table>): readonly string[] {
  if (block.kind === 'title') return titleLines(block, TITLE_ROOM);
  const texts = blockTexts(block).map(({ text }) => text);
  return block.kind === 'paragraph' ? [texts.join('')] : texts;
}

function blocksOf(block: Block): readonly SourceBlock[] {
  if (block.kind === 'table') return tableOf(block);
  const level = block.kind === 'heading' ? { level: block.level } : {};
  const align = block.kind === 'signoff' ? { align: 'right' as const } : {};
  return linesOf(block).map((text) => ({ kind: 'paragraph', text, at: block.kind, ...level, ...align }));
}

/** A composed document as a reader would give it: what a file of it shows. */
export function readingOf({ blocks }: Document): Reading {
  return { blocks: blocks.flatMap(blocksOf), losses: [] };
}
