import { matchesOf } from '../characters/matches.js';

/** Names of years (that year, the last, this one), except where they are compared with, and where they say where cases were carried over from or to. */
const YEARS =
  /(?<![比较与同和至到入转由从自\d]|承接)(?:(\d{4})年|(去年|上一?年度?|前年|往年)|(今年|本年|全年|年内))(?!(?:度|底|末)?(?:的)?(?:结转|转接|转入|未办结|遗留|未审结|办理))/gu;
/** A comparison that names last year last: 与2023年相比. */
const COMPARES = /^(?:度|全年|同期|的)*(?:相比|比较|持平|基本持平)/u;

/** Many years at once, of which all that follows is told until a year is named: 五年来累计收到312件，办结306件. */
const YEARS_ON_END =
  /(?:近|过去)[两三四五几\d]年|[两三四五\d]年(?:来|间)|历年来|(?<!今年|本年|年初|一年|全年|党的[\p{Script=Han}]{2,6})(?<=施行|实施|成立|启动|运行|开通|\d年)以来/u;

/** What is in all such words; most stretches of a text have none of it. */
const ON_END = /年[来间]|以来|[近去].年/u;

/** The year that a sentence is in at its end. */
export function timeAtEnd(text: string, year: number, before: 'now' | 'then' | 'other'): 'now' | 'then' | 'other' {
  const many = ON_END.test(text) ? YEARS_ON_END.exec(text) : null;
  const from = many ? many.index + many[0].length : 0;
  let time = many ? 'other' : before;
  if (!text.includes('年')) return time;
  for (const { 0: name, 1: told, 2: last, 3: now, index } of matchesOf(YEARS, text)) {
    if (index < from) continue;
    if (COMPARES.test(text.slice(index + name.length, index + name.length + 8))) continue;
    if (now !== undefined || Number(told) === year) time = 'now';
    else time = last !== undefined || Number(told) === year - 1 ? 'then' : 'other';
  }
  return time;
}

/** A whole year told by its first and last day is no part of a year. */
const WHOLE_YEAR = /1月1日[^，。]{0,10}12月31日|截[至止][^，。]{0,8}12月(?:31日|底)|截[至止](?:年底|年末)/gu;
const PART_OF_YEAR = /[上下]半年|[一二三四1-4]季度|前.季度|(?<!\d)(?:[1-9]|1[0-2])月|当[月日天]|每[月年季]/u;
const MANY_YEARS =
  /(?<!今年|本年|年初|一年|全年)以来|历年|近[两三四五几\d]年|[两三四五\d]年来|多年|(?<!全年|年度|本年|今年|年内|共)累计(?!新?收到|受理|接收|办理|办结|答复)/u;
const PLANNED =
  /下一步|明年|今后|接下来|(?<![即])将(?!上年)|拟(?!定|制)|计划(?!类)|力争|争取|预计|目标|要求各|如有|如果|若/u;

/** Whether words say that what follows is not all of the year: a month, many years, a plan. */
export function isOtherTime(words: string): boolean {
  if (words === '') return false;
  if (MANY_YEARS.test(words) || PLANNED.test(words)) return true;
  return PART_OF_YEAR.test(words) && PART_OF_YEAR.test(words.replace(WHOLE_YEAR, ''));
}

const BY =
  /(?<!新|至)(?:增长|增加|增多|减少|下降|上升|提高|降低|上涨|回落|净增|增|减|多|少)(?:了|出|达|幅度?|约|为)*$/u;
const COMPARED = /(?:同比|环比|相比|[比较]).{0,12}(?:增|减|多|少|升|降|提高|上涨|回落)(?!.{0,2}[至到])/u;

/** Whether the words before a number say that it is a difference. */
export const isChange = (words: string): boolean => words !== '' && (BY.test(words) || COMPARED.test(words));

/** 由10件增至13件: the first number is last year's. */
export const isFormer = (before: string, after: string): boolean =>
  (/(?:[比较与和]|(?<!连)同)(?:去年|上一?年|\d{4}年)(?!度?(?:的)?(?:结转|转入|遗留|未办结))[^，]*$/u.test(before) &&
    !/[增减升降]/u.test(before)) ||
  (/[由从](?:去年|上年|上一年|\d{4}年)?度?的?$/u.test(before) &&
    /^的?(?:，|、)?(?:增|减|升|降|上升|下降|提高|变|精简|压缩|整合|优化|扩|提升|调整)/u.test(after));
