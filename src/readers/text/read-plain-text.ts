import { coveredTable, type RawRow } from '../neutral/covered-table.js';
import type { Reading, SourceBlock } from '../neutral/reading.js';
import { unwrapped } from './hard-wraps.js';
import { linesIn, type TextLine } from './text-lines.js';

function rowOf({ fields = [], number }: TextLine): RawRow {
  return {
    cells: fields.map((text) => {
      const at = `第${number}行`;
      return { at, blocks: text === '' ? [] : [{ kind: 'paragraph' as const, text, at }] };
    }),
  };
}

/** Rows that follow each other, as a table. */
function tableOf(rows: readonly TextLine[]): readonly SourceBlock[] {
  const filled = rows.filter(({ fields = [] }) => fields.length > 0);
  const [first] = filled;
  const table = first && coveredTable(filled.map(rowOf), { at: `第${first.number}行起的表`, isTorn: true });
  return table ? [table] : [];
}

/** Reads plain text: a paragraph a line, lines that an editor has cut joined, and tables typed with tabs, bars or gaps. */
export function readPlainText(text: string): Reading {
  const blocks: SourceBlock[] = [];
  let rows: TextLine[] = [];
  let lines: TextLine[] = [];
  const endRows = () => {
    blocks.push(...tableOf(rows));
    rows = [];
  };
  const endLines = () => {
    for (const paragraph of unwrapped(lines)) blocks.push(paragraph);
    lines = [];
  };
  for (const line of linesIn(text)) {
    if (line.fields !== undefined) {
      endLines();
      rows.push(line);
    } else if (line.text !== '' || rows.length === 0) {
      endRows();
      lines.push(line);
    }
  }
  endRows();
  endLines();
  return { blocks, losses: [] };
}
