import type { Line } from './glyph-lines.js';
import { firstToken } from './join-lines.js';
import type { Measure, PageParagraph } from './page-block.js';

/** A distance of two lines than which no more than this share of all are less: half for the usual one; undefined for less than two. */
function pitchOf(lines: readonly Line[], share = 0.5): number | undefined {
  const gaps = lines.slice(1).flatMap(({ y }, i) => y - (lines[i] as Line).y);
  const sorted = gaps.filter((gap) => gap > 0).sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)];
}

/** Where the text of lines is set: from the leftmost to the rightmost, strays excepted. */
export function measureOf(lines: readonly Line[]): Measure {
  const lefts = lines.map(({ left }) => left).sort((a, b) => a - b);
  const rights = lines.map(({ right }) => right).sort((a, b) => a - b);
  return { left: lefts[0] ?? 0, right: rights.at(-1) ?? 0 };
}

/** Whether a line ends where one more word of the next would have fitted. */
export function endsEarly(line: Line, next: Line, { right }: Measure, spare = 0.6): boolean {
  return right - line.right > firstToken(next) + spare * line.size;
}

/** How a line stands between the edges. */
export function alignOf({ left, right, size }: Line, measure: Measure): 'center' | 'right' | undefined {
  const [before, after] = [left - measure.left, measure.right - right];
  if (before > 2.6 * size && Math.abs(before - after) < 0.6 * size) return 'center';
  if (before < 3 * size) return undefined;
  if (after < 1.5 * size || (before > 5 * size && after < 4.6 * size)) return before > 4 * size ? 'right' : undefined;
  return Math.abs(before - after) < Math.max(2 * size, 0.06 * (measure.right - measure.left)) ? 'center' : undefined;
}

export const sameSize = (a: Line, b: Line): boolean => Math.abs(a.size - b.size) <= 0.12 * Math.max(a.size, b.size);

/** What lines are compared with to tell where a paragraph begins. */
interface Setting {
  readonly measure: Measure;
  readonly pitch: number;
  /** The distance of lines of running text within a paragraph, where paragraphs are short and lie apart. */
  readonly near: number;
  /** The size of most lines. */
  readonly body: number;
}

/** The end of a sentence, with the marks that close behind it. */
const ENDS = /[。！？!?][”’）)》]?$/u;

/** Whether a line goes on in the middle of a sentence, at the edge to which only lines that go on reach. */
export const isMidSentence = (line: Line, last: Line, { left }: Measure): boolean =>
  line.left - left < 0.5 * line.size && !ENDS.test(last.text);

const HEADING = /^[一二三四五六七八九十]{1,3}、/u;

/** Whether a short line after the end of a sentence has the number of a heading: it stands at the edge like lines that go on. */
export const isHeadingAfter = (line: Line, last: Line, { right }: Measure): boolean =>
  HEADING.test(line.text) && ENDS.test(last.text) && right - line.right > 4 * line.size;

const DATE = /^[\d〇一二三四五六七八九十\s]+年/u;

/** Lines centred on each other in the right half, as names of those who sign are. */
function signTogether(line: Line, last: Line, { left, right }: Measure): boolean {
  const isRight = last.left - left > 3 * line.size && last.left + last.right > left + right + 2 * line.size;
  const middles = (line.left + line.right - last.left - last.right) / 2;
  return (
    isRight &&
    Math.abs(middles) < line.size &&
    line.right - line.left <= last.right - last.left &&
    !DATE.test(line.text)
  );
}

/** Whether more room is between two lines than within a paragraph. After the end of a sentence a little more is enough. */
function isApart(line: Line, last: Line, { pitch, near }: Setting): boolean {
  const gap = line.y - last.y;
  return (
    gap > 1.45 * Math.max(pitch, 1.2 * line.size) || (gap > 1.25 * Math.max(near, line.size) && ENDS.test(last.text))
  );
}

/** Whether a paragraph begins with `line`, which follows `last`. */
function begins(line: Line, last: Line, opening: Line, setting: Setting): boolean {
  const { measure, body } = setting;
  if (!sameSize(line, last) || isApart(line, last, setting)) return true;
  if (line.size > 1.2 * body || signTogether(line, last, measure)) return false;
  const [one, other] = [alignOf(last, measure), alignOf(line, measure)];
  if (one !== other && (one === 'right' || other === 'right')) return true;
  if (one === 'center' && other === 'center') return false;
  if (line.left - last.left > 1.2 * line.size || isHeadingAfter(line, last, measure)) return true;
  // Set in like the beginning before: a beginning, too.
  const isSetIn = line.left - measure.left > 1.2 * line.size;
  if (isSetIn && Math.abs(line.left - opening.left) < 0.6 * line.size) return true;
  const isGoingOn = opening.left - measure.left > 1.2 * line.size && isMidSentence(line, last, measure);
  return !isGoingOn && endsEarly(last, line, measure);
}

export interface Paragraph {
  readonly lines: readonly Line[];
  readonly align?: 'center' | 'right';
}

/** Lines of running text as paragraphs. */
export function splitParagraphs(lines: readonly Line[], measure: Measure): readonly Paragraph[] {
  const sizes = lines.map(({ size }) => size).sort((a, b) => a - b);
  const body = sizes[Math.floor(sizes.length / 2)] ?? 0;
  const running = lines.filter(({ size }) => Math.abs(size - body) <= 0.12 * body);
  const setting = { measure, pitch: pitchOf(lines) ?? 0, near: pitchOf(running, 0.25) ?? 0, body };
  const found: Line[][] = [];
  for (const line of lines) {
    const open = found.at(-1);
    const last = open?.at(-1);
    if (open && last && !begins(line, last, open[0] as Line, setting)) open.push(line);
    else found.push([line]);
  }
  return found.map((one) => {
    const aligns = one.map((line) => alignOf(line, measure));
    const [align] = aligns;
    return align !== undefined && aligns.every((each) => each === align) ? { lines: one, align } : { lines: one };
  });
}

/** Whether a paragraph that begins like this starts afresh: it is indented against the edge of the text. */
export const isIndented = ({ lines: [line], measure }: PageParagraph): boolean =>
  line !== undefined && line.left - measure.left > 1.2 * line.size;
