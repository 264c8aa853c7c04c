import { coveredTable, type RawRow } from '../neutral/covered-table.js';
import type { Reading, SourceBlock, SourceParagraph } from '../neutral/reading.js';

/** A line of a text, and its fields if it looks like a row of a table. */
interface Line {
  readonly number: number;
  readonly text: string;
  readonly fields: readonly string[] | undefined;
}

/** A rule drawn with characters between rows: `+---+---+`, `|---|---|`, `-----  -----`. */
const RULE = /^[\s+|:=\-─━┼├┤┬┴┌┐└┘│—]*[-=─━—]{2,}[\s+|:=\-─━┼├┤┬┴┌┐└┘│—]*$/u;

const trimmed = (text: string): string => text.replace(/^[\s\u3000]+|[\s\u3000]+$/gu, '');

const FIGURE = /^[-+−]?[\d０-９][\d０-９,，.．]*$/u;

/** The fields of a row: parted by tabs, by bars, or by wide gaps if most of them are figures. */
function fieldsOf(line: string): readonly string[] | undefined {
  if (RULE.test(line)) return [];
  const bars = /[|│｜]/u;
  if (bars.test(line)) {
    const inner = trimmed(line)
      .replace(/^[|│｜]/u, '')
      .replace(/[|│｜]$/u, '');
    return inner.split(bars).map(trimmed);
  }
  if (line.replace(/^\t+/, '').includes('\t')) return line.split('\t').map(trimmed);
  const parts = trimmed(line).split(/[ \u3000]{2,}/u);
  const figures = parts.filter((part) => FIGURE.test(part)).length;
  if (parts.length >= 3 && figures >= parts.length - 2) return parts;
  const numbers = trimmed(line).split(/\s+/u);
  return numbers.length >= 5 && numbers.every((part) => FIGURE.test(part)) ? numbers : undefined;
}

/** A paragraph that is one long line, or that an editor has broken into lines of one length, is one line here. */
function linesOf(text: string): readonly Line[] {
  return text.split(/\r\n|\n|\r|\u2028|\u2029|\f/u).map((line, i) => ({
    number: i + 1,
    text: trimmed(line),
    fields: fieldsOf(line),
  }));
}

const paragraphOf = ({ text, number }: Line): SourceParagraph => ({ kind: 'paragraph', text, at: `第${number}行` });

function rowOf({ fields = [], number }: Line): RawRow {
  return {
    cells: fields.map((text) => {
      const at = `第${number}行`;
      return { at, blocks: text === '' ? [] : [{ kind: 'paragraph' as const, text, at }] };
    }),
  };
}

/** Rows that follow each other, as a table. */
function tableOf(rows: readonly Line[]): SourceBlock | undefined {
  const filled = rows.filter(({ fields = [] }) => fields.length > 0);
  const [first] = filled;
  return first && coveredTable(filled.map(rowOf), { at: `第${first.number}行起的表`, isTorn: true });
}

/** Reads plain text: a paragraph a line, and tables typed with tabs, bars or gaps. */
export function readPlainText(text: string): Reading {
  const blocks: SourceBlock[] = [];
  let rows: Line[] = [];
  const endTable = () => {
    const table = tableOf(rows);
    if (table) blocks.push(table);
    rows = [];
  };
  for (const line of linesOf(text)) {
    if (line.fields !== undefined) rows.push(line);
    else if (line.text !== '') {
      endTable();
      blocks.push(paragraphOf(line));
    }
  }
  endTable();
  return { blocks, losses: [] };
}
