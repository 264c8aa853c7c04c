import type { FaceId } from '../fonts/catalogue.js';
import { type Span, type Strip, slackOf, trims, widthOf } from './break-lines.js';
import type { Gap } from './gaps.js';
import type { Glyph } from './glyphs.js';

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
  readonly href?: string;
}

export interface SetLine {
  readonly runs: readonly SetRun[];
  readonly width: number;
}

/** Wider gaps, in characters, look worse than a ragged edge. */
const WIDEST_STRETCH = 0.6;

/** The room for a line, and whether to fill it. */
export interface Room {
  readonly width: number;
  readonly justify: boolean;
}

/**
 * The position of each glyph in a line. Spare room is shared equally by the gaps that stretch; a lack of room, in proportion to how much
 * each gap may shrink.
 */
function positions(text: Strip, span: Span, { width, justify }: Room): readonly number[] {
  const { from, to } = span;
  const { glyphs, gaps } = text;
  let stretching = 0;
  for (let i = from; i < to - 1; i++) if (gaps[i]?.stretches) stretching++;
  const spare = width - widthOf(text, span);
  const each = stretching === 0 ? 0 : spare / stretching;
  const share = justify && spare > 0 && each <= WIDEST_STRETCH * (glyphs[from] as Glyph).size ? each : 0;
  const pressed = spare < 0 ? Math.min(1, -spare / (slackOf(text, span) || 1)) : 0;
  const xs = [-trims(text, span).start];
  for (let i = from; i < to - 1; i++) {
    const gap = gaps[i] as Gap;
    const space = gap.natural + (gap.stretches ? share : 0) - pressed * gap.shrink;
    xs.push((xs[i - from] as number) + (glyphs[i] as Glyph).advance + space);
  }
  return xs;
}

const round = (points: number): number => Math.round(points * 1000) / 1000;

const isAlike = (a: Glyph, b: Glyph): boolean => a.face === b.face && a.href === b.href && a.size === b.size;

/** Joins neighbouring glyphs with the same face, link and spacing. */
function joinRuns(glyphs: readonly Glyph[], xs: readonly number[]): readonly SetRun[] {
  const spaceAfter = (k: number) => round((xs[k + 1] as number) - (xs[k] as number) - (glyphs[k] as Glyph).drawn);
  const runs: SetRun[] = [];
  for (let i = 0; i < glyphs.length; ) {
    const first = glyphs[i] as Glyph;
    let spacing = 0;
    let text = first.text;
    let end = i + 1;
    for (; end < glyphs.length && isAlike(first, glyphs[end] as Glyph); end++) {
      if (end === i + 1) spacing = spaceAfter(i);
      else if (spaceAfter(end - 1) !== spacing) break;
      text += (glyphs[end] as Glyph).text;
    }
    const last = end - 1;
    runs.push({
      text,
      face: first.face,
      size: first.size,
      x: round(xs[i] as number),
      spacing,
      width: round((xs[last] as number) + (glyphs[last] as Glyph).drawn - (xs[i] as number)),
      ...(first.href !== undefined && { href: first.href }),
    });
    i = end;
  }
  return runs;
}

/** Sets a line. Spaces at its end are not drawn. */
export function setLine(text: Strip, span: Span, room: Room): SetLine {
  const xs = positions(text, span, room);
  const glyphs = text.glyphs.slice(span.from, span.to);
  const drawn = glyphs.at(-1)?.kind === 'space' ? glyphs.slice(0, -1) : glyphs;
  const last = drawn.length - 1;
  const reach = last < 0 ? 0 : (xs[last] as number) + (drawn[last] as Glyph).advance;
  return { runs: joinRuns(drawn, xs), width: reach - trims(text, span).end };
}
