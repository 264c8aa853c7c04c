import { bondsOf } from './bonds.js';
import { AWKWARD, breaksBefore, FREELY, NEVER, TORN } from './breaks.js';
import { blankAfter, blankBefore, edgeTrim, type Gap, gapBetween } from './gaps.js';
import type { Glyph } from './glyphs.js';

// Written here because libraries end where this begins: those for UAX #14 list where a line may break, and pdfmake's lines over one of
// them glue quotation marks to both neighbours. None compresses marks, trims them at the edges or spaces Western text.

/** The glyphs of a paragraph on one long line, with the gaps between them. `gaps[i]` follows `glyphs[i]`; the last has none. */
export interface Strip {
  readonly glyphs: readonly Glyph[];
  readonly gaps: readonly Gap[];
  /** The position of each glyph on that line. */
  readonly at: Float64Array;
  /** How much all gaps before each glyph may shrink together. */
  readonly slack: Float64Array;
  /** How readily a line may begin with each glyph. */
  readonly breaks: Uint8Array;
}

/** A line: glyphs from `from` up to, not including, `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Rounding must not push a full line of 28 characters over its edge. */
const TOLERANCE = 0.01;

/** How each glyph is bound to the one before it. */
function bondsBefore(glyphs: readonly Glyph[]): Uint8Array {
  const units = bondsOf(glyphs.map(({ text }) => text).join(''));
  if (units.length === glyphs.length) return units;
  let unit = 0;
  return Uint8Array.from(glyphs, ({ text }) => {
    unit += text.length;
    return units[unit - text.length] as number;
  });
}

export function stripOf(glyphs: readonly Glyph[]): Strip {
  const bonds = bondsBefore(glyphs);
  const gaps: Gap[] = [];
  const at = new Float64Array(glyphs.length);
  const slack = new Float64Array(glyphs.length);
  for (let i = 1; i < glyphs.length; i++) {
    const before = glyphs[i - 1] as Glyph;
    const gap = gapBetween(before, glyphs[i] as Glyph, bonds[i] as number);
    gaps.push(gap);
    at[i] = (at[i - 1] as number) + before.advance + gap.natural;
    slack[i] = (slack[i - 1] as number) + gap.shrink;
  }
  return { glyphs, gaps, at, slack, breaks: breaksBefore(glyphs, bonds) };
}

/**
 * How much is trimmed off the edges of a line: the blank half of a punctuation mark, and spaces at the end. An opening bracket on the
 * first line, after the indent, is not trimmed.
 */
export function trims({ glyphs }: Strip, { from, to }: Span): { readonly start: number; readonly end: number } {
  const [first, last] = [glyphs[from] as Glyph, glyphs[to - 1] as Glyph];
  const start = from > 0 && blankBefore(first) ? edgeTrim(first) : 0;
  const end = last.kind === 'space' ? last.advance : blankAfter(last) ? edgeTrim(last) : 0;
  return { start, end };
}

/** The width of a line without trimming. */
const untrimmed = ({ at, glyphs }: Strip, from: number, to: number): number =>
  (at[to - 1] as number) + (glyphs[to - 1] as Glyph).advance - (at[from] as number);

/** The natural width of a line, trimmed. */
export function widthOf(text: Strip, span: Span): number {
  const { start, end } = trims(text, span);
  return untrimmed(text, span.from, span.to) - start - end;
}

/** How much a line may be compressed. */
export function slackOf({ slack }: Strip, { from, to }: Span): number {
  return (slack[to - 1] as number) - (slack[from] as number);
}

/** How bad a line looks: the stretch of each gap, in characters, or a smaller penalty for compression. */
function badness(text: Strip, span: Span, width: number): number {
  const spare = width - widthOf(text, span);
  const size = (text.glyphs[span.from] as Glyph).size;
  if (spare < 0) return 0.06 * (-spare / slackOf(text, span));
  return spare / size / Math.max(1, span.to - span.from - 1);
}

const fits = (text: Strip, span: Span, width: number, pressed: boolean): boolean =>
  widthOf(text, span) - (pressed ? slackOf(text, span) : 0) <= width + TOLERANCE;

/** The end of the line that begins at `from`: the last break that fits, or the next one if compressing to it looks better. */
function endOfLine(text: Strip, from: number, width: number, least: number): number {
  const { breaks } = text;
  const count = text.glyphs.length;
  let loose = 0;
  for (let to = from + 1; to <= count; to++) {
    if (to < count && (breaks[to] as number) < least) {
      // A stretch without a break may go past the edge, but beyond this nothing can fit.
      if ((text.at[to] as number) - (text.at[from] as number) > width * 1.5) break;
      continue;
    }
    const span = { from, to };
    // Most candidates are far from the edge and need no closer look.
    if (untrimmed(text, from, to) <= width || fits(text, span, width, false)) {
      loose = to;
      continue;
    }
    if (!fits(text, span, width, true)) break;
    return loose > 0 && badness(text, { from, to: loose }, width) <= badness(text, span, width) ? loose : to;
  }
  return loose;
}

/** Gaps wider than this, in characters, are worse than a web address broken at an odd place. */
const GAPPY = 0.2;

/** The end of a line, at the best kind of break there is. A line has at least one glyph, however narrow. */
function chooseEnd(text: Strip, from: number, width: number): { readonly to: number; readonly torn: boolean } {
  const free = endOfLine(text, from, width, FREELY);
  const isGappy = free < text.glyphs.length && (free === 0 || badness(text, { from, to: free }, width) > GAPPY);
  const to = isGappy ? Math.max(free, endOfLine(text, from, width, AWKWARD)) : free;
  if (to > 0) return { to, torn: false };
  // Even a torn word keeps to the rules for line ends if it can.
  return {
    to: endOfLine(text, from, width, TORN) || endOfLine(text, from, width, NEVER) || from + 1,
    torn: true,
  };
}

const IS_BODY = /^[^\p{P}\s]/u;

/** The number of characters that are not punctuation. A last line with just one is a widow. */
function bodyOf({ glyphs }: Strip, { from, to }: Span): number {
  return glyphs.slice(from, to).filter(({ text }) => IS_BODY.test(text)).length;
}

/** Moves characters down to a last line that has only one, by ending the line before it earlier. */
function withoutWidow(text: Strip, lines: readonly Span[]): readonly Span[] {
  const [last, before] = [lines.at(-1), lines.at(-2)];
  if (last === undefined || before === undefined || bodyOf(text, last) > 1) return lines;
  for (let to = before.to - 1; to > before.from; to--) {
    if (text.breaks[to] !== FREELY || bodyOf(text, { from: to, to: last.to }) < 2) continue;
    return [...lines.slice(0, -2), { from: before.from, to }, { from: to, to: last.to }];
  }
  return lines;
}

/**
 * Breaks text into lines.
 *
 * @param widths the room on the first line and on the others
 * @returns the lines, and whether a word had to be broken because it is longer than its line
 */
export function breakLines(
  text: Strip,
  widths: { readonly first: number; readonly rest: number },
): { readonly lines: readonly Span[]; readonly torn: boolean } {
  const lines: Span[] = [];
  let torn = false;
  for (let from = 0; from < text.glyphs.length; ) {
    const width = from === 0 ? widths.first : widths.rest;
    const { to, torn: isTorn } = chooseEnd(text, from, width);
    torn ||= isTorn;
    lines.push({ from, to });
    from = to;
  }
  return { lines: withoutWidow(text, lines), torn };
}
