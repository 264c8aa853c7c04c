import { type Line, linesOf } from './glyph-lines.js';
import { type ByMark, glyphsOf } from './marked-glyphs.js';
import type { Measure } from './page-block.js';
import { sameSize } from './split-paragraphs.js';
import type { Tagged, TaggedText } from './tag-tree.js';

/**
 * Whether a text goes on in the line with which a head ends, or in the next if that is full: then the head is set in as paragraphs are, and
 * the text is not. A page of short lines is no wider than its title.
 */
function runsOn(head: TaggedText, text: TaggedText, byMark: ByMark, measure: Measure): boolean {
  const [above, below] = [head, text].map(({ marks }) => linesOf(glyphsOf(marks, byMark))) as [Line[], Line[]];
  const [opening, last, first] = [above[0], above.at(-1), below[0]];
  if (opening === undefined || last === undefined || first === undefined || !sameSize(first, last)) return false;
  if (Math.abs(first.y - last.y) < 0.2 * last.size) return first.left >= last.right - last.size;
  const isFull = last.right > measure.right - 0.6 * last.size;
  return isFull && first.left < measure.left + 0.6 * first.size && opening.left > first.left + first.size;
}

/** Tags with each head that stands in the line of its paragraph as the beginning of that: it is a heading for screen readers only. */
export function withRunInHeads(tagged: readonly Tagged[], byMark: ByMark, measure: Measure): readonly Tagged[] {
  const found: Tagged[] = [];
  for (const one of tagged) {
    const head = found.at(-1);
    const isText = one.kind === 'text' && one.level === undefined;
    if (isText && head?.kind === 'text' && head.level !== undefined && runsOn(head, one, byMark, measure))
      found[found.length - 1] = { ...one, marks: [...head.marks, ...one.marks] };
    else found.push(one);
  }
  return found;
}
