import type { Grid } from './ruled-grid.js';

/** What is drawn on a page, seen upright: points from the left and the top edge. */
export interface DrawnPage {
  /** Counted from 1. */
  readonly number: number;
  readonly width: number;
  /** Where it begins, if it is the right one of two columns. */
  readonly from?: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  /** The tables that rules make, inner ones first. */
  readonly grids: readonly Grid[];
  /** Texts that do not count, because they lie across the page or in a layer that is switched off. */
  readonly aslant: string;
  readonly switchedOff: string;
  /** Texts outside of what is shown: beside it, where lines run out of it, and above or below it. */
  readonly beside: string;
  readonly over: string;
  /** Glyphs drawn without ink, as recognised texts lie over scans. */
  readonly unseen: number;
}

/** A character where it is drawn. */
export interface Glyph {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** The number of the marked content that it belongs to; undefined if it belongs to none. */
  readonly mark: number | undefined;
  /** An artifact: not part of the document by the file's own word. */
  readonly isArtifact: boolean;
}

/** The middle of a glyph: about half the height of its letters above the baseline. */
export const middleOf = ({ x, y, width, size }: Glyph): readonly [x: number, y: number] => [
  x + width / 2,
  y - size * 0.36,
];
