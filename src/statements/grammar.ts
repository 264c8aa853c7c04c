import { matchesOf } from '../characters/matches.js';
import { isSubject, type StatedSubject } from '../form/figure-words.js';
import type { Form } from '../form/form.js';
import { once } from '../memo/once.js';

/** What such reports count besides what the tables do. Where it stands nearer to a number than a thing of the tables, that is meant. */
const OTHERS = {
  /** Applications of other kinds, which have a word of the tables in them. */
  first: '(?:行政)?(?:许可|处罚|强制|听证|补贴|资助|登记|立案|救助|救济|贷款|修复|赔偿|仲裁|认定|执行|支付|项目)申请',
  /** Also where they stand in the clause before. */
  strong:
    '提案|建议(?!书)|议案|留言|热线|工单|诉求|信访(?!举报投诉|、?举报|类)|来信|来访|信件|投诉(?!类|、)|举报(?!投诉|、)|案例|征集|意见|督办|问卷',
  weak: '主动公开|咨询|解读|培训|会议|公开(?:的)?(?:各类|各种|有关|相关)?(?:政府|政务)?信息(?!公开|与)|发布(?:各类|各种)?(?:政府|政务|工作)?(?:信息|动态)|文章|稿件|报道|视频|图解|图片|公报|专栏|栏目|文书|案卷|人员|新媒体|公众号|微博|网站|座谈|调研|检查|监督员|政策性文件|政策文件|公文|答复书|告知书|补正通知|通知书|政府信息(?!公开|与|不存在)',
} as const;

/** Words that are to be found more than once. */
export const globally = once(({ source }: RegExp): RegExp => new RegExp(source, 'gu'));

/** A thing of the tables, with what is said of it. */
export interface Topic {
  readonly name: RegExp;
  readonly subjects: readonly TopicSubject[];
  /** All words at once, and those that leave no doubt: most stretches of a text have none. */
  readonly anyWords: RegExp;
  /** Undefined where no words leave no doubt. */
  readonly tellingWords: RegExp | undefined;
}

interface TopicSubject {
  readonly subject: StatedSubject;
  readonly words: RegExp | undefined;
}

/** One of some patterns; nothing if there are none. */
const oneOf = (subjects: readonly StatedSubject[]): RegExp =>
  new RegExp(subjects.flatMap(({ words }) => (words ? words.source : [])).join('|') || '(?!)', 'u');

const isTelling = (subject: StatedSubject): boolean => subject.isTelling === true && subject.words !== undefined;

function topicOf(name: RegExp, subjects: readonly StatedSubject[]): Topic {
  const own = subjects.filter(({ topic }) => topic === name);
  return {
    name,
    subjects: own.map((subject) => ({ subject, words: subject.words && globally(subject.words) })),
    anyWords: oneOf(own),
    tellingWords: own.some(isTelling) ? oneOf(own.filter(isTelling)) : undefined,
  };
}

/** What the sentences about a form's figures are read by. */
export interface Grammar {
  readonly topics: readonly Topic[];
  /** All things at once, a group each: others that come first, those of the tables in their order, and the other two kinds of others. */
  readonly things: RegExp;
}

/** The grammar of a form's subjects, made once. */
export const grammarOf = once((form: Form): Grammar => {
  const subjects = form.stated.filter(isSubject);
  const names = [...new Set(subjects.map(({ topic }) => topic))];
  const topics = names.map((name) => topicOf(name, subjects));
  const { first, strong, weak } = OTHERS;
  const things = [first, ...names.map(({ source }) => source), strong, weak].map((source) => `(${source})`);
  return { topics, things: new RegExp(things.join('|'), 'gu') };
});

/** A thing that a text names. */
export interface Named {
  readonly from: number;
  readonly to: number;
  readonly topic: Topic | undefined;
  /** Of what is no thing of the tables: whether it stands for a number in the next clause, too. */
  readonly isStrong: boolean;
}

/** The things that a text names, in order. */
export function thingsIn(text: string, { things, topics }: Grammar): readonly Named[] {
  if (text.length < 2) return [];
  return matchesOf(things, text).map((match) => {
    const [name, first] = match;
    const { index } = match;
    const strong = match[2 + topics.length];
    return {
      from: index,
      to: index + name.length,
      topic: topics.find((_, i) => match[2 + i] !== undefined),
      isStrong: first !== undefined || strong !== undefined,
    };
  });
}

/** What joins two things or two words to one subject. */
const JOINED = /^(?:案件|案|申请|情况|决定|的|◇|和|及|以及|与|或|或者|、|被|提起|引发|发生|（|予以|政府|行政)*$/u;
const JOINT = /和|及|与|或|、/u;

/** The last of some words, with those before it that are joined to it. */
export function lastJoined<T extends { readonly from: number; readonly to: number }>(
  all: readonly T[],
  text: string,
): readonly T[] {
  const joined: T[] = [];
  for (const one of all.toReversed()) {
    const after = joined[0];
    const gap = after && text.slice(one.to, after.from);
    if (gap !== undefined && !(JOINED.test(gap) && JOINT.test(gap))) break;
    joined.unshift(one);
  }
  return joined;
}
