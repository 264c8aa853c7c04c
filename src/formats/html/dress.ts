import type { TextStyle } from '../../model/block-texts.js';
import type { Cell, CellRole, Document, Signoff, Table } from '../../model/document.js';
import type { Picture } from '../../model/drawing.js';
import type { Figure } from '../../model/figure.js';

/** What an element is, for its look. */
export type Part = Exclude<TextStyle, 'signoff'> | CellRole | 'scroll' | 'link';

/** The seal as it is to be shown. */
export interface SealImage {
  /** A `data:` address. */
  readonly src: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** The width on paper in millimetres. */
  readonly millimetres: number;
}

/** What a whole page and a fragment write differently. */
export interface Dress {
  /** What all ids begin with. */
  readonly prefix: string;
  /** The attributes that give an element its look: a class, or a style. Empty where its name is enough. */
  readonly look: { readonly [P in Part]: string };
  /** The attributes of a row head, or of a head above row heads: its look, and what it needs to stay in view where the table scrolls. */
  readonly label: (cell: Cell, stubs: number) => string;
  /** The attributes that give a table its look. */
  readonly table: (table: Table) => string;
  /** The share of a column, if its element says it. */
  readonly column: (share: number) => string;
  /** What allows a break between words of the title. */
  readonly wordBreak: string;
  /** The attributes of what does not show. */
  readonly hidden: string;
  /** The attributes of an item in the list of downloads. */
  readonly download: string;
  /**
   * A figure in a text, which is HTML, with its value.
   *
   * @param place where the report has it, as HTML; empty if it is from no report
   * @param by the helper that worked it out
   */
  readonly figure: (html: string, figure: Figure, place: string, by?: string) => string;
  /** The figures of a table drawn. @param id what ids in it begin with */
  readonly pictures: (pictures: readonly Picture[], id: string) => string;
  readonly signoff: (signoff: Signoff, document: Document, seal: SealImage | undefined) => string;
}
