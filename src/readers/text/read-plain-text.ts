import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { coveredTable, MOST_ROWS, type RawRow } from '../neutral/covered-table.js';
import { longTable } from '../neutral/long-table.js';
import type { Reading, SourceBlock } from '../neutral/reading.js';
import { MOST_PIECES, tooLong } from '../neutral/within-bounds.js';
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
function tableOf(rows: readonly TextLine[], tell: (loss: Diagnostic) => void, file: string): readonly SourceBlock[] {
  const filled = rows.filter(({ fields = [] }) => fields.length > 0);
  const [first] = filled;
  if (first === undefined) return [];
  const at = `第${first.number}行起的表`;
  if (filled.length > MOST_ROWS) tell(longTable(filled.length, at, file));
  const table = coveredTable(filled.slice(0, MOST_ROWS).map(rowOf), { at, isTorn: true });
  return table ? [table] : [];
}

/** Reads plain text: a paragraph a line, lines that an editor has cut joined, and tables typed with tabs, bars or gaps. */
export function readPlainText(text: string, file: string): Reading {
  const blocks: SourceBlock[] = [];
  const losses: Diagnostic[] = [];
  let [rows, lines]: [TextLine[], TextLine[]] = [[], []];
  const end = () => {
    for (const one of tableOf(rows, (told) => losses.push(told), file)) blocks.push(one);
    for (const paragraph of unwrapped(lines)) blocks.push(paragraph);
    [rows, lines] = [[], []];
  };
  let count = 0;
  for (const line of linesIn(text)) {
    if (line.text !== '') count += 1;
    if (count > MOST_PIECES) {
      losses.push(tooLong(line.text, `第${line.number}行`, file));
      break;
    }
    const isRow = line.fields !== undefined;
    if (isRow ? lines.length > 0 : rows.length > 0 && line.text !== '') end();
    if (isRow) rows.push(line);
    else if (rows.length === 0) lines.push(line);
  }
  end();
  return { blocks, losses };
}
