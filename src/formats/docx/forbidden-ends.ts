import { remembered } from '../../memo/remembered.js';
import { lineClassOf, mayBegin, mayEnd } from '../../unicode/line-class.js';
import { w } from './word-xml.js';

/** The marks and signs of Chinese texts. Slashes and hyphens of Western words are left to Word. */
const MARKS =
  '!%),.:;?]}$([{¢£¥°±·‐–—―‘’“”•…‧‰′″℃℉№、。〃々〈〉《》「」『』【】〔〕〖〗〜〝〞・！＃％（），．／：；？［］｛｝～－＋￠￡￥＄㎡㎞㎏';

const those = (may: typeof mayBegin): string => [...MARKS].filter((mark) => !may(lineClassOf(mark))).join('');

/** What must neither begin nor end a line, beyond what Word itself knows (ECMA-376, 17.15.1.58 and 17.15.1.59). */
export const forbiddenEnds = remembered(1, (): string => {
  const after = w('noLineBreaksAfter', { lang: 'zh-CN', val: those(mayEnd) });
  return after + w('noLineBreaksBefore', { lang: 'zh-CN', val: those(mayBegin) });
});
