import { type ByKind, byKind } from './by-kind.js';
import type { Block, Cell, Document, Inline } from './document.js';

const inlineText = ({ kind, text }: Inline): string =>
  kind === 'lead' ? `【${text}】` : kind === 'link' ? `<${text}>` : text;

function cellText({ row, column, rowSpan, colSpan, role, text }: Cell): string {
  const span = rowSpan * colSpan > 1 ? ` ${rowSpan}×${colSpan}` : '';
  return `    [${row},${column}]${span} ${role}: ${text}`;
}

const LINES: ByKind<Block, [], readonly string[]> = {
  title: ({ words }) => [`# ${words.join(' | ')}`],
  heading: ({ level, text }) => [`${'#'.repeat(level + 1)} ${text}`],
  paragraph: ({ inlines }) => [inlines.map(inlineText).join('')],
  table: ({ rows, widths, caption, cells }) => [
    `table ${rows}×${widths.length}${caption === undefined ? '' : ` ${caption}`}`,
    ...cells.map(cellText),
  ],
  signoff: ({ agency, date }) => [`-- ${agency}`, `-- ${date}`],
};

/** A document as readable text: every block in order, every cell with its place, its span and its role. */
export function outlineDocument(document: Document): string {
  return `${document.blocks.flatMap((block) => byKind(LINES, block)).join('\n')}\n`;
}
