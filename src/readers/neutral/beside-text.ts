import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { excerpt, loss } from './loss.js';

/** What files of Word, and pages that it writes, have besides running text. */

export const runningLeft = (text: string, file: string): Diagnostic =>
  loss('left-out', { cause: 'running-text', text: excerpt(text) }, { file });

export const commentLeft = (text: string, file: string): Diagnostic =>
  loss('left-out', { cause: 'remark', text: excerpt(text) }, { file });

/** Notes that were read where they are referred to. */
export const notesInText = (count: number, file: string): readonly Diagnostic[] =>
  count === 0 ? [] : [loss('interpreted', { cause: 'notes', count }, { file })];

export const formulaInLine = (text: string, at: string, file: string): Diagnostic =>
  loss('interpreted', { cause: 'formula', text: excerpt(text) }, { file, at });
