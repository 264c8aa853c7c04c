import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { loss } from './loss.js';

/** Pictures, in which nothing is read. */
export const picturesLeft = (count: number, file: string): readonly Diagnostic[] =>
  count === 0
    ? []
    : [
        loss('left-out', file, {
          message: '图片里的文字和数字读不出',
          found: `${count} 幅图片`,
          hint: '表格是图片的，须按原件填写',
        }),
      ];
