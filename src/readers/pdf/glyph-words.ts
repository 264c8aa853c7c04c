import type { Box, Glyph } from './drawn-page.js';

/** Glyphs that were drawn side by side: what belongs to one cell, even where it is wider than the cell. */
export interface Word extends Box {
  readonly glyphs: readonly Glyph[];
}

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

/** A word that a rule parts: two cells whose texts nearly touch. */
export function partedWord(word: Word, edges: readonly number[]): readonly Word[] {
  const parts: Glyph[][] = [[]];
  let last: Glyph | undefined;
  for (const glyph of word.glyphs) {
    const end = last ? last.x + last.width : glyph.x;
    const slack = 0.05 * glyph.size;
    const isGap = glyph.x - end > 0.12 * glyph.size;
    if (isGap && edges.some((edge) => edge > end - slack && edge < glyph.x + slack)) parts.push([]);
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
