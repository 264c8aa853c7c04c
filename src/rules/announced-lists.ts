import { chineseNumber } from '../characters/chinese-number.js';
import { matchesOf } from '../characters/matches.js';
import { COUNT, chinese } from './enumerator-styles.js';
import { failureIn, type Passage } from './passages.js';
import type { Failure } from './rule.js';

/** How many things a list is said to have, in words or digits. */
const ANNOUNCED =
  /([两二三四五六七八九2-9])(?:个)?(?:大)?(?:方面|问题|不足|短板|举措|措施|任务|重点|环节|点)[\p{Script=Han}]{0,10}[：:，,。]\s*一是/gu;

/** 从三个方面改进：一是…；二是…。: a list that has not as many things as it is said to have. */
export function miscounted(passage: Passage, next: Passage | undefined): readonly Failure[] {
  if (!passage.text.includes('一是')) return [];
  if (next && /^\s*[一二三四五六七八九十]是/u.test(next.text)) return [];
  return matchesOf(ANNOUNCED, passage.text).flatMap(({ 0: found, 1: said = '', index }) => {
    const rest = passage.text.slice(index + found.length - 2);
    const again = rest.slice(2).search(/(?:^|[。；：，])一是/u);
    const list = again < 0 ? rest : rest.slice(0, again + 2);
    const numbers = matchesOf(new RegExp(`(?:^|[，。；：、,;:])\\s*(${COUNT})是`, 'gu'), list);
    const items = numbers.map(({ 1: number = '' }) => chineseNumber(number));
    const wanted = chineseNumber(said);
    const isList = items.every((number, i) => number === i + 1);
    if (!isList || items.length < 2 || items.length === wanted) return [];
    const at = [index, index + (/^[^：:，,。]*/u.exec(found)?.[0].length ?? 1)] as const;
    return failureIn('text/enumerator', passage, at, {
      cause: 'members',
      said,
      count: items.length,
      wanted: chinese(items.length),
    });
  });
}
