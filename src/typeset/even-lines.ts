import { AWKWARD, FREELY, ODD, TORN } from './breaks.js';
import type { Glyph } from './glyphs.js';
import { type Broken, LEAST_GIVE, type Span, type Strip, TOLERANCE, type Widths } from './strip.js';

// The lines of a justified paragraph, chosen together: of all ways to break it, the one with the fewest demerits (Knuth and Plass,
// Breaking Paragraphs into Lines, 1981).
//
// Limits: a line ends only where `breaks.ts` lets it, and is never compressed by more than its gaps allow; a last line has at least two
// characters. Whatever keeps within WIDEST is preferred to all that does not; only a paragraph with a word that is longer than its line,
// or with nothing else to do, goes beyond.
//
// Demerits of a line: the square of its stretch, which is the spare room in characters that goes to each gap; or, compressed, the square
// of PRESSED times the part of its slack that is used. To these come charges for the break at its end.
//
// Work: from each place where a line may begin, the places are tried that a line from there can reach, so it grows as the text does.

/** Beyond this stretch readers see spaces between characters: 废 止 行 政. */
const WIDEST = 0.1;
/** A line that is compressed as far as it goes looks as bad as one stretched so much. */
const PRESSED = 0.05;
/** A web address broken within a part is as bad as a line stretched by 3 %. */
const AWKWARDLY = 0.03 ** 2;
/** One character of a part that stands alone is as bad as a line stretched by 6 %. */
const ODDLY = 0.06 ** 2;
/** A torn word is worse than any number of loose lines. */
const WHEN_TORN = 1000;
/** Where the fewest lines are asked for, one more is worse than any unevenness of the others. */
const ONE_MORE = 1;
/** No line that keeps to WIDEST has less text in it than this share of its width. */
const FULLEST = 0.6;

const CHARGES: { readonly [kind: number]: number } = {
  [FREELY]: 0,
  [AWKWARD]: AWKWARDLY,
  [ODD]: ODDLY,
  [TORN]: WHEN_TORN,
};

/** What is allowed besides the rules. */
interface Limits {
  /** The worst kind of break. */
  readonly least: number;
  readonly widest: number;
  /** The share of a line that is filled before places are tried for its end. */
  readonly filled: number;
  /** The charge for each line. */
  readonly line: number;
}

const STRICT: Limits = { least: ODD, widest: WIDEST, filled: FULLEST, line: 0 };
const FEWEST: Limits = { ...STRICT, line: ONE_MORE };
const LENIENT: Limits = { least: TORN, widest: Infinity, filled: 0, line: 0 };

/** The demerits of a line that is stretched by so many characters a gap. */
const whenStretched = (stretch: number): number => stretch ** 2 + (stretch > WIDEST ? stretch / WIDEST : 0);

/** What is known of the best way to each place. */
interface Ways {
  readonly demerits: Float64Array;
  /** Where the last line on the way begins. */
  readonly from: Int32Array;
}

/** The demerits of a line by its spare room in points; infinite if it is against the limits. */
function demeritsOf(text: Strip, from: number, to: number, spare: number, widest: number): number {
  if (spare < 0) {
    const slack = (text.slack[to - 1] as number) - (text.slack[from] as number);
    return -spare > slack + TOLERANCE ? Infinity : (PRESSED * Math.min(1, -spare / (slack || 1))) ** 2;
  }
  if (to === text.glyphs.length || spare <= TOLERANCE) return 0;
  const give = (text.give[to - 1] as number) - (text.give[from] as number);
  // A line that stays ragged looks as if all its characters were apart.
  const stretch = (spare - TOLERANCE) / (give < LEAST_GIVE ? to - from : give) / (text.glyphs[from] as Glyph).size;
  return stretch > widest ? Infinity : whenStretched(stretch);
}

/**
 * Tries every place at which the line from a place may end.
 *
 * @param first a place before which the line is not full enough
 * @returns the first at which it is; no line that begins later is full enough before that
 */
function tryEnds(text: Strip, from: number, first: number, width: number, limits: Limits, ways: Ways): number {
  const { begins, ends, slack, breaks, glyphs, latest } = text;
  const count = glyphs.length;
  const begin = begins[from] as number;
  const full = begin + width * limits.filled;
  let least = Math.max(first, from + 1);
  while (least < count && (ends[least] as number) < full) least++;
  const before = (ways.demerits[from] as number) + limits.line;
  // A mark or a space at the end is trimmed, so that what comes next may still fit.
  const most = width + (glyphs[from] as Glyph).size;
  for (let to = least; to <= count; to++) {
    const filled = (ends[to] as number) - begin;
    if (filled - (slack[to - 1] as number) + (slack[from] as number) > most) break;
    const kind = to === count ? FREELY : (breaks[to] as number);
    if (kind < limits.least || (to === count && from > latest)) continue;
    const all = before + demeritsOf(text, from, to, width - filled, limits.widest) + (CHARGES[kind] as number);
    if (all >= (ways.demerits[to] as number)) continue;
    ways.demerits[to] = all;
    ways.from[to] = from;
  }
  return least;
}

/** The lines of the best way to the end. */
function linesOf({ from }: Ways, { breaks }: Strip, count: number): Broken {
  const lines: Span[] = [];
  for (let to = count; to > 0; to = from[to] as number) lines.push({ from: from[to] as number, to });
  return { lines: lines.reverse(), torn: lines.some(({ to }) => to < count && breaks[to] === TORN) };
}

function bestWay(text: Strip, widths: Widths, limits: Limits): Broken | undefined {
  const count = text.glyphs.length;
  const ways: Ways = { demerits: new Float64Array(count + 1).fill(Infinity), from: new Int32Array(count + 1) };
  ways.demerits[0] = 0;
  let first = 1;
  for (let from = 0; from < count; from++) {
    if (ways.demerits[from] === Infinity) continue;
    first = tryEnds(text, from, first, from === 0 ? widths.first : widths.rest, limits, ways);
  }
  return ways.demerits[count] === Infinity ? undefined : linesOf(ways, text, count);
}

/**
 * Breaks text into lines that are stretched as evenly as the rules allow.
 *
 * @param count whether there are to be as few lines as possible
 * @returns undefined if none keep within WIDEST
 */
export function evenLines(text: Strip, widths: Widths, count: 'any' | 'fewest' = 'any'): Broken | undefined {
  if (text.glyphs.length === 0) return { lines: [], torn: false };
  return bestWay(text, widths, count === 'fewest' ? FEWEST : STRICT);
}

/** Breaks text into lines of which as few as possible, and these by as little as possible, go beyond WIDEST; undefined if none keep the rules. */
export const looseLines = (text: Strip, widths: Widths): Broken | undefined => bestWay(text, widths, LENIENT);
