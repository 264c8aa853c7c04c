import type { Line } from './glyph-lines.js';

/** Blocks as they stand on pages, before what goes on over a page is joined. */
export type PageBlock = PageParagraph | PageTable;

export interface PageParagraph {
  readonly kind: 'paragraph';
  readonly lines: readonly Line[];
  readonly at: string;
  /** Left and right edge of the text around it. */
  readonly measure: Measure;
  readonly level?: number;
  readonly align?: 'center' | 'right';
}

/** The edges between which text is set. */
export interface Measure {
  readonly left: number;
  readonly right: number;
}

export interface PageTable {
  readonly kind: 'table';
  readonly at: string;
  readonly page: number;
  /** The edges of the columns, from left to right. */
  readonly edges: readonly number[];
  readonly rows: number;
  readonly cells: readonly PageCell[];
  /** Why it is doubtful which cell a text belongs to, if it is. */
  readonly doubt?: TableDoubt;
  /** Columns were found by the places of texts alone. */
  readonly isTorn?: boolean;
}

/** Rules that do not close; rows parted by their texts; columns found by their texts; a text across a rule; tags that disagree. */
export type TableDoubt = 'rules' | 'rows' | 'columns' | 'across' | 'tags';

export interface PageCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly blocks: readonly PageBlock[];
  readonly at: string;
  /** No rule closes it: if nothing stands there, there is no such cell. */
  readonly isOpen?: boolean;
}

/** Where a cell is, in words. Rows are counted as they stand on the page. */
export const cellPlace = (table: string, row: number, column: number): string =>
  `${table}，第${row + 1}行第${column + 1}列`;
