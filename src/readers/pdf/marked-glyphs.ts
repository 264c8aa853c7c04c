import type { Glyph } from './drawn-page.js';

/** The glyphs of a page by the numbers of their marked content. */
export type ByMark = ReadonlyMap<number, readonly Glyph[]>;

export const glyphsOf = (marks: readonly number[], byMark: ByMark): readonly Glyph[] =>
  marks.flatMap((mark) => byMark.get(mark) ?? []);

export function groupByMark(glyphs: readonly Glyph[]): ByMark {
  const groups = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    if (glyph.mark === undefined) continue;
    const group = groups.get(glyph.mark);
    if (group) group.push(glyph);
    else groups.set(glyph.mark, [glyph]);
  }
  return groups;
}
