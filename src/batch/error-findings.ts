import { type Diagnostic, diagnostic, ReportError } from '../diagnostics/diagnostic.js';

/** An error as findings; a bug in nianbao is one of them. */
export function findingsOf(error: unknown): readonly Diagnostic[] {
  if (error instanceof ReportError) return error.diagnostics;
  return [
    diagnostic('internal', {
      reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }),
  ];
}
