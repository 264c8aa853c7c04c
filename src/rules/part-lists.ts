import { matchesOf } from '../characters/matches.js';
import { bySentence, inItsSentence, partsIn, before as toldBefore, within } from '../statements/near-told.js';
import type { Told } from '../statements/told.js';
import type { ReadPassage } from './statements.js';

const sumOf = (parts: readonly Told[]): number => parts.reduce((sum, { counted }) => sum + counted.value, 0);

/** Whether the last of some parts add up to a sum. */
function endsWithSum(parts: readonly Told[], sum: number): boolean {
  let left = sum;
  return parts.toReversed().some(({ counted }) => {
    left -= counted.value;
    return left === 0;
  });
}

/** What is done with things: a number with a verb of its own begins another matter. */
const VERBS =
  /办结|答复|办复|宣布失效|有效(?=文件|规范)|收到|受理|回复|举办|召开|开展|组织|编制|编发|印发|发布|推送|更新|刊发|转载|公开|制定|接待|制发|废止|转发|参加|参与|培训|(?<!政策|文件|图文|文字|图片|视频|动漫|专家|媒体|音频|负责人|领导|图表|图示|长图|问答|简明|案例)解读(?!材料|稿|信息)|征集|整改|检查|点击|浏览|关注|增长|覆盖/gu;
/** What does not belong to the total. */
const APART = /连同|加上|另有|另外|不含|不包括|除|还有|此外|同比/u;
/** What does if the total stands behind it: 新收19件，加上上年结转2件，共计21件. */
const ADDED_ON = /^(?:连同|加上|另有|还有)/u;
/** Two ways of which there is no third. */
const PAIRS = [/原创|自制|自编/u, /转载|转发/u, /线上|网上/u, /线下|网下/u] as const;
/** One unit in other words. */
const UNITS: { readonly [unit: string]: string } = { 名: '人', 位: '人', 起: '件', 宗: '件' };

const unitOf = ({ counted: { unit } }: Pick<Told, 'counted'>): string => UNITS[unit] ?? unit;
/** Words that say that the listed parts are complete. */
const REST = /其他(?!处理|结果|组织)|其余|其它|剩余/u;

/** What is published is published, by whatever verb. */
const PUBLISHED = /更新|刊发|转载|发布|推送|转发|公开|编发/u;

const verbsOf = (words: string): ReadonlySet<string> =>
  new Set((words.match(VERBS) ?? []).map((verb) => (PUBLISHED.test(verb) ? '发布' : verb)));

/** A total with its parts, in the plain words of a paragraph. */
export interface List {
  readonly total: Told;
  readonly parts: readonly Told[];
  readonly isComplete: boolean;
  /** What is added to the total where the parts are of both: 新收12件、上年结转2件，其中…. */
  readonly added?: number;
}

const wordsBefore = (text: string, { begins, counted }: Told): string => text.slice(begins, counted.from);

/** Kinds of applicants are no parts of each other. */
const isOfColumns = (subjects: Told['subjects']): boolean => subjects.some(({ columns }) => columns !== undefined);

/** Whether a number is of another thing of the tables than its total. */
const isOther = ({ subjects }: Told, total: Told | undefined): boolean =>
  subjects.length > 0 &&
  total !== undefined &&
  total.subjects.length > 0 &&
  (!subjects.some(({ topic }) => total.subjects.some((one) => one.topic === topic)) ||
    (isOfColumns(subjects) && isOfColumns(total.subjects)));

/** Numbers up to the first that begins another matter, or tells of another kind of parts. */
function ofOneMatter(text: string, parts: readonly Told[], total: Told | undefined, isBefore = false): readonly Told[] {
  const known = new Set([
    ...(total ? verbsOf(wordsBefore(text, total)) : []),
    ...verbsOf(wordsBefore(text, parts[0] as Told)),
  ]);
  const isElse = (part: Told, i: number) =>
    (APART.test(wordsBefore(text, part)) && !(isBefore && ADDED_ON.test(wordsBefore(text, part)))) ||
    isOther(part, total) ||
    (i > 0 && [...verbsOf(wordsBefore(text, part))].some((verb) => !known.has(verb))) ||
    (i > 0 && part.columns.length > 0 !== (parts[0] as Told).columns.length > 0 && part.subjects.length > 0);
  const end = parts.findIndex(isElse);
  return end < 0 ? parts : parts.slice(0, end);
}

/** Offices that are named one by one. */
const SOME_OFFICES = /[局委办院县区镇乡]、[^，。；]{2,10}(?:局|委|办|院|县|区|镇|乡|街道)[^，。；]{0,4}分别/u;

