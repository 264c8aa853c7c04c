import { matchesOf } from '../characters/matches.js';
import type { StatedSubject } from '../form/figure-words.js';
import { type Focus, topicsAt } from './focus.js';
import { type Grammar, lastJoined, type Named, type Topic, thingsIn } from './grammar.js';

/** What may stand between the name of a thing and its number. */
const FILLER =
  /^(?:的|等|案件|案|事项|决定|处理决定|件数|数|量|[由从]|合计|共|总|累计|\d{4}年度?|全年|全市|全县|全区|全省|全局|我局|我市|我县|我区|本机关|本年度?|今年|分别|各|均|也|为|是|有|达到?|已|计|约|近|超过?|仅|只|信息|发生|产生|办理|引发|引起|情况|方面|增至|增加到|增长到|升至|上升到|降至|下降到|减至|减少到|[：，、□◇—])*$/u;

/** What is said of a thing, and where. */
export interface Said {
  readonly subject: StatedSubject;
  readonly from: number;
  readonly to: number;
}

/** All that is said of a topic in a text, without words that are part of longer ones. */
export function saidOf({ subjects, anyWords }: Topic, text: string): readonly Said[] {
  if (text.length < 2 || !anyWords.test(text)) return [];
  const all: Said[] = [];
  for (const { subject, words } of subjects) {
    for (const { 0: found, index } of words ? matchesOf(words, text) : []) {
      all.push({ subject, from: index, to: index + found.length });
    }
  }
  if (all.length < 2) return all;
  return all
    .filter((one) => !all.some((other) => other !== one && covers(other, one)))
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

const covers = (a: Said, b: Said): boolean => a.from <= b.from && b.to <= a.to && a.to - a.from > b.to - b.from;

/** The subject of a number by what a clause says of its topic; several are joint. */
function bySaid(said: readonly Said[], text: string): readonly StatedSubject[] {
  const special = said.filter(({ subject }) => !subject.isGeneral);
  // 撤销或确认违法: two words for one row.
  return [...new Set(lastJoined(special.length > 0 ? special : said, text).map(({ subject }) => subject))];
}

/** The topics whose words stand in a text and leave no doubt. */
export const tellingTopics = (text: string, { topics }: Grammar): readonly Topic[] =>
  topics.filter(
    (topic) => topic.tellingWords?.test(text) && saidOf(topic, text).some(({ subject }) => subject.isTelling),
  );

/** The number of a thing as such, if its name stands at the number. */
const asSuch = (topics: readonly Topic[], between: string): readonly StatedSubject[] =>
  FILLER.test(between)
    ? topics.flatMap(({ subjects }) => subjects.flatMap(({ subject, words }) => (words === undefined ? [subject] : [])))
    : [];

/** The words around a number. */
export interface Around {
  /** Of its own clause, from the number before. */
  readonly before: string;
  readonly after: string;
  /** The clauses before it that have no number. */
  readonly back: string;
}

/** What a number counts. */
export interface Found {
  readonly topics: readonly Topic[];
  readonly subjects: readonly StatedSubject[];
  /** Others that the words before it name, apart from these. */
  readonly also: readonly StatedSubject[];
  /** Whether it takes what is said after the number. */
  readonly isAfter: boolean;
  /** Whether it counts a thing of its own that is none of the tables': what follows is about that. */
  readonly isElse?: boolean;
}

/** Of a number that is none of the tables'. */
export const NOTHING: Found = { topics: [], subjects: [], also: [], isAfter: false };

/** The topics that the last things named are; undefined if one is none of the tables'. */
function topicsOf(things: readonly Named[], text: string): readonly Topic[] | undefined {
  const joined = lastJoined(things, text);
  const topics = [...new Set(joined.flatMap(({ topic }) => topic ?? []))];
  return joined.at(-1)?.topic === undefined ? undefined : topics;
}

/** The topic of words that have the name of another thing in them: 不掌握相关政府信息. */
function topicOver(name: Named, text: string, { topics }: Grammar): readonly Topic[] | undefined {
  const over = topics.filter(
    (topic) =>
      topic.tellingWords?.test(text) &&
      saidOf(topic, text).some(({ subject, from, to }) => subject.isTelling && from <= name.from && name.to <= to),
  );
  return over.length > 0 ? over : undefined;
}

/** The topics that stand behind a number: the first, with those joined to it; none where more is said of it: 2件诉讼未经复议直接起诉. */
function topicsBehind(things: readonly Named[], text: string): readonly Topic[] | undefined {
  const [first] = things;
  const others = things.filter(({ topic }) => topic !== undefined && topic !== first?.topic);
  if (first?.topic === undefined || others.length === 0) return topicsOf(things.slice(0, 1), text);
  return lastJoined(things, text).length === things.length ? topicsOf(things, text) : [];
}

/** The topics of a number, from the nearest words that name any; `focus` where none do. Undefined: another thing. */
function topicsAround({ before, after, back }: Around, own: readonly Named[], focus: Focus, grammar: Grammar) {
  const later = thingsIn(after, grammar);
  const [next] = later;
  if (next && next.from <= 4 && !(next.topic === undefined && !next.isStrong && own.length > 0)) {
    return topicsBehind(later, after);
  }
  const last = own.at(-1);
  if (last) return last.topic ? topicsOf(own, before) : (topicOver(last, before, grammar) ?? topicsOf(own, before));
  const earlier = thingsIn(back, grammar).filter(({ topic, isStrong }) => topic !== undefined || isStrong);
  if (earlier.length > 0) return topicsOf(earlier, back);
  const topics = topicsAt(focus, grammar);
  return topics.length > 0 ? topics : tellingTopics(before + after, grammar);
}

/** The one subject of each topic by what the words say of it. */
function subjectsOf(said: readonly (readonly Said[])[], text: string): readonly StatedSubject[] {
  const found = said.map((one) => bySaid(one, text));
  return found.every((one) => one.length > 0) ? found.flat() : [];
}

/** What a text says of each of some topics. */
const saidOfAll = (topics: readonly Topic[], text: string): readonly (readonly Said[])[] =>
  topics.map((topic) => saidOf(topic, text));

/** The one subject of each topic that the words name. */
const subjectsIn = (topics: readonly Topic[], text: string): readonly StatedSubject[] =>
  subjectsOf(saidOfAll(topics, text), text);

/** What else the words say that leaves no doubt. */
const alsoSaid = (said: readonly (readonly Said[])[], subjects: readonly StatedSubject[]): readonly StatedSubject[] =>
  said.flat().flatMap(({ subject }) => (subject.isTelling && !subjects.includes(subject) ? subject : []));

/** 对12件申请逐件登记: what is done with each of them is done with all. */
const isEach = (before: string, after: string): boolean =>
  (/(?:^|[，、对将])(?:全部|所有)$/u.test(before) &&
    /^(?:的|政府信息公开|信息公开|依申请公开)*申请(?!人)/u.test(after)) ||
  (/(?:^|[，、])对(?:全年|本年度?|收到|受理|接收|办理|所有|全部|新收|的)*$/u.test(before) &&
    /^(?:的|政府信息公开|信息公开|依申请公开)*申请[^，。]{0,4}(?:逐[件一份]|均|全部)/u.test(after));

/** Says that what stands before it is why: 因涉国家秘密不予公开. */
const CAUSE = /[因涉属系以]|由于/u;
const SEVERAL = /[、和或等]|(?<!涉)及/u;

/** What is said of a number is the reason where the words give one for what was done: those of other reasons are not counted. */
function withReason(found: Found, words: string): Found {
  const [done, ...more] = found.subjects;
  const [reason, ...others] = found.also;
  const isReason =
    done !== undefined &&
    reason !== undefined &&
    more.length + others.length === 0 &&
    reason.paths.length < done.paths.length &&
    reason.paths.every((path) => done.paths.includes(path));
  const cause = isReason ? words.search(CAUSE) : -1;
  return isReason && cause >= 0 && !SEVERAL.test(words.slice(cause))
    ? { ...found, subjects: [reason], also: [] }
    : found;
}

/** 收到1件自然人提出的申请: whose they are is told behind the number. */
const applicants = (
  topics: readonly Topic[],
  said: readonly StatedSubject[],
  after: string,
): readonly StatedSubject[] =>
  said.every(({ isGeneral, whole }) => isGeneral && whole === 'all')
    ? subjectsIn(topics, /^[^，。；、和及或]{2,12}?(?:提出|提交|申请|递交)/u.exec(after)?.[0] ?? '').filter(
        ({ columns }) => columns !== undefined,
      )
    : [];

const FILLED = (text: string): boolean => FILLER.test(text);

/** 5件行政复议均已审结: the name of the thing stands behind its number, and something is said of it. */
function isNamed(after: string, grammar: Grammar): boolean {
  const [first] = thingsIn(after, grammar);
  return first?.topic !== undefined && first.from === 0 && /^(?:$|均|都|全部|已)/u.test(after.slice(first.to));
}

/** 2件申请人主动撤回: a number without a word before it is of what stands behind it, if anything does. */
const isElsewhere = (before: string, after: string, grammar: Grammar): boolean =>
  before === '' &&
  !isNamed(after, grammar) &&
  /^(?!均|全部|都|已|按|申请(?!人)|案件|依申请|政府|信息公开)[\p{Script=Han}]{2}/u.test(after);

/** The last whole clause of some words: what it denies is not said of the number behind it. */
const clauseBefore = (back: string): string => {
  const clause = back.split(/[，；：]/u).at(-2) ?? '';
  return /^[无未]|没有/u.test(clause) ? '' : clause;
};

/**
 * What a number counts, by the words around it and by what the sentences before were about.
 *
 * @param prior the words before the number before, if this one is joined to it: 现行有效规章11件、规范性文件66件
 */
export function findSubjects(around: Around, focus: Focus, grammar: Grammar, prior = ''): Found {
  const { before, after, back } = around;
  const things = thingsIn(before, grammar);
  const topics = topicsAround(around, things, focus, grammar);
  const name = things.at(-1);
  if (topics === undefined) return { ...NOTHING, isElse: name?.isStrong === true };
  if (topics.length === 0) return NOTHING;
  const all = saidOfAll(topics, before);
  const said = subjectsOf(all, before);
  const whose = said.length > 0 ? applicants(topics, said, after) : [];
  if (whose.length > 0) return { topics, subjects: whose, also: [], isAfter: true };
  if (said.length > 0) return withReason({ topics, subjects: said, also: alsoSaid(all, said), isAfter: false }, before);
  const allAfter = saidOfAll(topics, after);
  const then = subjectsOf(allAfter, after);
  if (then.length > 0)
    return withReason({ topics, subjects: then, also: alsoSaid(allAfter, then), isAfter: true }, after);
  const shared = name ? subjectsIn(topics, prior).filter(({ isGeneral }) => !isGeneral) : [];
  if (shared.length > 0) return { topics, subjects: shared, also: [], isAfter: false };
  if (isEach(before, after)) {
    return { topics, subjects: asSuch(topics, ''), also: [], isAfter: false };
  }
  const near = asSuch(topics, name ? before.slice(name.to) : before);
  if (near.length > 0 && (name || (FILLED(before) && !isElsewhere(before, after, grammar)))) {
    const earlier = name ? [] : subjectsIn(topics, clauseBefore(back));
    return { topics, subjects: earlier.length > 0 ? earlier : near, also: [], isAfter: false };
  }
  if (FILLED(before) && back !== '') {
    return { topics, subjects: subjectsIn(topics, clauseBefore(back)), also: [], isAfter: false };
  }
  return { topics, subjects: [], also: [], isAfter: false };
}
