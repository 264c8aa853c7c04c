import { greatest, least } from '../../limits/extremes.js';
import { type Line, linesOf } from './glyph-lines.js';
import { type ByMark, glyphsOf } from './marked-glyphs.js';
import type { Tagged, TaggedTable } from './tag-tree.js';

/** Whether the texts of rows follow each other from left to right: boxes that stand below each other are no table. */
function isBeside({ rows }: TaggedTable, byMark: ByMark): boolean {
  const several = rows.flatMap((row) => {
    const lines = row.map((marks) => linesOf(glyphsOf(marks, byMark))).filter((some) => some.length > 0);
    return lines.length > 1 ? [lines] : [];
  });
  const edges = (lines: readonly Line[]) => ({
    left: least(lines.map(({ left }) => left)),
    right: greatest(lines.map(({ right }) => right)),
  });
  return (
    several.length > 0 &&
    several.every((row) => row.map(edges).every(({ left }, i, all) => left > (all[i - 1]?.right ?? -Infinity) - 1))
  );
}

/** What boxes are, by the places of their texts. */
export const settled = (tagged: readonly Tagged[], byMark: ByMark): readonly Tagged[] =>
  tagged.flatMap((one) => (one.kind === 'table' && one.otherwise && !isBeside(one, byMark) ? one.otherwise : [one]));
