import type { Diagnostic, Place } from '../../diagnostics/diagnostic.js';
import type { FilledWorkbook } from './filled-workbook.js';

/**
 * What a reader of documents gives: paragraphs and tables in reading order, each with its place in the source. It knows nothing of
 * reports: what a paragraph or a table means is for `match/` to say, alike for every kind of source.
 *
 * A reader fills it like this:
 * - every printed paragraph is one `SourceParagraph`, with its automatic number typed out and line breaks within it as `\n`;
 * - every table is one `SourceTable`, made by `coveredTable` from its rows, so that every slot is covered exactly once;
 * - the contents of a cell are blocks again, because pages are laid out with tables; most cells hold one paragraph;
 * - what repeats on every page (running heads, page numbers) is no block; what looks like the furniture of a page is `isAside`;
 * - what is there and not printed (hidden text, comments, deleted text) is no block either, and told in `losses`.
 */
export interface Reading {
  readonly blocks: readonly SourceBlock[];
  /** What was seen and is not among the blocks. */
  readonly losses: readonly Diagnostic[];
  /** The lines of each table of contents, which say again what stands among the blocks. */
  readonly contents?: readonly (readonly SourceParagraph[])[];
  /** What may change what people see and was not looked at, such as style sheets elsewhere and scripts. It matters to who compares. */
  readonly unknown?: readonly Diagnostic[];
  /** The JSON of the report that the file carries with it, if it is one of our own. */
  readonly carried?: string;
  /** A workbook of our own, which says of each cell what it is: there is nothing to match. */
  readonly filled?: FilledWorkbook;
  /** What the file says its title is, if it says so: `<title>`, or the title of its properties. */
  readonly title?: string;
  /** For people places are in words. For programs, where the source has them: the selector of the element at such a place. */
  readonly elementAt?: (at: string) => string | undefined;
}

export type SourceBlock = SourceParagraph | SourceTable;

export interface SourceParagraph {
  readonly kind: 'paragraph';
  readonly text: string;
  /** Where it is, in words: `第12段`, `第3页第2段`. */
  readonly at: string;
  /** Of a web page: the selector of its element. */
  readonly element?: string;
  /** The level of a heading, counted from 1; none for running text. */
  readonly level?: number;
  readonly align?: 'center' | 'right';
  /** Furniture of a page as far as the source itself says so: navigation, a footer. */
  readonly isAside?: true;
  /** All of it is links: furniture around a report, and text within one. */
  readonly isLinked?: true;
}

export interface SourceTable {
  readonly kind: 'table';
  /** Where it is, in words: `第12段后的表`, `第3页的表`, `第2张表`. */
  readonly at: string;
  /** Of a web page: the selector of its element. */
  readonly element?: string;
  readonly rows: number;
  readonly columns: number;
  /** Every cell once, row by row. Together the cells cover each slot exactly once. */
  readonly cells: readonly SourceCell[];
  /**
   * The columns cannot be relied on, because the source has no spans (tables typed as text) or they could not be settled. Figures are
   * then counted from the end of a row.
   */
  readonly isTorn?: true;
  readonly isAside?: true;
}

/** Rows and columns are counted from 0. */
export interface SourceCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly blocks: readonly SourceBlock[];
  /** Where it is, in words, if not `<place of the table>，第9行第3列`. */
  readonly at?: string;
  /** Of a web page: the selector of its element. */
  readonly element?: string;
  /** Filled in to cover the grid: the source has no such cell. */
  readonly isAbsent?: true;
}

/** The text of blocks, a line for each paragraph, those of tables inside them included. */
export function textOf(blocks: readonly SourceBlock[]): string {
  const [only] = blocks;
  if (blocks.length === 1 && only?.kind === 'paragraph') return only.text;
  return blocks
    .map((block) =>
      block.kind === 'paragraph' ? block.text : block.cells.map((cell) => textOf(cell.blocks)).join('\n'),
    )
    .join('\n');
}

/** Adds the element to a place in words, if the source knows it. */
export function withElement<T extends { readonly place?: Place }>(one: T, elementAt: Reading['elementAt']): T {
  const { place } = one;
  const element = place && 'at' in place ? (place.element ?? elementAt?.(place.at)) : undefined;
  return element === undefined ? one : { ...one, place: { ...place, element } };
}

/** Where a cell is, in words. */
export function placeOfCell(table: SourceTable, { row, column, at }: SourceCell): string {
  return at ?? `${table.at}，第${row + 1}行第${column + 1}列`;
}
