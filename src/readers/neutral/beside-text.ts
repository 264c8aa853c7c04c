import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { excerpt, loss } from './loss.js';

/** What files of Word, and pages that it writes, have besides running text. */

export const runningLeft = (text: string, file: string): Diagnostic =>
  loss('left-out', file, { message: '页眉页脚的文字没有读入', found: excerpt(text), hint: '它不属于报告，不必处理' });

export const commentLeft = (text: string, file: string): Diagnostic =>
  loss('left-out', file, { message: '批注没有读入', found: excerpt(text), hint: '定稿前请处理批注' });

/** Notes that were read where they are referred to. */
export const notesInText = (count: number, file: string): readonly Diagnostic[] =>
  count === 0
    ? []
    : [
        loss('interpreted', file, {
          message: '脚注和尾注写进了它所注的文字',
          found: `${count} 条注`,
          hint: '核对“（注：…）”的位置',
        }),
      ];

export const formulaInLine = (text: string, at: string, file: string): Diagnostic =>
  loss('interpreted', file, { message: '公式按一行文字读入', found: excerpt(text), at, hint: '对照原件核对' });