/** Whether the words say that the parts are all: 分别, a list in brackets or after a colon, the rest named last. */
function isComplete(text: string, total: Told, parts: readonly Told[]): boolean {
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return false;
  const between = text.slice(total.counted.to, first.counted.from);
  const isPair =
    parts.length === 2 &&
    [PAIRS.slice(0, 2), PAIRS.slice(2)].some((pair) =>
      pair.every((way) => parts.filter((part) => way.test(wordsBefore(text, part))).length === 1),
    );
  if (isPair) return true;
  const isBare = /^(?:（|：)/u.test(between) && !/其中|含|包括|如|主要|包含|等/u.test(between);
  // 甲县、乙县分别受理26件、12件: of several offices some are named.
  return isBare || (/分别/u.test(between) && !SOME_OFFICES.test(between)) || REST.test(wordsBefore(text, last));
}

/** A row of parts without another mark is of one total, even if the first of them are all of it already. */
const isRow = (text: string, total: Told, parts: readonly Told[]): boolean =>
  sumOf(parts) > total.counted.value &&
  parts.every((part, i) => i === 0 || /^[、和及]/u.test(text.slice(parts[i - 1]?.counted.to, part.counted.from)));

/** Totals that stand before their parts. */
function listsAfter({ told, words: { text } }: ReadPassage): readonly List[] {
  return [...partsIn(told)].flatMap(([total, all]) =>
    total.kind === 'change'
      ? []
      : groupsOf(
          text,
          total,
          all.filter(
            ({ kind, time, counted }) =>
              kind !== 'change' && !(time === 'then' && total.time !== 'then') && unitOf({ counted }) === unitOf(total),
          ),
        ).flatMap((same) => {
          const parts = same.length < 2 ? [] : ofOneMatter(text, same, total);
          const isAll = parts.length === same.length && (isComplete(text, total, parts) || isRow(text, total, parts));
          return parts.length < 2 ? [] : { total, parts, isComplete: isAll, added: addedTo(total, told) };
        }),
  );
}

/** Parts that a bracket ends, or a semicolon once they are all of the total: those behind it part it in another way. */
function groupsOf(text: string, total: Told, parts: readonly Told[]): readonly (readonly Told[])[] {
  const groups: (readonly Told[])[] = [];
  let [sum, begin] = [0, 0];
  for (const [i, { counted }] of parts.entries()) {
    sum += counted.value;
    const next = parts[i + 1];
    const between = next ? text.slice(counted.to, next.counted.from) : '';
    if (!/^[^（]*）/u.test(between) && !(sum === total.counted.value && between.includes('；'))) continue;
    groups.push(parts.slice(begin, i + 1));
    [sum, begin] = [0, i + 1];
  }
  return [...groups, parts.slice(begin)];
}

/** The number before a total that is a part of the same whole: 新收12件、上年结转2件，其中…. */
function addedTo(total: Told, told: readonly Told[]): number {
  if (total.subjects.length === 0) return 0;
  const whole = inItsSentence(told, total).findLast(
    (one) =>
      one.counted.to <= total.counted.from &&
      one.subjects.some(({ mayInclude = [] }) =>
        total.subjects.some(({ paths }) => paths.every((path) => mayInclude.includes(path))),
      ),
  );
  return whole?.counted.value ?? 0;
}

/** 从申请方式看, 按渠道分: all of the whole is parted. */
const BY_KIND = /^(?:(?:其中)?，?)?(?:从|按照?|就)[^，。；\d]{2,10}(?:来?看|上看|划分|分类|统计|分)?$/u;

/** How long what is parted in one way may be. */
const LONGEST = 1000;

/** Where such words may stand. */
const NAMES_KIND = /(?:^|[，。；])(?:其中)?[从按就]/u;

/** Parts in one way of the last whole that was told: 收到申请12件。从申请方式看，网上8件，信函4件. */
function listsByKind({ told, words: { text } }: ReadPassage): readonly List[] {
  if (!NAMES_KIND.test(text)) return [];
  return matchesOf(/(?<![^，。；])([^，。；：\d]{4,16})[，：]/gu, text).flatMap(({ 0: found, 1: lead = '', index }) => {
    if (!BY_KIND.test(lead) || /结果|答复|办理|处理|内容|领域/u.test(lead)) return [];
    const from = index + found.length;
    const end = /^[^；。]*/u.exec(text.slice(from, from + LONGEST))?.[0].length ?? 0;
    const parts = within(told, from, from + end);
    const total = toldBefore(told, index).findLast(
      ({ counted, subjects, time, isNarrow }) =>
        counted.to <= index && time === 'now' && !isNarrow && subjects.some(({ whole }) => whole === 'all'),
    );
    const isAlike = parts.every(({ counted, kind }) => counted.unit === total?.counted.unit && kind === 'number');
    const isRough = /主要|等|左右|多数|其余|其中/u.test(text.slice(index, from + end));
    return total && parts.length >= 2 && isAlike && !isRough && !parts.some(({ parent }) => parent === total)
      ? { total, parts, isComplete: true }
      : [];
  });
}

