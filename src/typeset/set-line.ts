import type { FaceId } from '../fonts/catalogue.js';
import type { Gap } from './gaps.js';
import { trimAfter, trimBefore } from './gaps.js';
import type { Glyph } from './glyphs.js';
import { giveOf, LEAST_GIVE, type Span, type Strip, slackOf, widthOf } from './strip.js';

/** Characters of one face with the same extra space after each: what a PDF draws with one operator. Lengths in points. */
export interface SetRun {
  readonly text: string;
  readonly face: FaceId;
  readonly size: number;
  /** From the start of the line. */
  readonly x: number;
  /** Extra space after each character. */
  readonly spacing: number;
  readonly width: number;
  readonly href: string | undefined;
  /** Whether it is part of a run-in head. */
  readonly isHead: boolean;
}

export interface SetLine {
  readonly runs: readonly SetRun[];
  readonly width: number;
}

/** Wider gaps, in characters, look worse than a ragged edge. */
const WIDEST_STRETCH = 0.25;

/** The room for a line, and whether to fill it. */
export interface Room {
  readonly width: number;
  readonly justify: boolean;
}

/** How much of the spare room of a justified line goes to each gap; none if the line is better left ragged. */
function shareOf(text: Strip, span: Span, spare: number): number {
  const give = giveOf(text, span);
  const share = spare / give;
  const isEven = give >= LEAST_GIVE && share <= WIDEST_STRETCH * (text.glyphs[span.from] as Glyph).size;
  return isEven && spare > 0 ? share : 0;
}

/**
 * The position of each glyph in a line. Spare room is shared by the gaps as readily as each grows; a lack of room, in proportion to how much
 * each gap may shrink.
 */
function positions(text: Strip, span: Span, { width, justify }: Room): Float64Array {
  const { from, to } = span;
  const { glyphs, gaps } = text;
  const spare = width - widthOf(text, span);
  const share = justify ? shareOf(text, span, spare) : 0;
  const pressed = spare < 0 ? Math.min(1, -spare / (slackOf(text, span) || 1)) : 0;
  const xs = new Float64Array(Math.max(1, to - from));
  let x = from > 0 ? -trimBefore(glyphs[from] as Glyph) : 0;
  xs[0] = x;
  for (let i = from; i < to - 1; i++) {
    const gap = gaps[i] as Gap;
    const space = gap.natural + share * gap.stretch - pressed * gap.shrink;
    x = x + (glyphs[i] as Glyph).advance + space;
    xs[i + 1 - from] = x;
  }
  return xs;
}

const round = (points: number): number => Math.round(points * 1000) / 1000;

const isAlike = (a: Glyph, b: Glyph): boolean =>
  a.face === b.face && a.href === b.href && a.size === b.size && a.isHead === b.isHead;

/** The text of some glyphs. */
function textBetween({ glyphs, text }: Strip, from: number, to: number): string {
  if (text.length === glyphs.length) return text.slice(from, to);
  let found = '';
  for (let i = from; i < to; i++) found += (glyphs[i] as Glyph).text;
  return found;
}

/** Joins neighbouring glyphs with the same face, link and spacing; the first is at the first of the places. */
function joinRuns(strip: Strip, { from, to }: Span, xs: Float64Array): readonly SetRun[] {
  const { glyphs } = strip;
  const xOf = (i: number) => xs[i - from] as number;
  const spaceAfter = (i: number) => round(xOf(i + 1) - xOf(i) - (glyphs[i] as Glyph).drawn);
  const runs: SetRun[] = [];
  for (let i = from; i < to; ) {
    const first = glyphs[i] as Glyph;
    let spacing = 0;
    let end = i + 1;
    for (; end < to && isAlike(first, glyphs[end] as Glyph); end++) {
      if (end === i + 1) spacing = spaceAfter(i);
      else if (spaceAfter(end - 1) !== spacing) break;
    }
    const last = end - 1;
    runs.push({
      text: textBetween(strip, i, end),
      face: first.face,
      size: first.size,
      x: round(xOf(i)),
      spacing,
      width: round(xOf(last) + (glyphs[last] as Glyph).drawn - xOf(i)),
      href: first.href,
      isHead: first.isHead,
    });
    i = end;
  }
  return runs;
}

/** Sets a line. A space at its end is not drawn. */
export function setLine(text: Strip, span: Span, room: Room): SetLine {
  const xs = positions(text, span, room);
  const isSpaced = text.glyphs[span.to - 1]?.kind === 'space';
  const drawn = isSpaced ? { from: span.from, to: span.to - 1 } : span;
  if (drawn.to <= drawn.from) return { runs: [], width: 0 };
  const last = text.glyphs[drawn.to - 1] as Glyph;
  const reach = (xs[drawn.to - 1 - drawn.from] as number) + last.advance;
  return { runs: joinRuns(text, drawn, xs), width: isSpaced ? reach : reach - trimAfter(last) };
}
