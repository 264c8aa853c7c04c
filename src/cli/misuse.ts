import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';

/** A mistake in the call. */
export function misuse(message: string, found: string, expected: string, hint: string): ReportError {
  return new ReportError([diagnostic('usage/argument', { message, found, expected, hint })]);
}
