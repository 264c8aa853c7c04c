import { CLOSED } from './bonds.js';
import type { Glyph } from './glyphs.js';

/** Space between Chinese and Western text, as a fraction of the font size (CLREQ 3.2.1). It may shrink to half. */
const QUARTER = 0.25;
/** The blank half of a full-width punctuation mark. */
const HALF = 0.5;
/** How much the blank half of a mark may shrink to fit one more character in a line. */
const PRESS = 0.25;

/** The space between two glyphs: its natural width, how much it may shrink, and whether it may grow. */
export interface Gap {
  readonly natural: number;
  readonly shrink: number;
  readonly stretches: boolean;
}

const isFullWidth = (glyph: Glyph): boolean => glyph.drawn > 0.9 * glyph.size;

/** Whether a mark has its blank half on this side. */
export const blankAfter = (glyph: Glyph): boolean => glyph.kind === 'closing' && isFullWidth(glyph);
export const blankBefore = (glyph: Glyph): boolean => glyph.kind === 'opening' && isFullWidth(glyph);

/** How much such a mark is trimmed at the edge of a line. */
export const edgeTrim = (glyph: Glyph): number => HALF * glyph.size;

const isMark = (glyph: Glyph): boolean => glyph.kind === 'closing' || glyph.kind === 'opening';

/** Western letters and digits are set off from Chinese characters; Western punctuation brings its own space. */
const LETTER = /^[\p{L}\p{N}%‰]\p{M}*$/u;
const meet = (a: Glyph, b: Glyph): boolean =>
  (a.kind === 'han' && b.kind === 'western' && LETTER.test(b.text)) ||
  (a.kind === 'western' && LETTER.test(a.text) && b.kind === 'han');

/** Most neighbours have no space between them. */
const NONE: Gap = { natural: 0, shrink: 0, stretches: true };
const RIGID: Gap = { ...NONE, stretches: false };

/** The gap between two neighbours, given how they are bound. */
export function gapBetween(before: Glyph, after: Glyph, bond: number): Gap {
  if (bond === CLOSED) return RIGID;
  if (before.kind === 'han' && after.kind === 'han') return NONE;
  const size = Math.min(before.size, after.size);
  const stretches = !(before.kind === after.kind && (before.kind === 'dash' || before.kind === 'western'));
  // Two marks with blank space between them take one and a half characters together.
  if (isMark(before) && isMark(after) && (blankAfter(before) || blankBefore(after))) {
    return { natural: -HALF * size, shrink: 0, stretches };
  }
  if (blankAfter(before) || blankBefore(after)) return { natural: 0, shrink: PRESS * size, stretches };
  if (meet(before, after)) return { natural: QUARTER * size, shrink: (QUARTER / 2) * size, stretches };
  return stretches ? NONE : RIGID;
}
