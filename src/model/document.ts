import type { Path } from '../diagnostics/diagnostic.js';
import type { Picture } from './drawing.js';
import type { Figure, TextFigure } from './figure.js';

/**
 * The document: the only thing that formats read. Plain readonly data in reading order, with every text final and every span
 * resolved, so that formats only write.
 */
export interface Document {
  /** What files say of themselves. */
  readonly meta: Meta;
  /** In the order in which they are read. */
  readonly blocks: readonly Block[];
}

/** What the file says about itself. */
export interface Meta {
  /** The title of the report. */
  readonly title: string;
  /** The agency. */
  readonly author: string;
  /** The kind of report. */
  readonly subject: string;
  /** For searches. */
  readonly keywords: readonly string[];
  /** The column of a government site under which such a report is published (政府网站发展指引), if there is one for it. */
  readonly column?: string | undefined;
  /** Such as `zh-CN`. */
  readonly language: 'zh-CN';
  /**
   * The date of the report, `YYYY-MM-DD`. Files carry it as their own date, so that the same input gives the same bytes; if there is none,
   * they carry none.
   */
  readonly date?: string | undefined;
}

/** A closed union: a new kind of block needs a function in each table of functions by kind (`by-kind.ts`). */
export type Block = Title | Addressee | Heading | Paragraph | Table | Signoff;

/** Something that knows where in the report object it comes from, so that a problem found late can still name the place. */
interface Located {
  /** Where the report has it; empty if it is from no report. */
  readonly path: Path;
}

export interface Title extends Located {
  readonly kind: 'title';
  /** The lines that the report gives, or the whole title as one line, which is broken if it is too long. */
  readonly lines: readonly TitleLine[];
}

/**
 * A line of a title as its phrases (an agency; year and kind of the report), and each phrase as its words. It breaks between phrases or,
 * if a phrase is longer than a line, between words.
 */
export type TitleLine = readonly (readonly string[])[];

/** 主送机关: to whom the report is addressed. */
export interface Addressee extends Located {
  readonly kind: 'addressee';
  readonly text: string;
}

export interface Heading extends Located {
  readonly kind: 'heading';
  /** 1 for sections (一、), 2 for their parts （一）. */
  readonly level: 1 | 2;
  readonly text: string;
  /** Which paragraph of a narrative this is, counted from 1. */
  readonly paragraph?: number;
  /** The figures in it that are printed from data. */
  readonly figures?: readonly TextFigure[];
}

export interface Paragraph extends Located {
  readonly kind: 'paragraph';
  readonly inlines: readonly Inline[];
  /** The figures in it that are printed from data; places are counted over all inlines. */
  readonly figures?: readonly TextFigure[];
  /** It is the head of what follows, such as 1.加强公开, and must not be the last line of a page. */
  readonly keepsNext?: boolean | undefined;
  /** Which paragraph of a narrative this is, counted from 1. */
  readonly paragraph?: number;
}

/** Words of a paragraph. */
export interface Words {
  /** As any, in bold as those that a paragraph begins with, or as a comparison marks them. */
  readonly kind: 'text' | 'lead' | 'removed' | 'added';
  /** What is printed. */
  readonly text: string;
}

/** Words of a paragraph that lead somewhere. */
export interface Link {
  /** That it is a link. */
  readonly kind: 'link';
  /** What is printed. */
  readonly text: string;
  /** The address. */
  readonly href: string;
}

/** Running text, a run-in head (（一）主动公开情况。), a link, or what a comparison marks as gone from a text or as new in it. */
export type Inline = Words | Link;

/** A table whose cells are placed: every slot of its grid is covered exactly once. */
export interface Table extends Located {
  /** That it is a table. */
  readonly kind: 'table';
  /** Printed above the table; the statutory tables have none. */
  readonly caption?: string;
  /** What the table shows, for readers who cannot see it (alternative text). */
  readonly description: string;
  /** Relative widths of the grid's columns. */
  readonly widths: readonly number[];
  /** Number of rows in the grid. */
  readonly rows: number;
  /** The number of rows in the head, which is repeated on every page that the table continues on. */
  readonly headRows: number;
  /** Every cell once, row by row. Together the cells cover each slot of the grid exactly once. */
  readonly cells: readonly Cell[];
  /** Its figures drawn. Formats that are read on paper or changed by hand have the figures alone. */
  readonly pictures?: readonly Picture[];
  /** 表注: printed right below the table, on the page with its end. */
  readonly note?: TableNote | undefined;
}

/** The note below a table, a text for each of its paragraphs. */
export interface TableNote extends Located {
  readonly paragraphs: readonly string[];
  /** For each paragraph the figures in it that are printed from data, if there are any. */
  readonly figures?: readonly (readonly TextFigure[])[];
}

/**
 * What a cell is: a band across the table, the corner above the row headers (`stubhead`, or `note` where the form prints its
 * explanation there), the head of columns, the head of rows, a number that heads a row (序号), a figure, a figure with a note behind it, or text. A line feed in its text
 * ends a line.
 */
export type CellRole = 'band' | 'stubhead' | 'note' | 'head' | 'stub' | 'serial' | 'figure' | 'noted' | 'text';

/** A cell of a table, which may cover several slots of the grid. */
export interface Cell extends Located {
  /** The row in which it begins, from 0. */
  readonly row: number;
  /** The column in which it begins, from 0. */
  readonly column: number;
  /** How many rows it covers. */
  readonly rowSpan: number;
  /** How many columns it covers. */
  readonly colSpan: number;
  /** What it is in the table, which decides how it looks. */
  readonly role: CellRole;
  /** What is printed. */
  readonly text: string;
  /** Where words of a label end, as places in its text: a label too long for one line is broken there and nowhere else. */
  readonly breaks?: readonly number[] | undefined;
  /** What the text means to a program, if it is a figure. */
  readonly figure?: Figure | undefined;
}

/** 落款: who signs, one agency below the other, and the date as it prints. */
export interface Signoff extends Located {
  readonly kind: 'signoff';
  readonly agencies: readonly string[];
  /** Where words of each name end, as places in its text: one that is too long for a line is broken there. Names without are one word each. */
  readonly wordEnds?: readonly (readonly number[])[];
  readonly date: string;
}
