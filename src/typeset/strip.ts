import { bondsOf } from './bonds.js';
import { breaksBefore } from './breaks.js';
import { type Gap, gapsOf, type Press, trimAfter, trimBefore } from './gaps.js';
import type { Glyph } from './glyphs.js';

// Lines are broken here and in its neighbours because libraries end where this begins: those for UAX #14 list where a line may break, and
// pdfmake's lines over one of them glue quotation marks to both neighbours. None compresses marks, trims them at the edges or spaces
// Western text.

/** The glyphs of a paragraph before there is space between them. */
export interface Unspaced {
  readonly glyphs: readonly Glyph[];
  /** Their texts together. */
  readonly text: string;
  /** How each is bound to the one before it. */
  readonly bonds: Uint8Array;
  /** How readily a line may begin with each glyph. */
  readonly breaks: Uint8Array;
  /** Where the last line may begin at the latest so as to have two characters that are not punctuation; 0 if the text has no two. */
  readonly latest: number;
}

/** The glyphs of a paragraph on one long line, with the gaps between them. `gaps[i]` follows `glyphs[i]`; the last has none. */
export interface Strip extends Unspaced {
  readonly gaps: readonly Gap[];
  /** Where on that line each glyph begins if a line begins with it, trimmed; the first is not, because it stands after the indent. */
  readonly begins: Float64Array;
  /** Where on that line the glyph before each place ends if a line ends there, trimmed. */
  readonly ends: Float64Array;
  /** How much all gaps before each glyph may shrink together. */
  readonly slack: Float64Array;
  /** The shares of spare room of all gaps before each glyph together. */
  readonly give: Float64Array;
}

/** A line: glyphs from `from` up to, not including, `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The room on the first line of a paragraph and on the others. */
export interface Widths {
  readonly first: number;
  readonly rest: number;
}

/** A paragraph in lines, and whether a word had to be broken because it is longer than its line. */
export interface Broken {
  readonly lines: readonly Span[];
  readonly torn: boolean;
}

/** Rounding must not push a full line of 28 characters over its edge. */
export const TOLERANCE = 0.01;

/** A line with fewer gaps that grow, such as a part of a web address, is not justified. */
export const LEAST_GIVE = 4;

/** The texts of glyphs together. */
function textOf(glyphs: readonly Glyph[]): string {
  let text = '';
  for (const glyph of glyphs) text += glyph.text;
  return text;
}

/** How each glyph is bound to the one before it. */
function bondsBefore(glyphs: readonly Glyph[], whole: string): Uint8Array {
  const units = bondsOf(whole);
  if (units.length === glyphs.length) return units;
  let unit = 0;
  return Uint8Array.from(glyphs, ({ text }) => {
    unit += text.length;
    return units[unit - text.length] as number;
  });
}

const IS_BODY = /^[^\p{P}\s]/u;

function latestStart(glyphs: readonly Glyph[]): number {
  let body = 0;
  for (let i = glyphs.length - 1; i > 0; i--) if (IS_BODY.test((glyphs[i] as Glyph).text) && ++body === 2) return i;
  return 0;
}

/** Glyphs that were made of a text; some of it may have been left out. */
export function unspaced(glyphs: readonly Glyph[], from: string): Unspaced {
  // No glyph stands for less than a unit, so nothing is left out of a text that has no more of them.
  const text = from.length === glyphs.length ? from : textOf(glyphs);
  const bonds = bondsBefore(glyphs, text);
  return { glyphs, text, bonds, breaks: breaksBefore(glyphs, bonds), latest: latestStart(glyphs) };
}

export function stripOf({ glyphs, text, bonds, breaks, latest }: Unspaced, press: Press): Strip {
  const gaps = gapsOf(glyphs, bonds, press);
  const [begins, ends] = [new Float64Array(glyphs.length), new Float64Array(glyphs.length + 1)];
  const [slack, give] = [new Float64Array(glyphs.length), new Float64Array(glyphs.length)];
  let at = 0;
  for (let i = 0; i < glyphs.length; i++) {
    const glyph = glyphs[i] as Glyph;
    begins[i] = i === 0 ? 0 : at + trimBefore(glyph);
    ends[i + 1] = at + glyph.advance - trimAfter(glyph);
    const gap = gaps[i];
    if (gap === undefined) break;
    at += glyph.advance + gap.natural;
    slack[i + 1] = (slack[i] as number) + gap.shrink;
    give[i + 1] = (give[i] as number) + gap.stretch;
  }
  return { glyphs, text, bonds, breaks, latest, gaps, begins, ends, slack, give };
}

/** The natural width of a line, trimmed. */
export const widthOf = ({ begins, ends }: Strip, { from, to }: Span): number =>
  (ends[to] as number) - (begins[from] as number);

/** How much a line may be compressed. */
export const slackOf = ({ slack }: Strip, { from, to }: Span): number =>
  (slack[to - 1] as number) - (slack[from] as number);

/** Among how many gaps spare room is shared, one between Chinese characters counting as one. */
export const giveOf = ({ give }: Strip, { from, to }: Span): number =>
  (give[to - 1] as number) - (give[from] as number);
