import type { Path } from '../diagnostics/diagnostic.js';

/** A figure as programs read it: a plain decimal, and the unit that is printed with it, if it states one. */
export interface Figure {
  readonly value: string;
  readonly unit: string | undefined;
}

/** A figure that a text prints from data: from, and up to, in UTF-16 units of the text. */
export interface TextFigure extends Figure {
  readonly from: number;
  readonly to: number;
  /** Where the report has it, or the values that it is worked out from. */
  readonly paths: readonly Path[];
  /** The helper that worked it out; undefined for a figure that is printed as it stands. */
  readonly by: string | undefined;
}

/** A text and the figures in it that are printed from data, in their order. */
export interface FiguredText {
  readonly text: string;
  readonly figures: readonly TextFigure[];
}

const NONE: readonly TextFigure[] = [];

/** A part of a text with the figures that stand wholly in it. */
export function figuredPart({ text, figures }: FiguredText, from: number, to: number): FiguredText {
  const within = figures.length === 0 ? NONE : figures.filter((figure) => figure.from >= from && figure.to <= to);
  return {
    text: text.slice(from, to),
    figures: within.map((figure) => ({ ...figure, from: figure.from - from, to: figure.to - from })),
  };
}