/** 共, at the beginning of what is said before a number: it adds up what stands before it. */
const ADDED =
  /^(?:全[省市县区州旗镇乡局]|本级|以上|上述|全年|[两三四五六七八九](?:项|个|类|者|处|家|期|场|批)[\p{Script=Han}]{0,4}?|总的)*(?:共计?|合计|总计|总共|总数|一共|累计)/u;

/** Totals that stand after their parts: 网站10条、微信20条，共计30条. */
function listsBefore({ told, words: { text } }: ReadPassage): readonly List[] {
  return told.flatMap((total) => {
    if (total.kind === 'change' || !ADDED.test(wordsBefore(text, total))) return [];
    const before = toldBefore(told, total.counted.from).filter(({ sentence }) => sentence === total.sentence);
    const parent = before.at(-1)?.parent;
    const start = before.findLastIndex(
      (one) => one.parent !== parent || one.kind === 'change' || unitOf(one) !== unitOf(total),
    );
    const parts = before.slice(start + 1);
    const isOther = start >= 0 && before[start] !== parent;
    if (
      parts.length < 2 ||
      isOther ||
      (total.parent && total.parent !== parent) ||
      parent?.counted.unit === total.counted.unit ||
      /；/u.test(text.slice(parts[0]?.counted.to, total.counted.from))
    )
      return [];
    // 网站1个，公众号8个、微博3个，合计11个新媒体: only the last of them may be meant.
    if (endsWithSum(parts.slice(1), total.counted.value)) return [];
    const known = new Set(parts.flatMap((part) => [...verbsOf(wordsBefore(text, part))]));
    const isNew = [...verbsOf(wordsBefore(text, total))].some((verb) => !known.has(verb));
    const isOne = !isNew && ofOneMatter(text, parts, undefined, true).length === parts.length;
    return isOne ? { total, parts, isComplete: true } : [];
  });
}

/** More parts than lists without a word at their beginning have. */
const MOST_PARTS = 30;

/** Least number of parts by which a list is known that no word begins. */
const FEW = 3;

/** What parts of one kind have in common: how the words of each begin or end. */
const ends = (words: string): readonly string[] => {
  const bare = words.replace(/^[，、]|的$|[为有]$/gu, '');
  return [`${bare.slice(0, 2)}…`, `…${bare.slice(-2)}`, `…${bare.slice(-1)}`];
};

/** Whether numbers are told in the same form, the last perhaps as the rest: 涉及征地的8件，涉及教育的4件，其他3件. */
function areAlike(text: string, parts: readonly Told[]): boolean {
  const named = parts
    .map((part) => wordsBefore(text, part))
    .filter((words, i) => i < parts.length - 1 || !REST.test(words));
  const [first, ...others] = named.map(ends);
  return named.length >= 2 && (first?.some((end) => others.every((one) => one.includes(end))) ?? false);
}

/** What was done with some of them on the way to an answer: neither a kind of them, nor all. */
const ON_THE_WAY = /补正|延期|延长|撤回|告知|征求|逾期|超期|按时|按期|主动|当面|电话|会商|书面/u;

/** Totals whose parts follow in the same form, without a word that says so: 受理50件，县政府20件，县直部门20件，乡镇15件. */
function listsUnmarked({ told, words: { text } }: ReadPassage): readonly List[] {
  return bySentence(told).flatMap((all) => {
    if (all.length <= FEW || all.length > MOST_PARTS) return [];
    const [total, ...rest] = all;
    if (total === undefined || total.kind === 'change' || total.parent || total.time !== 'now') return [];
    const end = rest.findIndex(
      (one, i) =>
        one.parent !== undefined ||
        one.kind === 'change' ||
        one.time !== 'now' ||
        unitOf(one) !== unitOf(total) ||
        !/^(?:申请|信息)*[里中]?[，、]/u.test(text.slice((rest[i - 1] ?? total).counted.to, one.counted.from)) ||
        [...verbsOf(wordsBefore(text, one))].some(
          (verb) => verb !== '收到' && !verbsOf(wordsBefore(text, total)).has(verb),
        ) ||
        (one.subjects.length > 0 && !(one.isNarrow || one.subjects.every(({ isGeneral }) => isGeneral))) ||
        APART.test(wordsBefore(text, one)) ||
        ON_THE_WAY.test(wordsBefore(text, one)),
    );
    const parts = end < 0 ? rest : rest.slice(0, end);
    if (end >= 0 || parts.length < FEW || !areAlike(text, parts)) return [];
    return { total, parts, isComplete: REST.test(wordsBefore(text, parts.at(-1) as Told)) };
  });
}

/** All totals of a paragraph with their parts. */
export const listsIn = (read: ReadPassage): readonly List[] => [
  ...listsAfter(read),
  ...listsBefore(read),
  ...listsByKind(read),
  ...listsUnmarked(read),
];
