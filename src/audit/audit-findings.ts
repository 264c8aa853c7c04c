import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Form } from '../form/form.js';
import { partName } from '../rules/repeated.js';
import { COPIED } from '../rules/similar.js';
import type { SharedText } from './shared-text.js';

/** What is wrong with a report only beside others. */

/** @param others the other files with a report of the agency and the year */
export function handedInTwice(others: readonly string[], isSame: boolean): Diagnostic {
  return diagnostic('audit/repeated', {
    severity: 'warning',
    message: isSame ? '同一份报告交了不止一次' : '同一机关同一年度交了内容不同的报告',
    found: `另有 ${others.join('、')}`,
    expected: '每个机关每年一份',
    hint: isSame ? '去掉多余的文件' : '问清哪一份是正式的，去掉其余的',
  });
}

/** Whose report a text resembles. */
export interface Resembled {
  /** The key of the section. */
  readonly part: string;
  /** Such as `示例县教育局2024年`. */
  readonly whose: string;
  /** Whether it is the same agency's, of an earlier year. */
  readonly isOwn: boolean;
  /** How many more there are. */
  readonly more: number;
}

/** How much of a text may stand in another report before it is told: figures of one's own make a text new only for oneself. */
export const mostShared = (isFresh: boolean): number => (isFresh ? COPIED.fresh : COPIED.other);

export function resembles(
  { part, whose, isOwn, more }: Resembled,
  { share, passages }: SharedText,
  form: Form,
): Diagnostic {
  const percent = Math.floor(share * 100);
  const others = more > 0 ? `等 ${more + 1} 份` : '';
  const quoted = passages.map(({ paragraph, text }) => `第 ${paragraph} 段：${text}`);
  return diagnostic('audit/similar', {
    severity: 'warning',
    path: ['narrative', part],
    message: `${partName(form, part)}有 ${percent}% 与${whose}${others}的报告相同`,
    found: quoted.join('\n'),
    expected: isOwn ? '写本年度的情况' : '写本机关的情况',
    hint: isOwn ? '照抄以前年度的，改写为本年度的情况' : '两个机关互相照抄的，各写各的情况；统一提供的文字，可以不管',
  });
}
