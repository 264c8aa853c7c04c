import type { Glyph } from './drawn-page.js';
import { isChinese } from './glyph-lines.js';
import type { Box } from './page-geometry.js';

/** Glyphs that were drawn side by side: what belongs to one cell, even where it is wider than the cell. */
export interface Word extends Box {
  readonly glyphs: readonly Glyph[];
}

export const textOfWord = ({ glyphs }: Word): string => glyphs.map(({ text }) => text).join('');

const goesOn = (last: Glyph, next: Glyph): boolean => {
  const gap = next.x - last.x - last.width;
  return Math.abs(next.y - last.y) < 0.2 * last.size && gap < 0.3 * last.size && gap > -0.5 * last.size;
};

function wordOf(glyphs: readonly Glyph[]): Word {
  const [head, tail] = [glyphs[0] as Glyph, glyphs.at(-1) as Glyph];
  return {
    glyphs,
    left: head.x,
    right: tail.x + tail.width,
    top: head.y - 0.8 * head.size,
    bottom: head.y + 0.1 * head.size,
  };
}

/** Whether an edge lies between two glyphs of a word; where a label touches a figure, also if it lies a little beside. */
function isBetween(edge: number, last: Glyph, glyph: Glyph): boolean {
  const end = last.x + last.width;
  const isLabelled = isChinese(last.text) !== isChinese(glyph.text);
  const slack = (isLabelled ? 0.6 : 0.05) * glyph.size;
  const isApart = isLabelled || glyph.x - end > 0.12 * glyph.size;
  return isApart && edge > Math.min(end, glyph.x) - slack && edge < Math.max(end, glyph.x) + slack;
}

/** A word that a rule parts: two cells whose texts nearly touch. */
export function partedWord(word: Word, edges: readonly number[]): readonly Word[] {
  const parts: Glyph[][] = [[]];
  let last: Glyph | undefined;
  for (const glyph of word.glyphs) {
    const before = last;
    if (before && edges.some((edge) => isBetween(edge, before, glyph))) parts.push([]);
    parts.at(-1)?.push(glyph);
    last = glyph;
  }
  return parts.length === 1 ? [word] : parts.map(wordOf);
}

/** The words of glyphs in the order in which they are drawn. Blanks part words and belong to none. */
export function wordsOf(glyphs: readonly Glyph[]): readonly Word[] {
  const found: Glyph[][] = [];
  let last: Glyph | undefined;
  for (const glyph of glyphs) {
    if (glyph.text.trim() === '') {
      last = undefined;
      continue;
    }
    if (last && goesOn(last, glyph)) found.at(-1)?.push(glyph);
    else found.push([glyph]);
    last = glyph;
  }
  return found.map(wordOf);
}
