import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { excerpt, loss } from './loss.js';

/** A text that the source holds and does not show. */
export const hiddenText = (
  cause: 'hidden-on-page' | 'hidden-in-file',
  text: string,
  at: string,
  file: string,
): Diagnostic => loss('left-out', { cause, text: excerpt(text) }, { file, at });

/** A text that is struck out: it shows, and is not meant to be said. */
export const struckText = (text: string, at: string, file: string): Diagnostic =>
  loss('left-out', { cause: 'struck', text: excerpt(text) }, { file, at });
