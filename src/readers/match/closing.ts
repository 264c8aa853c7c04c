import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { excerpt, loss } from '../neutral/loss.js';
import { type SourceBlock, type SourceTable, textOf } from '../neutral/reading.js';
import { isEdgeFurniture } from './furniture.js';
import { type FoundSignoff, signoffIn } from './signoff-lines.js';

/** The last section of the source without what stands at its end: the sign-off, and what the page adds. */
export interface Closing {
  readonly blocks: readonly SourceBlock[];
  readonly signoff: FoundSignoff | undefined;
  readonly left: readonly SourceBlock[];
  readonly losses: readonly Diagnostic[];
}

/** More text than a page adds below a report. */
const LONG = 1500;

const isLinked = (block: SourceBlock | undefined): boolean => block?.kind === 'paragraph' && block.isLinked === true;

/** Links at the end of a page are its own; among other text they are of that. */
function withoutLinks(blocks: readonly SourceBlock[], end: number): number {
  let last = end;
  while (isLinked(blocks[last - 1]) && isEdgeFurniture(blocks[last - 1] as SourceBlock)) last -= 1;
  return last;
}

/** Where the page takes over: at its first line of furniture, if no more than a page adds comes after it. */
function endOf(blocks: readonly SourceBlock[], isOfForm: (table: SourceTable) => boolean): number {
  const lastTable = blocks.findLastIndex((block) => block.kind === 'table' && isOfForm(block));
  const first = blocks.findIndex((block, i) => i > lastTable && !isLinked(block) && isEdgeFurniture(block));
  if (first < 0) return withoutLinks(blocks, blocks.length);
  const rest = blocks.slice(first).filter((block) => !isEdgeFurniture(block));
  return withoutLinks(blocks, textOf(rest).length <= LONG ? first : blocks.length);
}

function afterSignoff(block: SourceBlock, file: string): Diagnostic {
  return loss('unplaced', { cause: 'after-signoff', text: excerpt(textOf([block])) }, { file, at: block.at });
}

/** Reads the end of a report. */
export function readClosing(
  blocks: readonly SourceBlock[],
  agency: string | undefined,
  isOfForm: (table: SourceTable) => boolean,
  file: string,
): Closing {
  const lastTable = blocks.findLastIndex((block) => block.kind === 'table' && isOfForm(block));
  const found = signoffIn(blocks, agency);
  const signoff = found !== undefined && found.from > lastTable ? found : undefined;
  if (signoff === undefined) {
    const end = endOf(blocks, isOfForm);
    return { blocks: blocks.slice(0, end), signoff, left: blocks.slice(end), losses: [] };
  }
  const rest = blocks.slice(signoff.to);
  const furniture = rest.findIndex(isEdgeFurniture);
  const own = furniture < 0 ? rest : rest.slice(0, furniture);
  return {
    blocks: blocks.slice(0, signoff.from),
    signoff,
    left: rest.slice(own.length),
    losses: own.map((block) => afterSignoff(block, file)),
  };
}
