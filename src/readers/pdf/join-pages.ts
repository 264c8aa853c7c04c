import type { Line } from './glyph-lines.js';
import { joinTables } from './join-tables.js';
import type { PageBlock, PageParagraph } from './page-block.js';
import { endsEarly, isHeadingAfter, isIndented, isMidSentence } from './split-paragraphs.js';

const ENDS = /[。！？!?；;：:…][”’）)]?$/u;

/** Whether paragraphs of the document begin with an indent, so that one without goes on from the page before. */
function indents(blocks: readonly PageBlock[]): boolean {
  const long = blocks.filter((block): block is PageParagraph => block.kind === 'paragraph' && block.lines.length > 1);
  return long.filter(isIndented).length * 2 >= long.length;
}

/** Whether the paragraph at the top of a page continues the one at the foot of the page before. */
function goesOn(above: PageParagraph, below: PageParagraph, isIndentedText: boolean): boolean {
  const [last, next] = [above.lines.at(-1) as Line, below.lines[0] as Line];
  if (above.level !== below.level || below.align !== undefined || above.align !== undefined) return false;
  if (Math.abs(last.size - next.size) > 0.12 * last.size || isIndented(below)) return false;
  if (isHeadingAfter(next, last, below.measure)) return false;
  if (isIndentedText && isMidSentence(next, last, below.measure)) return true;
  if (endsEarly(last, next, above.measure)) return false;
  return isIndentedText || !ENDS.test(last.text);
}

function joined(above: PageBlock, below: PageBlock, isIndentedText: boolean): PageBlock | undefined {
  if (above.kind === 'table') return below.kind === 'table' ? joinTables(above, below) : undefined;
  if (below.kind === 'table' || !goesOn(above, below, isIndentedText)) return undefined;
  return { ...above, lines: [...above.lines, ...below.lines] };
}

/** The blocks of all pages, with those that the ends of pages cut in one again. */
export function joinPages(pages: readonly (readonly PageBlock[])[]): readonly PageBlock[] {
  const isIndentedText = indents(pages.flat());
  const blocks: PageBlock[] = [];
  for (const page of pages) {
    const [first, ...others] = page;
    const above = blocks.at(-1);
    const one = above && first && joined(above, first, isIndentedText);
    if (one) blocks[blocks.length - 1] = one;
    else if (first) blocks.push(first);
    for (const one of others) blocks.push(one);
  }
  return blocks;
}
