import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';

/** The error for a mistake in the call. */
export function misuse(message: string, found: string, expected: string, hint: string): ReportError {
  return new ReportError([diagnostic('usage/argument', { message, found, expected, hint })]);
}
