import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { loss } from './neutral/loss.js';
import type { UnreadKind } from './source-kinds.js';

/**
 * Turns a file of an office program into a Word file. It is handed in, because it runs a program.
 *
 * @param extension what the file's name should end in, so that the program knows it
 * @throws ReportError `read/unsupported` if there is no such program, `read/damaged` if it makes nothing of the file
 */
export type ConvertOffice = (bytes: Uint8Array, extension: string, name: string) => Promise<Uint8Array>;

/** What is told of a file that was turned into a Word file before it was read: places are those of the Word file. */
export const convertedNote = (found: UnreadKind, file: string): Diagnostic =>
  loss('interpreted', { cause: 'converted', name: found.name }, { file });
