import { type AgencyList, parseAgencies } from '../agencies/parse-agencies.js';
import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { readInputFile } from '../host/input-file.js';
import type { LimitOptions } from '../limits/limits-of.js';
import { decodeBytes } from '../readers/decode-bytes.js';

/** The text of a list: UTF-8, or what Excel on Chinese systems writes. */
function textOf(file: string, options: LimitOptions): string {
  const found = decodeBytes(readInputFile(file, options));
  if (found?.damaged === 0) return found.text;
  const place = { file, line: 1, column: 1 };
  throw new ReportError([diagnostic('usage/argument', { cause: 'list-not-text' }, { place })]);
}

/**
 * Reads a list of agencies from a file, within the limits of the settings; see `parseAgencies`.
 *
 * @throws ReportError with everything that is wrong with it; `file/not-found`, `file/unreadable`
 */
export const readAgencies = (file: string, options: LimitOptions): AgencyList =>
  parseAgencies(textOf(file, options), file, options);
