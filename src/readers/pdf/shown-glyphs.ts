import { applied, type Matrix, product } from './matrix.js';
import type { PdfGlyph } from './pdf-engine.js';
import type { Around, Pen, TextPlace } from './pen.js';

/** A glyph before the page is turned upright: its origin, and the way to the next one. */
export interface ShownGlyph {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
  /** Text that runs down the page, glyph below glyph. */
  readonly isDown: boolean;
  readonly size: number;
  readonly around: Around;
}

/** What is known of a font beyond its glyphs. */
export interface FontFacts {
  /** Of a thousandth of an em. */
  readonly unit: number;
  readonly isDown: boolean;
}

const length = (x: number, y: number): number => Math.sqrt(x * x + y * y);

/** From the space of text to the page: size and stretch, then the place of the text, then the page. */
function textMatrix({ ctm, size, stretch, rise }: Pen, { at }: TextPlace): Matrix {
  return product(product(ctm, at), [size * stretch, 0, 0, size, 0, rise]);
}

const moved = (place: TextPlace, x: number, y: number): void => {
  place.at = product(place.at, [1, 0, 0, 1, x, y]);
};

function shownDown(glyph: PdfGlyph, pen: Pen, place: TextPlace, around: Around, unit: number): ShownGlyph {
  const advance = Math.abs(glyph.vmetric?.[0] ?? 1000) * unit;
  const matrix = textMatrix(pen, place);
  // A column of glyphs is centred on its line; the baseline lies at the foot of the em box.
  const half = (glyph.width * unit) / 2;
  const [x, y] = applied(matrix, -half, -0.88 * advance);
  const [right, ry] = applied(matrix, half, -0.88 * advance);
  moved(place, 0, -(advance * pen.size + pen.charSpacing + (glyph.isSpace ? pen.wordSpacing : 0)));
  const size = length(matrix[2], matrix[3]);
  return { text: glyph.unicode, x, y, dx: right - x, dy: ry - y, isDown: true, size, around };
}

function shownAcross(glyph: PdfGlyph, pen: Pen, place: TextPlace, around: Around, unit: number): ShownGlyph {
  const width = glyph.width * unit;
  const matrix = textMatrix(pen, place);
  const spacing = pen.charSpacing + (glyph.isSpace ? pen.wordSpacing : 0);
  const size = length(matrix[2], matrix[3]);
  moved(place, (width * pen.size + spacing) * pen.stretch, 0);
  return {
    text: glyph.unicode,
    x: matrix[4],
    y: matrix[5],
    dx: matrix[0] * width,
    dy: matrix[1] * width,
    isDown: false,
    size,
    around,
  };
}

/** Shows a text: its glyphs where they come to stand. The place moves on behind them. */
export function showGlyphs(
  text: readonly (PdfGlyph | number)[],
  pen: Pen,
  place: TextPlace,
  around: Around,
  { unit, isDown }: FontFacts,
): readonly ShownGlyph[] {
  const found: ShownGlyph[] = [];
  for (const glyph of text) {
    if (typeof glyph === 'number') {
      const back = (-glyph / 1000) * pen.size;
      moved(place, isDown ? 0 : back * pen.stretch, isDown ? back : 0);
    } else {
      found.push((isDown ? shownDown : shownAcross)(glyph, pen, place, around, unit));
    }
  }
  return found;
}
