import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { type LimitOptions, limitsOf } from '../limits/limits-of.js';

/** As much as one input may have: bytes of a file, characters of a text. */
export const mostOfInput = (options: LimitOptions): number => limitsOf(options).fileBytes;

/**
 * Makes sure that an input is no larger than the caller's limit.
 *
 * @throws ReportError `read/too-large`
 */
export function proveInputSize(length: number, name: string, options: LimitOptions): void {
  const most = mostOfInput(options);
  if (length <= most) return;
  throw new ReportError([diagnostic('read/too-large', { cause: 'bytes', file: name, most })]);
}
