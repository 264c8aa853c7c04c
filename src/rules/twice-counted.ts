import type { Told } from '../statements/told.js';
import { failureIn } from './passages.js';
import type { Failure, Subject } from './rule.js';
import { type ReadPassage, rangeOf, statements } from './statements.js';

/** The channels of which reports tell how much they published there. */
const CHANNEL =
  /(?:门户|政府|部门)*网站|(?:政务)?微博|(?:政务)?微信(?:公众号|公众平台)?|公众号|(?:政府)?公报|(?:政务)?抖音(?:号)?|今日头条|客户端|视频号|短视频号|主动公开/gu;
/** Words that do not make it something else. */
const EMPTY =
  /\d{4}年度?|全年|本年度?|今年|其中|通过|利用|依托|在|我[局市县区办委镇]|本机关|共计?|累计|合计|总计|发布|公开|推送|推出|更新|各类|各种|政府|政务|主动|了|信息|动态|向社会|平台|上|：|□|为|达到?|“|”/gu;

const short = (channel: string): string =>
  channel.replace(/政务|门户|政府(?!公报)|部门|公众(?:号|平台)$|号$/gu, '') || channel;

/** That all of the year is counted. */
const ALL_YEAR =
  /^(?:\d{4}年度?|全年|本年度?|今年)(?:，)?(?:我[局市县区委镇]|全[市县区镇])?(?:共计?|累计)?(?:公开|发布|主动公开|举办|召开|开展|组织|受理|收到|编制|推送|印发)/u;

/** The words of a count of all the year's: where they come again, the number must be the same. */
function sameWords(words: string): string | undefined {
  if (!ALL_YEAR.test(words) || /其中|[比较增减]/u.test(words)) return undefined;
  const bare = words.replace(/\d{4}年度?|全年|本年度?|今年|，|我[局市县区委镇]|全[市县区镇]|共计?|累计/gu, '');
  return bare.length >= 6 ? bare : undefined;
}

/** What a number counts on a channel: the same words, the same thing. */
function keyOf({ words: { text } }: ReadPassage, told: Told): string | undefined {
  const { begins, counted, time, kind, subjects } = told;
  if (time !== 'now' || kind === 'change' || subjects.length > 0 || counted.about !== 'exact') return undefined;
  const words = text.slice(begins, counted.from);
  const channels = words.match(CHANNEL) ?? [];
  const names = channels.filter((name) => name !== '主动公开');
  if (names.length > 1) return undefined;
  const [channel = channels[0]] = names;
  if (channel === undefined) {
    const same = told.parent === undefined && !told.isNarrow ? sameWords(words) : undefined;
    return same && `${same} ${counted.unit}`;
  }
  const rest = words
    .replace(CHANNEL, '')
    .replace(EMPTY, '')
    .replace(/[、，和]/gu, '');
  const isOfSomething = /信息|发布|公开|推送/u.test(words) || told.parent !== undefined;
  return rest === '' && isOfSomething ? `${short(channel)} ${counted.unit}` : undefined;
}

/** One thing with two numbers: the second is told. */
export function countedTwice(subject: Subject): readonly Failure[] {
  const first = new Map<string, Told>();
  return statements(subject).flatMap((read) =>
    read.told.flatMap((told) => {
      const key = keyOf(read, told);
      if (key === undefined) return [];
      const before = first.get(key);
      if (before === undefined) first.set(key, told);
      if (before === undefined || before.counted.value === told.counted.value) return [];
      const { value, unit } = told.counted;
      const at = rangeOf(read, told.begins, told.counted.to);
      return failureIn('text/twice', read.passage, at, { before: before.counted.value, now: value, unit });
    }),
  );
}
