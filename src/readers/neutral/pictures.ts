import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { loss } from './loss.js';

/** Pictures, in which nothing is read. */
export const picturesLeft = (count: number, file: string): readonly Diagnostic[] =>
  count === 0 ? [] : [loss('left-out', { cause: 'pictures', count }, { file })];
