import type { Form } from '../../form/form.js';
import { once } from '../../memo/once.js';
import type { TableSpec } from '../../table/spec.js';
import { placeOfCell, type SourceBlock, type SourceTable, textOf } from '../neutral/reading.js';
import { lettersOf } from './label-words.js';

/** Tables that touch and were read as one, parted again where the heads of another table of the form begin. */

/** What may stand in the first row of a table beside its stubhead: its first band, or the outermost heads of its columns. */
const openings = once(({ groups: [first] }: TableSpec): readonly string[] => {
  const heads = first?.columns.map(({ label }) => lettersOf(label)) ?? [];
  return [...(first?.band === undefined ? [] : [lettersOf(first.band)]), heads.join(' ')];
});

/** The texts of the cells that begin in each row, without white space and marks. */
function rowTexts({ cells, rows }: SourceTable): readonly (readonly string[])[] {
  const texts: string[][] = Array.from({ length: rows }, () => []);
  for (const { row, blocks } of cells) {
    const text = lettersOf(textOf(blocks));
    if (text !== '') texts[row]?.push(text);
  }
  return texts;
}

/** The table of a form that begins with a row of such texts. */
function keyOf(texts: readonly string[], forms: readonly Form[]): string | undefined {
  if (texts.length === 0) return undefined;
  for (const { tables } of forms) {
    for (const [key, spec] of Object.entries(tables)) {
      const stubhead = lettersOf(spec.stubhead?.label ?? '');
      if (openings(spec).includes(texts.filter((text) => text !== stubhead).join(' '))) return key;
    }
  }
  return undefined;
}

/** The rows at which another table begins: none of the cells above reaches into them. */
function startsIn(table: SourceTable, forms: readonly Form[]): readonly number[] {
  const starts: number[] = [];
  let current: string | undefined;
  for (const [row, texts] of rowTexts(table).entries()) {
    const key = keyOf(texts, forms);
    if (key === undefined) continue;
    const isCut = !table.cells.some((cell) => cell.row < row && cell.row + cell.rowSpan > row);
    if (current !== undefined && key !== current && isCut) starts.push(row);
    current = key;
  }
  return starts;
}

/** Some rows of a table as a table; its cells still say where they stood. */
function rowsBetween(table: SourceTable, from: number, to: number): SourceTable {
  const cells = table.cells
    .filter(({ row }) => row >= from && row < to)
    .map((cell) => ({ ...cell, row: cell.row - from, at: placeOfCell(table, cell) }));
  return { ...table, rows: to - from, cells };
}

/** Blocks with tables that hold several of a form's parted into these. */
export const partTables = (blocks: readonly SourceBlock[], forms: readonly Form[]): readonly SourceBlock[] =>
  blocks.flatMap((block): readonly SourceBlock[] => {
    if (block.kind === 'paragraph') return [block];
    const starts = startsIn(block, forms);
    if (starts.length === 0) return [block];
    return [0, ...starts].map((from, i) => rowsBetween(block, from, starts[i] ?? block.rows));
  });
