import type { Picture } from '../bytes/png.js';
import type { SetRun } from './set-line.js';

/**
 * The contents of a page in reading order. Lengths are in points from the top left corner of the page. This is all that formats of
 * fixed layout see: they draw, and decide nothing.
 */
export interface Page {
  readonly items: readonly PageItem[];
  /** Where a seal will go that is put on afterwards, if it goes on this page. */
  readonly sealPlace: Area | undefined;
}

/** A rectangle on a page. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type PageItem = TextItem | RuleItem | FillItem | ShapeItem | ImageItem;

/** One line of text. */
export interface TextItem {
  readonly kind: 'text';
  readonly x: number;
  readonly baseline: number;
  readonly runs: readonly SetRun[];
  readonly role: TextRole;
  /** The bookmark that leads to this line. */
  readonly bookmark?: { readonly level: 1 | 2; readonly text: string };
}

/**
 * Where a line comes from: a block of the document, a cell of one of its tables, the note below one, or neither (a page number, or a head or label that is
 * repeated where a table was cut).
 */
export type TextRole =
  | {
      readonly kind: 'block';
      readonly block: number;
      /** Which text of a block that has several, counted from 0: the names and the date of a sign-off. */
      readonly part?: number;
    }
  | { readonly kind: 'cell'; readonly block: number; readonly cell: number }
  | { readonly kind: 'note'; readonly block: number; readonly paragraph: number }
  | { readonly kind: 'artifact'; readonly of: 'pageNumber' | 'repeat' };

/** A straight line. */
export interface RuleItem {
  readonly kind: 'rule';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly weight: number;
}

/** A filled rectangle; the colour as six hexadecimal digits. */
export interface FillItem {
  readonly kind: 'fill';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
}

/** A filled outline as path data: M, L, C and Z with numbers in points. Used for the mark of a draft. */
export interface ShapeItem {
  readonly kind: 'shape';
  readonly path: string;
  readonly colour: string;
}

/** A picture: the seal. */
export interface ImageItem {
  readonly kind: 'image';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly picture: Picture;
}
