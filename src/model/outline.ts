import type { Block, Cell, Document, Inline } from './document.js';

const inlineText = ({ kind, text }: Inline): string =>
  kind === 'lead' ? `【${text}】` : kind === 'link' ? `<${text}>` : text;

function cellText({ row, column, rowSpan, colSpan, role, text }: Cell): string {
  const span = rowSpan * colSpan > 1 ? ` ${rowSpan}×${colSpan}` : '';
  return `    [${row},${column}]${span} ${role}: ${text}`;
}

function blockLines(block: Block): readonly string[] {
  switch (block.kind) {
    case 'title':
      return [`# ${block.words.join(' | ')}`];
    case 'heading':
      return [`${'#'.repeat(block.level + 1)} ${block.text}`];
    case 'paragraph':
      return [block.inlines.map(inlineText).join('')];
    case 'table':
      return [
        `table ${block.rows}×${block.widths.length}${block.caption === undefined ? '' : ` ${block.caption}`}`,
        ...block.cells.map(cellText),
      ];
    case 'signoff':
      return [`-- ${block.agency}`, `-- ${block.date}`];
  }
}

/** A document as readable text: every block in order, every cell with its place, its span and its role. */
export function outlineDocument(document: Document): string {
  return `${document.blocks.flatMap(blockLines).join('\n')}\n`;
}
