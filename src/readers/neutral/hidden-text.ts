import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { excerpt, loss } from './loss.js';

/**
 * A text that the source holds and does not show.
 *
 * @param hint what to do where it belongs to the report
 */
export const hiddenText = (text: string, at: string, file: string, hint: string): Diagnostic =>
  loss('left-out', file, { message: '隐藏的文字没有读入', found: excerpt(text), at, hint });
