import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';

/**
 * The text of a UTF-8 file. Other encodings are refused: read as UTF-8 they would silently become other characters.
 *
 * @param name the file's name, for messages
 * @throws ReportError `syntax/invalid`
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ReportError([diagnostic('syntax/invalid', { cause: 'encoding', file: name })]);
  }
}
