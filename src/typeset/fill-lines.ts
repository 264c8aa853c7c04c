import { FREELY, NEVER, ODD, TORN } from './breaks.js';
import type { Glyph } from './glyphs.js';
import { type Broken, type Span, type Strip, slackOf, TOLERANCE, type Widths, widthOf } from './strip.js';

// Lines one after the other, each as full as it gets: for text with a ragged edge.

/** How bad a line looks: the stretch of each gap, in characters, or a smaller penalty for compression. */
function badness(text: Strip, span: Span, width: number): number {
  const spare = width - widthOf(text, span);
  const size = (text.glyphs[span.from] as Glyph).size;
  if (spare < 0) return 0.06 * (-spare / slackOf(text, span));
  return spare / size / Math.max(1, span.to - span.from - 1);
}

/** The end of the line that begins at `from`: the last break that fits, or the next one if compressing to it looks better. */
function endOfLine(text: Strip, from: number, width: number, least: number): number {
  const { breaks } = text;
  const count = text.glyphs.length;
  let loose = 0;
  for (let to = from + 1; to <= count; to++) {
    const span = { from, to };
    if (to < count && (breaks[to] as number) < least) {
      // A stretch without a break may go past the edge, but beyond this nothing can fit.
      if (widthOf(text, span) > width * 1.5) break;
      continue;
    }
    const over = widthOf(text, span) - width - TOLERANCE;
    if (over <= 0) {
      loose = to;
      continue;
    }
    if (over > slackOf(text, span)) break;
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
  const to = isGappy ? Math.max(free, endOfLine(text, from, width, ODD)) : free;
  if (to > 0) return { to, torn: false };
  // Even a torn word keeps to the rules for line ends if it can.
  return {
    to: endOfLine(text, from, width, TORN) || endOfLine(text, from, width, NEVER) || from + 1,
    torn: true,
  };
}

/** Moves characters down to a last line that has only one, by ending the line before it earlier. */
function withoutWidow(text: Strip, lines: readonly Span[]): readonly Span[] {
  const [last, before] = [lines.at(-1), lines.at(-2)];
  if (last === undefined || before === undefined || last.from <= text.latest) return lines;
  for (let to = Math.min(before.to - 1, text.latest); to > before.from; to--) {
    if (text.breaks[to] !== FREELY) continue;
    return [...lines.slice(0, -2), { from: before.from, to }, { from: to, to: last.to }];
  }
  return lines;
}

/** Breaks text into lines of which each takes as much as it holds. */
export function fillLines(text: Strip, widths: Widths): Broken {
  const lines: Span[] = [];
  let torn = false;
  for (let from = 0; from < text.glyphs.length; ) {
    const { to, torn: isTorn } = chooseEnd(text, from, from === 0 ? widths.first : widths.rest);
    torn ||= isTorn;
    lines.push({ from, to });
    from = to;
  }
  return { lines: withoutWidow(text, lines), torn };
}
