import type { TextStyle } from '../model/block-texts.js';
import type { CellRole } from '../model/document.js';

/**
 * The roles that typefaces play in an official document: 小标宋 for the title, 黑体 for headings, 楷体 for headings of the
 * second level and the form's notes, 仿宋 for the text, 宋体 for tables and page numbers.
 */
export type FaceRole = 'title' | 'heading' | 'subheading' | 'body' | 'table';

/** The styles of paragraphs. Every paragraph of every file has one of these or a cell style. */
export type ParagraphStyleId = Exclude<TextStyle, 'lead' | 'tableNote'> | 'pageNumber';

/** The styles whose size is that of a table: those of its cells and of the note below it. */
export type TableStyleId = CellRole | 'tableNote';

export interface ParagraphStyle {
  /** The name shown in the style list of a word processor. */
  readonly name: string;
  readonly face: FaceRole;
  /** Points. */
  readonly size: number;
  readonly align: 'start' | 'centre' | 'end' | 'justify';
  /** First-line indent, in characters of this style. */
  readonly indent: number;
  /** Stays on the same page as what follows. */
  readonly keepWithNext?: true;
}

export interface CellStyle {
  readonly name: string;
  readonly face: FaceRole;
  readonly align: 'start' | 'centre';
  readonly shaded?: true;
}

/** The look of tables; lengths in points. */
export interface TableTheme {
  /** Font sizes for tables, the best first. A table takes the first in which every word and figure fits its cell. */
  readonly sizes: readonly number[];
  /** Line pitch in cells, as a multiple of the font size. */
  readonly leading: number;
  readonly padding: { readonly x: number; readonly y: number };
  /** Space between a figure and the rules beside it, for which figures are set smaller if a size is there that leaves it. */
  readonly clear: number;
  /** The height of rows where the page has room. */
  readonly rowHeight: number;
  /** Space above and below a table. */
  readonly gap: number;
  readonly rule: number;
  /** Fill of shaded cells, as six hexadecimal digits. */
  readonly shade: string;
  readonly cells: { readonly [S in TableStyleId]: CellStyle };
}

/** The page; lengths in points. */
export interface PageTheme {
  readonly width: number;
  readonly height: number;
  readonly margin: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  /** Lines to a page and full-width characters to a line. */
  readonly lines: number;
  readonly characters: number;
  /** Lines to a page whose lines are closer together so that the page after it is not left with a few. */
  readonly tightLines: number;
  /** From the foot of the text area to the baseline of the page number. */
  readonly pageNumberDrop: number;
}

/** The fonts that a role names in a Word file: those installed in Chinese offices. */
export interface WordFont {
  readonly eastAsia: string;
  /** The font for characters outside GB 2312, if `eastAsia` has no others. */
  readonly beyondGb2312?: string;
  readonly latin: string;
  /** Fonts that a word processor may use if the font is not installed. */
  readonly alternatives: readonly string[];
}

/** How a document looks, in full: no value depends on another, and nothing cascades. */
export interface Theme {
  /** Its name. */
  readonly id: string;
  /** The paper and its margins. */
  readonly page: PageTheme;
  /** How paragraphs look. */
  readonly styles: { readonly [S in ParagraphStyleId]: ParagraphStyle };
  /** How tables look. */
  readonly table: TableTheme;
  /** The fonts that Word files name, by role. */
  readonly word: { readonly [R in FaceRole]: WordFont };
}

/** The face of a text. A run-in head has the face of a second-level heading. */
export function faceOf(style: TextStyle | CellRole, { styles, table }: Theme): FaceRole {
  if (style in table.cells) return table.cells[style as TableStyleId].face;
  return styles[style === 'lead' ? 'heading2' : (style as ParagraphStyleId)].face;
}

/** The distance from one line of text to the next, where so many fill a page. */
export function linePitch({ height, margin, ...page }: PageTheme, lines: number = page.lines): number {
  return (height - margin.top - margin.bottom) / lines;
}

/** The width of the text area. */
export function textWidth({ width, margin }: PageTheme): number {
  return width - margin.left - margin.right;
}
