import { AWKWARD, breaksBefore, FREELY, NEVER, TORN } from './breaks.js';
import { blankAfter, blankBefore, edgeTrim, type Gap, gapBetween } from './gaps.js';
import type { Glyph } from './glyphs.js';

// Written here because libraries end where this begins: those for UAX #14 list where a line may break, and pdfmake's lines over one of
// them glue quotation marks to both neighbours. None presses marks together, hangs their blank halves out or spaces Western text.

/** Glyphs of a paragraph with the spaces between them. `gaps[i]` follows `glyphs[i]`; the last has none. */
export interface Measure {
  readonly glyphs: readonly Glyph[];
  readonly gaps: readonly Gap[];
  /** Position of each glyph if all stood on one line. */
  readonly at: Float64Array;
  /** Sum of what the gaps before each glyph may shrink. */
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

export function measure(glyphs: readonly Glyph[]): Measure {
  const gaps: Gap[] = [];
  const at = new Float64Array(glyphs.length);
  const slack = new Float64Array(glyphs.length);
  for (let i = 1; i < glyphs.length; i++) {
    const before = glyphs[i - 1] as Glyph;
    const gap = gapBetween(before, glyphs[i] as Glyph);
    gaps.push(gap);
    at[i] = (at[i - 1] as number) + before.advance + gap.natural;
    slack[i] = (slack[i - 1] as number) + gap.shrink;
  }
  return { glyphs, gaps, at, slack, breaks: breaksBefore(glyphs) };
}

/** What a line saves at its edges: a mark's blank half, and spaces at its end. The first line's indent keeps its bracket whole. */
export function trims({ glyphs }: Measure, { from, to }: Span): { readonly start: number; readonly end: number } {
  const [first, last] = [glyphs[from] as Glyph, glyphs[to - 1] as Glyph];
  const start = from > 0 && blankBefore(first) ? edgeTrim(first) : 0;
  const end = last.kind === 'space' ? last.advance : blankAfter(last) ? edgeTrim(last) : 0;
  return { start, end };
}

/** The width of a line that saves nothing at its edges. */
const untrimmed = ({ at, glyphs }: Measure, from: number, to: number): number =>
  (at[to - 1] as number) + (glyphs[to - 1] as Glyph).advance - (at[from] as number);

/** The natural width of a line. */
export function widthOf(text: Measure, span: Span): number {
  const { start, end } = trims(text, span);
  return untrimmed(text, span.from, span.to) - start - end;
}

/** How far a line may be pressed. */
export function slackOf({ slack }: Measure, { from, to }: Span): number {
  return (slack[to - 1] as number) - (slack[from] as number);
}

/** How bad a line looks: the stretch of each gap in characters, or a lighter charge for pressing. */
function badness(text: Measure, span: Span, width: number): number {
  const spare = width - widthOf(text, span);
  const size = (text.glyphs[span.from] as Glyph).size;
  if (spare < 0) return 0.06 * (-spare / slackOf(text, span));
  return spare / size / Math.max(1, span.to - span.from - 1);
}

const fits = (text: Measure, span: Span, width: number, pressed: boolean): boolean =>
  widthOf(text, span) - (pressed ? slackOf(text, span) : 0) <= width + TOLERANCE;

/** The end of the line that begins at `from`: the better of the last break that fits and the next one that fits when pressed. */
function endOfLine(text: Measure, from: number, width: number, least: number): number {
  const { breaks } = text;
  const count = text.glyphs.length;
  let loose = 0;
  for (let to = from + 1; to <= count; to++) {
    if (to < count && (breaks[to] as number) < least) {
      // A run without a break may go on past the edge; well past it nothing can fit any more.
      if ((text.at[to] as number) - (text.at[from] as number) > width * 1.5) break;
      continue;
    }
    const span = { from, to };
    // Most candidates are far from the edge, where nothing need be looked at closely.
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

/** The end of a line, by the readiest breaks that give one. Zero room gives at least one glyph. */
function chooseEnd(text: Measure, from: number, width: number): { readonly to: number; readonly torn: boolean } {
  const free = endOfLine(text, from, width, FREELY);
  const isGappy = free < text.glyphs.length && (free === 0 || badness(text, { from, to: free }, width) > GAPPY);
  const to = isGappy ? Math.max(free, endOfLine(text, from, width, AWKWARD)) : free;
  if (to > 0) return { to, torn: false };
  // Even a torn word keeps the rules for line ends where it can.
  return {
    to: endOfLine(text, from, width, TORN) || endOfLine(text, from, width, NEVER) || from + 1,
    torn: true,
  };
}

/** Characters of a line that are not marks: a last line of one alone is a widow. */
function bodyOf({ glyphs }: Measure, { from, to }: Span): number {
  return glyphs.slice(from, to).filter(({ kind }) => kind === 'han' || kind === 'western').length;
}

/** Gives a last line of a single character company, by ending the line before it earlier. */
function withoutWidow(text: Measure, lines: readonly Span[]): readonly Span[] {
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
 * @returns the lines, and whether a word had to be torn because it is longer than its line
 */
export function breakLines(
  text: Measure,
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
