import { CLOSED } from './bonds.js';
import type { Glyph } from './glyphs.js';

/** Space between Chinese and Western text, as a fraction of the font size (CLREQ 3.2.1). It may shrink to half. */
const QUARTER = 0.25;
/** It takes as much of spare room as so many gaps between Chinese characters: where these grow to a tenth, it grows to a half. */
const WIDER = 2.5;
/** The blank half of a full-width punctuation mark. */
const HALF = 0.5;
/**
 * How much of its blank half a mark gives up at most: all but a hair, because programs that read files take an overlap of half a character
 * for the end of the line.
 */
const CLOSED_UP = 0.496;

/** How much gaps may shrink to fit more into a line, as fractions of the font size. */
export interface Press {
  /** The blank half of a mark. */
  readonly mark: number;
  /** The gap between two Chinese characters. */
  readonly han: number;
  /** What share of spare room the blank half of a mark takes, one between Chinese characters counting as one; 1 unless it is told. */
  readonly pause?: number;
}

/** The lines of text with a ragged edge. */
export const RAGGED: Press = { mark: 0.25, han: 0 };
/** Justified lines. Nobody sees a fortieth, which nearly makes room for one more character. */
export const JUSTIFIED: Press = { mark: CLOSED_UP, han: 0.025 };
/** Lines of a paragraph that is stretched too much otherwise: room for one more character in any of them. */
export const PRESSED: Press = { mark: CLOSED_UP, han: 0.036 };
/**
 * Lines of a paragraph that even so is stretched too much, such as one of few words between long figures: readers pause at marks, and see
 * wider ones less than space within words. Where characters are a tenth apart, marks have three tenths more than that.
 */
export const PAUSED: Press = { mark: CLOSED_UP, han: 0.06, pause: 4 };
/**
 * Lines of a paragraph that is to take a line less: 29 characters have room where 28 had. Marks keep half of their blank, because more lines
 * are pressed.
 */
export const CLOSER: Press = { mark: 0.25, han: 0.036 };

/** The space between two glyphs: its natural width, how much it may shrink, and how it grows beside others. */
export interface Gap {
  readonly natural: number;
  readonly shrink: number;
  /** Its share of spare room: 1 between Chinese characters, 0 if it never grows. */
  readonly stretch: number;
}

const isFullWidth = (glyph: Glyph): boolean => glyph.drawn > 0.9 * glyph.size;

/** Whether a mark has its blank half on this side. */
const blankAfter = (glyph: Glyph): boolean => glyph.kind === 'closing' && isFullWidth(glyph);
const blankBefore = (glyph: Glyph): boolean => glyph.kind === 'opening' && isFullWidth(glyph);

/** How much is trimmed off a glyph at the beginning of a line: the blank half of a mark. */
export const trimBefore = (glyph: Glyph): number => (blankBefore(glyph) ? HALF * glyph.size : 0);

/** How much is trimmed off a glyph at the end of a line: the blank half of a mark, or a space. */
export function trimAfter(glyph: Glyph): number {
  if (glyph.kind === 'space') return glyph.advance;
  return blankAfter(glyph) ? HALF * glyph.size : 0;
}

const isMark = (glyph: Glyph): boolean => glyph.kind === 'closing' || glyph.kind === 'opening';

/** Western letters and digits are set off from Chinese characters; Western punctuation brings its own space. */
const LETTER = /^[\p{L}\p{N}%‰]\p{M}*$/u;
const meet = (a: Glyph, b: Glyph): boolean =>
  (a.kind === 'han' && b.kind === 'western' && LETTER.test(b.text)) ||
  (a.kind === 'western' && LETTER.test(a.text) && b.kind === 'han');

/** Most neighbours have no space between them. */
const NONE: Gap = { natural: 0, shrink: 0, stretch: 1 };
const RIGID: Gap = { natural: 0, shrink: 0, stretch: 0 };

/** The gap between two neighbours that are not both Chinese characters. */
function gapBetween(before: Glyph, after: Glyph, { mark, pause = 1 }: Press): Gap {
  const size = Math.min(before.size, after.size);
  const stretch = before.kind === after.kind && (before.kind === 'dash' || before.kind === 'western') ? 0 : 1;
  if (blankAfter(before) || blankBefore(after)) {
    // On a grid that is narrower than its characters, some of the blank is gone.
    const gone = before.drawn - before.advance;
    if (isMark(before) && isMark(after)) return { natural: gone - CLOSED_UP * size, shrink: 0, stretch };
    return { natural: 0, shrink: mark * size - gone, stretch: stretch * pause };
  }
  if (meet(before, after)) return { natural: QUARTER * size, shrink: (QUARTER / 2) * size, stretch: WIDER };
  return stretch === 0 ? RIGID : NONE;
}

/** The gap after each glyph but the last, given how each is bound to the one before. */
export function gapsOf(glyphs: readonly Glyph[], bonds: Uint8Array, press: Press): readonly Gap[] {
  const between: Gap = press.han === 0 ? NONE : { ...NONE, shrink: press.han * (glyphs[0]?.size ?? 0) };
  const gaps: Gap[] = [];
  for (let i = 1; i < glyphs.length; i++) {
    const [before, after] = [glyphs[i - 1] as Glyph, glyphs[i] as Glyph];
    if (bonds[i] === CLOSED || after.kind === 'space') gaps.push(RIGID);
    else if (before.kind === 'han' && after.kind === 'han') gaps.push(between);
    else gaps.push(gapBetween(before, after, press));
  }
  return gaps;
}
