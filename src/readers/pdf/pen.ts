import { IDENTITY, type Matrix } from './matrix.js';
import type { Box } from './page-geometry.js';

/** The graphics state as far as it decides where texts and rules stand (ISO 32000-1, 8.4 and 9.3). */
export interface Pen {
  ctm: Matrix;
  font: string;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  stretch: number;
  leading: number;
  rise: number;
  mode: number;
  lineWidth: number;
  fill: string;
  stroke: string;
  /** The edges around what is shown. */
  clip: Box;
}

export const newPen = (ctm: Matrix, clip: Box): Pen => ({
  ctm,
  font: '',
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
  mode: 0,
  lineWidth: 1,
  fill: '#000000',
  stroke: '#000000',
  clip,
});

/** Where the next glyph goes, and where the line began. */
export interface TextPlace {
  at: Matrix;
  line: Matrix;
}

export const newTextPlace = (): TextPlace => ({ at: IDENTITY, line: IDENTITY });

/** What is around the operators: marked content, and layers. */
export interface Around {
  readonly mark: number | undefined;
  readonly isArtifact: boolean;
  readonly isOff: boolean;
}

export const NOTHING_AROUND: Around = { mark: undefined, isArtifact: false, isOff: false };
