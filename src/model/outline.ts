import { type ByKind, byKind } from './by-kind.js';
import type { Block, Cell, Document, Inline } from './document.js';

const inlineText = ({ kind, text }: Inline): string =>
  kind === 'lead' ? `【${text}】` : kind === 'link' ? `<${text}>` : text;

function cellText({ row, column, rowSpan, colSpan, role, text }: Cell): string {
  const span = rowSpan * colSpan > 1 ? ` ${rowSpan}×${colSpan}` : '';
  return `    [${row},${column}]${span} ${role}: ${text.replaceAll('\n', '↵')}`;
}

const LINES: ByKind<Block, [], readonly string[]> = {
  title: ({ lines }) => lines.map((phrases) => `# ${phrases.map((words) => words.join('')).join(' | ')}`),
  addressee: ({ text }) => [`> ${text}`],
  heading: ({ level, text }) => [`${'#'.repeat(level + 1)} ${text}`],
  paragraph: ({ inlines }) => [inlines.map(inlineText).join('')],
  table: ({ rows, widths, caption, cells, note }) => [
    `table ${rows}×${widths.length}${caption === undefined ? '' : ` ${caption}`}`,
    ...cells.map(cellText),
    ...(note?.paragraphs ?? []).map((text) => `    note: ${text}`),
  ],
  signoff: ({ agencies, date }) => [...agencies, date].map((text) => `-- ${text}`),
};

/** A document as readable text: every block in order, every cell with its position, span and role. */
export function outlineDocument(document: Document): string {
  return `${document.blocks.flatMap((block) => byKind(LINES, block)).join('\n')}\n`;
}
