import type { TextStyle } from '../model/block-texts.js';
import type { CellRole } from '../model/document.js';

/**
 * The roles that typefaces play in an official document: 小标宋 for the title, 黑体 for headings, 楷体 for headings of the
 * second level and the form's notes, 仿宋 for the text, 宋体 for tables and page numbers.
 */
export type FaceRole = 'title' | 'heading' | 'subheading' | 'body' | 'table';

/** What paragraphs are styled as. Every paragraph of every file has one of these or a cell style. */
export type ParagraphStyleId = Exclude<TextStyle, 'lead'> | 'pageNumber';

export interface ParagraphStyle {
  /** The name a clerk finds in the style list of a word processor. */
  readonly name: string;
  readonly face: FaceRole;
  /** Points. */
  readonly size: number;
  readonly align: 'start' | 'centre' | 'end' | 'justify';
  /** First-line indent, in characters of this style. */
  readonly indent: number;
  /** Stays on a page with what follows. */
  readonly keepWithNext?: true;
}

export interface CellStyle {
  readonly name: string;
  readonly face: FaceRole;
  readonly align: 'start' | 'centre';
  readonly shaded?: true;
}

/** How the tables are drawn; lengths in points. */
export interface TableTheme {
  /** Sizes to set a table in, the best first: the first in which every word and figure fits its cell is taken. */
  readonly sizes: readonly number[];
  /** Line pitch in cells, as a multiple of the size. */
  readonly leading: number;
  readonly padding: { readonly x: number; readonly y: number };
  /** The height rows have where the page allows. */
  readonly rowHeight: number;
  /** Space between a table and what precedes or follows it. */
  readonly gap: number;
  readonly rule: number;
  /** Fill of shaded cells, as six hexadecimal digits. */
  readonly shade: string;
  readonly cells: { readonly [R in CellRole]: CellStyle };
}

/** The page; lengths in points. */
export interface PageTheme {
  readonly width: number;
  readonly height: number;
  readonly margin: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  /** Lines to a page and full-width characters to a line. */
  readonly lines: number;
  readonly characters: number;
  /** From the foot of the text area to the baseline of the page number. */
  readonly pageNumberDrop: number;
}

/** The fonts a role names in a Word file: those that Chinese offices have. */
export interface WordFont {
  readonly eastAsia: string;
  /** Holds the characters that `eastAsia` lacks, if that is one of the fonts with GB 2312 only. */
  readonly beyondGb2312?: string;
  readonly latin: string;
  /** Stand-ins a word processor may take where the font is not installed. */
  readonly alternatives: readonly string[];
}

/** A complete record of how a document looks. Nothing in it depends on anything else: there is no cascade. */
export interface Theme {
  readonly id: string;
  readonly page: PageTheme;
  readonly styles: { readonly [S in ParagraphStyleId]: ParagraphStyle };
  readonly table: TableTheme;
  readonly word: { readonly [R in FaceRole]: WordFont };
}

/** The face of a text. A run-in head has that of the headings it stands for. */
export function faceOf(style: TextStyle | CellRole, { styles, table }: Theme): FaceRole {
  if (style in table.cells) return table.cells[style as CellRole].face;
  return styles[style === 'lead' ? 'heading2' : (style as Exclude<TextStyle, 'lead'>)].face;
}

/** The distance from one line of text to the next. */
export function linePitch({ height, margin, lines }: PageTheme): number {
  return (height - margin.top - margin.bottom) / lines;
}

/** The width of the text area. */
export function textWidth({ width, margin }: PageTheme): number {
  return width - margin.left - margin.right;
}
