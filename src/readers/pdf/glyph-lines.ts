import { greatest } from '../../limits/extremes.js';
import type { Glyph } from './drawn-page.js';

/** A line of text within a paragraph, a cell or a page. */
export interface Line {
  /** From left to right, without blanks at both ends. */
  readonly glyphs: readonly Glyph[];
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the baseline. */
  readonly y: number;
  readonly size: number;
  /** Ends with a blank, so that a word may end there. */
  readonly endsBlank: boolean;
}

const isBlank = ({ text }: Glyph): boolean => text.trim() === '';

/** Characters of Chinese text, with its punctuation: no blanks stand between them. */
const CHINESE =
  /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u3000-\u303f\u2014\u2018-\u201d\u2026\u{20000}-\u{3ffff}]/u;

export const isChinese = (text: string): boolean => CHINESE.test(text);

/** Whether the gap between two glyphs, in ems, is a blank that no glyph stands for. */
const isGap = (gap: number, before: string, after: string): boolean =>
  gap > (isChinese(before) || isChinese(after) ? 1.5 : 0.22);

/** The text of glyphs in their order on a line. */
function written(glyphs: readonly Glyph[]): string {
  let text = '';
  let last: Glyph | undefined;
  for (const glyph of glyphs) {
    if (last && !isBlank(last) && !isBlank(glyph)) {
      const gap = (glyph.x - last.x - last.width) / Math.max(glyph.size, 1);
      if (isGap(gap, last.text, glyph.text)) text += ' ';
    }
    text += glyph.text;
    last = glyph;
  }
  // Blanks that fill up a line are one.
  return text.replace(/ {2,}/g, ' ');
}

/** A glyph drawn twice in nearly the same place, as some programs make bold text. */
const isDouble = (a: Glyph, b: Glyph): boolean => a.text === b.text && Math.abs(a.x - b.x) < 0.12 * a.size;

function lineOf(glyphs: readonly Glyph[]): Line | undefined {
  const inOrder = glyphs.toSorted((a, b) => a.x - b.x);
  const once = inOrder.filter(
    (glyph, i) => isBlank(glyph) || !inOrder.slice(Math.max(0, i - 2), i).some((one) => isDouble(one, glyph)),
  );
  const first = once.findIndex((glyph) => !isBlank(glyph));
  const last = once.findLastIndex((glyph) => !isBlank(glyph));
  if (first < 0) return undefined;
  const inked = once.slice(first, last + 1);
  const [head, tail] = [inked[0] as Glyph, inked.at(-1) as Glyph];
  return {
    glyphs: inked,
    text: written(inked),
    left: head.x,
    right: tail.x + tail.width,
    y: head.y,
    size: greatest(inked.map(({ size }) => size)),
    endsBlank: last < once.length - 1,
  };
}

/** A stretch of glyphs on about one baseline. */
interface Band {
  y: number;
  size: number;
  readonly glyphs: Glyph[];
}

/** The lines of glyphs, from top to bottom. */
export function linesOf(glyphs: readonly Glyph[]): readonly Line[] {
  const bands: Band[] = [];
  let band: Band | undefined;
  for (const glyph of glyphs.toSorted((a, b) => a.y - b.y)) {
    // What is much smaller and a little higher or lower is a mark beside the letters of the same line.
    const near = 0.45 * Math.max(glyph.size, band?.size ?? 0);
    if (band === undefined || glyph.y - band.y > near) {
      band = { y: glyph.y, size: glyph.size, glyphs: [] };
      bands.push(band);
    }
    band.glyphs.push(glyph);
    band.size = Math.max(band.size, glyph.size);
  }
  return bands.flatMap((one) => lineOf(one.glyphs) ?? []);
}
