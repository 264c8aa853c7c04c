import { entryText, entryWithoutNumber } from '../neutral/entry-text.js';
import type { SourceBlock, SourceParagraph } from '../neutral/reading.js';

/** Of the lines of a list, more than this share say again what stands elsewhere on the page if it is a table of contents. */
const SHARE = 0.5;

/**
 * Takes the tables of contents off a page: lists most of whose lines say again what stands elsewhere. Any other list is of the text,
 * whether or not its lines are links.
 */
export function withoutContents(
  blocks: readonly SourceBlock[],
  lists: ReadonlyMap<SourceBlock, string>,
): { readonly blocks: readonly SourceBlock[]; readonly contents: readonly (readonly SourceParagraph[])[] } {
  const entries = new Map<string, SourceParagraph[]>();
  const said = new Set<string>();
  for (const block of blocks) {
    if (block.kind === 'table') continue;
    const list = lists.get(block);
    const before = list === undefined ? undefined : entries.get(list);
    if (list === undefined) said.add(entryText(block.text)).add(entryWithoutNumber(block.text) || block.text);
    else if (before) before.push(block);
    else entries.set(list, [block]);
  }
  const isAgain = ({ text }: SourceParagraph) => said.has(entryText(text)) || said.has(entryWithoutNumber(text));
  const contents = [...entries.values()].filter((list) => list.filter(isAgain).length > SHARE * list.length);
  const taken = new Set<SourceBlock>(contents.flat());
  return { blocks: blocks.filter((block) => !taken.has(block)), contents };
}
