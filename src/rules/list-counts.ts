import { chineseNumber } from '../characters/chinese-number.js';
import { matchesOf } from '../characters/matches.js';
import { failureIn, type Passage, passagesWith } from './passages.js';
import type { Failure, Subject } from './rule.js';

const NUMBER = '([两二三四五六七八九2-9])';
/** What is counted by naming all of it. */
const THINGS = '(?:步骤|环节|方面|程序|部分|要素|原则|阶段|层面|维度|领域|类别|章节)';
/** The longest list that is counted. */
const LONGEST = 300;
/** 按照接收、登记、审核、答复四个步骤: the number; the list is what stands before it. */
const AFTER_LIST = new RegExp(`${NUMBER}(?:个|大)${THINGS}`, 'gu');
/** 全文共六个部分：总体情况、… */
const BEFORE_LIST = new RegExp(
  `${NUMBER}(?:个|大)${THINGS}[：:](?:即|分别(?:为|是)|包括)?([^，。；：:（）]{3,${LONGEST}})[。；]`,
  'gu',
);
/** How far a list may be from its number: one that is further off is another list. */
const FAR = 2;
/** What begins a member that is no name of a thing: then the list before it may be one of deeds. */
const DEED =
  /^(?:完善|建立|健全|制定|推进|推动|加强|落实|开展|优化|规范|做好|围绕|聚焦|突出|坚持|严格|明确|细化|从|对|在)/u;

/** The least and the most members that a list may have: 和 joins two members, or is within one. */
function membersOf(list: string): readonly [least: number, most: number] | undefined {
  const members = list.split('、');
  const joined = members.map((member) => member.match(/[和及与]|以及/gu)?.length ?? 0);
  const isNested = joined.slice(0, -1).some((count) => count > 0);
  if (members.slice(1).some((member) => DEED.test(member))) return undefined;
  const most = members.length + joined.reduce((sum, count) => sum + count, 0);
  return isNested ? [2, most] : [members.length, most];
}

function failure(passage: Passage, at: readonly [number, number], said: string, list: string, isOpen: boolean) {
  const members = membersOf(list);
  const number = chineseNumber(said);
  if (members === undefined) return [];
  const [least, most] = members;
  const isRight = number >= least && (isOpen || number <= most);
  if (isRight || number > most + FAR || number < least - FAR) return [];
  const count = number < least ? least : most;
  return [failureIn('text/parts', passage, at, { cause: 'members', said, count, wanted: String(count) })];
}

/** The list that ends where a number begins: back to the mark that ends a clause. */
function listBefore(text: string, end: number): string {
  const before = text.slice(Math.max(0, end - LONGEST), end);
  return /^[^、]+(?:、[^、]+)+$/u.exec(before.replace(/^.*[，。；：（）]/su, ''))?.[0] ?? '';
}

const countedAfter = (passage: Passage): readonly Failure[] =>
  matchesOf(AFTER_LIST, passage.text).flatMap(({ 0: found, 1: said = '', index }) => {
    const list = listBefore(passage.text, index);
    const at = [index - list.length, index + found.length] as const;
    return list === '' ? [] : failure(passage, at, said, list, /等$/u.test(list));
  });

const countedBefore = (passage: Passage): readonly Failure[] =>
  matchesOf(BEFORE_LIST, passage.text).flatMap(({ 0: found, 1: said = '', 2: list = '', index }) => {
    const at = [index, index + found.length] as const;
    return /.、./u.test(list) ? failure(passage, at, said, list, /等/u.test(list)) : [];
  });

/** What has such a number. */
const COUNTED = new RegExp(`${NUMBER}[个大]`, 'u');

/** Lists of names that have not as many as they are said to have. */
export const wrongCounts = (subject: Subject): readonly Failure[] =>
  passagesWith(subject, COUNTED).flatMap((passage) =>
    passage.text.includes('、') ? [...countedAfter(passage), ...countedBefore(passage)] : [],
  );
