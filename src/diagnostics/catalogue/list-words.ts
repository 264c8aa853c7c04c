import type { Words } from './code-entry.js';
import type { Cause, Given, Listed, Named, Near, OneOf } from './fact-pieces.js';

/** What can be wrong with a list of agencies. */
export type ListFacts =
  | Cause<'list-not-text'>
  | Cause<'list-open-quote', Given>
  | Cause<'list-without-head', Listed & OneOf>
  | Cause<'list-empty'>
  | Cause<'list-without-name'>
  | Cause<'list-twice', Named & FirstLine>
  | Cause<'list-former', Named & FirstLine>
  | Cause<'list-ring', Listed>
  | Cause<'list-above', Named & Near>;

/** Something that stands in a list before. */
interface FirstLine {
  /** Its line there, counted from 1. */
  readonly line: number;
}

/** What is said of a list of agencies. */
export const LIST_WORDS: Words<ListFacts> = {
  'list-not-text': () => ({
    message: '名单不是文字',
    found: '认不出的字节',
    expected: '',
    hint: '在 Excel 里另存为 CSV（逗号分隔）',
  }),
  'list-open-quote': ({ given }) => ({
    message: '引号不成对，后面的分不清格',
    found: given,
    expected: '',
    hint: '一格的引号前后各一个；格里的引号写成两个',
  }),
  'list-without-head': ({ all, known }) => ({
    message: '名单没有“名称”一列',
    found: all.join('、') || '空的',
    expected: '',
    hint: `第一行写表头：${known.join('、')}`,
  }),
  'list-empty': () => ({ message: '名单里没有机关', found: '只有表头', expected: '', hint: '每行写一个机关' }),
  'list-without-name': () => ({
    message: '这一行没有机关名称',
    found: '名称是空的',
    expected: '',
    hint: '写上机关全称，或删去这一行',
  }),
  'list-twice': ({ name, line }) => ({
    message: `“${name}”列了两次`,
    found: `第 ${line} 行已有`,
    expected: '',
    hint: '一个机关只列一次',
  }),
  'list-ring': ({ all }) => ({
    message: '上级绕了一圈，又回到自己',
    found: all.join(' → '),
    expected: '',
    hint: '改“上级”一列：最上面的机关空着',
  }),
  'list-former': ({ name, line }) => ({
    message: `曾用名“${name}”，第 ${line} 行的机关也用或用过`,
    found: name,
    expected: '',
    hint: '用这个名称的报告归现在叫这个名称的机关；没有的，不归任何一个。机关分立的，写在接着它报告的一行',
  }),
  'list-above': ({ name, near }) => ({
    message: `上级“${name}”不在名单上`,
    found: name,
    expected: '',
    hint: `${near === undefined ? '' : `是不是“${near}”？`}名单里写上这个机关，或改“上级”一列；它本来不在名单上的，不用管`,
  }),
};
