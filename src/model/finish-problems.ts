import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Document } from './document.js';
import type { Finish } from './finish.js';

const PREFIX = /^[A-Za-z][\w-]*$/;

function prefixProblems({ html }: Finish): readonly Diagnostic[] {
  const prefix = html?.idPrefix;
  if (prefix === undefined || PREFIX.test(prefix)) return [];
  return [diagnostic('usage/argument', { cause: 'id-prefix', given: prefix })];
}

function sealProblems({ blocks }: Document, { seal, sealPlace }: Finish): readonly Diagnostic[] {
  if ((seal ?? sealPlace) === undefined || blocks.some((block) => block.kind === 'signoff')) return [];
  return [diagnostic('seal/no-signoff', {})];
}

/** Larger than any sheet of paper, in millimetres. */
const WIDEST = 1000;

function widthProblems({ seal, sealPlace }: Finish): readonly Diagnostic[] {
  const sized = seal ?? sealPlace;
  if (sized === undefined || (sized.width > 0 && sized.width <= WIDEST)) return [];
  return [diagnostic('usage/argument', { cause: 'seal-width', given: String(sized.width), most: WIDEST })];
}

function bothSeals({ seal, sealPlace }: Finish): readonly Diagnostic[] {
  if (seal === undefined || sealPlace === undefined) return [];
  return [diagnostic('usage/argument', { cause: 'both-seals' })];
}

function archivedSeal({ seal, ofd }: Finish): readonly Diagnostic[] {
  if (seal === undefined || ofd?.archive !== true) return [];
  return [diagnostic('usage/argument', { cause: 'archived-seal' })];
}

/** What in a finish is wrong whatever the document is. */
export const finishFaults = (finish: Finish): readonly Diagnostic[] => [
  ...bothSeals(finish),
  ...archivedSeal(finish),
  ...widthProblems(finish),
  ...prefixProblems(finish),
];

/** What makes a finish impossible: besides its own faults, a seal needs a sign-off to stand on. */
export const finishProblems = (document: Document, finish: Finish): readonly Diagnostic[] => [
  ...sealProblems(document, finish),
  ...finishFaults(finish),
];
