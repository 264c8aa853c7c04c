import { spaceless } from '../../characters/spaceless.js';
import { placeOfCell, type SourceTable, textOf } from '../neutral/reading.js';
import { isFigureLike } from './figure-text.js';

/** A cell of a source, in words. */
export interface SourceField {
  readonly text: string;
  readonly at: string;
  /** Its first column, and the column after its last. */
  readonly from: number;
  readonly to: number;
  /** Begins in this row, rather than in one above. */
  readonly isOwn: boolean;
}

/** A row of a table of the source. */
export interface SourceRow {
  readonly table: SourceTable;
  readonly row: number;
  /** The cells that cover it, from left to right. */
  readonly fields: readonly SourceField[];
  /** Its labels: the cells before its figures, from the outermost. */
  readonly labels: readonly string[];
  /** The cells of figures, or blank ones, at its end; none for a row of heads. */
  readonly figures: readonly SourceField[];
  /** Of a row without figures, what stands where others have theirs, and the label before it. */
  readonly words: { readonly label: string; readonly fields: readonly SourceField[] } | undefined;
}

/** The cells that cover each row. */
function coverOf(table: SourceTable): readonly (readonly SourceField[])[] {
  const rows: SourceField[][] = Array.from({ length: table.rows }, () => []);
  for (const cell of table.cells) {
    const { row, column, rowSpan, colSpan, blocks, isAbsent } = cell;
    if (isAbsent) continue;
    const field = {
      text: textOf(blocks),
      at: placeOfCell(table, cell),
      from: column,
      to: column + colSpan,
      isOwn: true,
    };
    rows[row]?.push(field);
    for (let r = row + 1; r < row + rowSpan && r < table.rows; r++) rows[r]?.push({ ...field, isOwn: false });
  }
  return rows.map((fields) => fields.toSorted((a, b) => a.from - b.from));
}

const isBlank = ({ text }: SourceField): boolean => text.trim() === '';

/** Where the figures of a row begin: after its last field that is none. */
function firstFigure(fields: readonly SourceField[]): number {
  return fields.findLastIndex(({ text, isOwn }) => !isOwn || !isFigureLike(text)) + 1;
}

/**
 * The first column of figures: where most rows have their first, unless the labels end before it in every row. Blank cells between the
 * two may be of merged labels, or of columns with nothing to count.
 */
function figureColumn(rows: readonly (readonly SourceField[])[]): number {
  const votes = new Map<number, number>();
  let [afterLabels, afterAny] = [0, 0];
  for (const fields of rows) {
    const end = fields.slice(firstFigure(fields));
    const filled = end.find((field) => !isBlank(field));
    if (filled) votes.set(filled.from, (votes.get(filled.from) ?? 0) + 1);
    if (filled) afterLabels = Math.max(afterLabels, end[0]?.from ?? 0);
    else afterAny = Math.max(afterAny, end[0]?.from ?? 0);
  }
  const [first] = [...votes].toSorted(([a, times], [b, more]) => more - times || a - b);
  return first === undefined ? afterAny : Math.min(first[0], afterLabels);
}

/**
 * Whether the fields at the end of a row are figures: not fewer than words, such as a row of heads has behind the number that counts
 * it; or blank, and not just the blank end of a row of heads.
 *
 * @param before how many fields stand before them
 */
function isData(figures: readonly SourceField[], before: number): boolean {
  const filled = figures.filter((field) => !isBlank(field));
  if (filled.length === 0) return figures.length >= before;
  const likely = filled.filter(({ text }) => isFigureLike(text)).length;
  return likely > 0 && likely * 2 >= filled.length;
}

const labelOf = ({ text }: SourceField): string => spaceless(text);

/** The rows of a table with what labels them and their figures. */
export function rowsOf(table: SourceTable): readonly SourceRow[] {
  const cover = coverOf(table);
  const column = table.isTorn ? 0 : figureColumn(cover);
  return cover.map((fields, row) => {
    const end = table.isTorn
      ? fields.slice(firstFigure(fields))
      : fields.filter(({ from, isOwn }) => isOwn && from >= column);
    const figures = isData(end, fields.filter((field) => !isBlank(field) && !end.includes(field)).length) ? end : [];
    const heads = figures.length === 0 ? fields : fields.filter((field) => !figures.includes(field));
    const before = fields.filter((field) => field.to <= column).at(-1);
    const words = figures.length === 0 && before !== undefined ? { label: labelOf(before), fields: end } : undefined;
    return { table, row, fields, labels: heads.map(labelOf).filter((label) => label !== ''), figures, words };
  });
}
