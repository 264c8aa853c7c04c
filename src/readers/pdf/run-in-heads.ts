import { linesOf } from './glyph-lines.js';
import { type ByMark, glyphsOf } from './marked-glyphs.js';
import type { Measure } from './page-block.js';
import type { Tagged, TaggedText } from './tag-tree.js';

/** Whether a text goes on in the line with which a head ends, or in the next if that is full. */
function runsOn(head: TaggedText, text: TaggedText, byMark: ByMark, measure: Measure): boolean {
  const [last, first] = [linesOf(glyphsOf(head.marks, byMark)).at(-1), linesOf(glyphsOf(text.marks, byMark))[0]];
  if (last === undefined || first === undefined) return false;
  if (Math.abs(first.y - last.y) < 0.2 * last.size) return first.left >= last.right - last.size;
  return last.right > measure.right - 0.6 * last.size && first.left < measure.left + 0.6 * first.size;
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
