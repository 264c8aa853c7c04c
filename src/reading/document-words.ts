import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { FIX_OFFER } from '../diagnostics/fix-offer.js';

/** Figures of a published document are printed, and no variables. */
const BINDING = /^核对后改写成 \{\{.*$/u;

/** A problem as it is told to those who have a document before them, and not the data that it was made from. */
export function inDocumentWords<T extends Pick<Diagnostic, 'hint'>>(problem: T): T {
  const { hint } = problem;
  if (hint === undefined) return problem;
  return { ...problem, hint: hint.replace(FIX_OFFER, '').replace(BINDING, '核对文字和表格') };
}
