import type { FactsOf } from '../diagnostics/codes.js';
import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';

/** The error for a mistake in the call. */
export const misuse = (facts: FactsOf<'usage/argument'>): ReportError =>
  new ReportError([diagnostic('usage/argument', facts)]);
