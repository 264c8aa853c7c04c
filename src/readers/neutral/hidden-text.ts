import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { excerpt, loss } from './loss.js';

/**
 * A text that the source holds and does not show.
 *
 * @param hint what to do where it belongs to the report
 */
export const hiddenText = (text: string, at: string, file: string, hint: string): Diagnostic =>
  loss('left-out', file, { message: '隐藏的文字没有读入', found: excerpt(text), at, hint });

/** A text that is struck out: it shows, and is not meant to be said. */
export const struckText = (text: string, at: string, file: string): Diagnostic =>
  loss('left-out', file, {
    message: '划去的文字没有读入',
    found: excerpt(text),
    at,
    hint: '确已划去的，在原件里删去；仍属报告的，取消删除线',
  });
