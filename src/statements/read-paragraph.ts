import type { StatedSubject } from '../form/figure-words.js';
import { type Counted, numbersIn } from './counted-numbers.js';
import { type Around, findSubjects, NOTHING } from './find-subjects.js';
import { type Grammar, type Topic, thingsIn } from './grammar.js';
import { type Sentence, sentencesOf } from './sentences.js';
import { isChange, isFormer, isOtherTime, timeAtEnd } from './times.js';
import type { Told } from './told.js';

/** Units that count nothing a sentence tells of: dates, and what is measured. */
const UNCOUNTED = new Set(['年', '月', '日', '号', '岁', '天', '小时', '分钟', '倍', '%', '个百分点', '周年', '']);

const NUMERALS = /\d|[一二两三四五六七八九十百千]余?(?:件|起|宗)/u;

/** Units of what the tables count. */
const CASES = /^(?:件|起|宗|条|份|例|部|件次)$/u;

const isCount = ({ unit }: Counted): boolean => !UNCOUNTED.has(unit);

/** What restricts a number to less than all: channels, offices, samples, stages. */
const NARROW =
  /备案|本级|名义|抽[查取样]|评查|随机|典型|疑难|首[次例件]|超期|逾期(?!不|未)|延期|网上|网络|线[上下]|信函|邮[寄件箱]|传真|当面|现场|窗口|书面|口头|平台|网站|(?<=申请|办理|管理|信息|网|处理)系统|渠道|途径|方式|涉及(?!.{0,4}信息公开|行政复|行政诉|复议|国家秘密|(?:其他)?法律|□|第三方|三类|四类|内部|过程性|行政执法|执法案卷|行政查询|本(?:行政)?机关不)|[一二再终]审|应诉|出庭|协助|转[办来]|交办|移送|征求|审核|代|[月日人]均|平均|复查|补正|未予|沟通|撤回|撤诉|为被告|第三人|重点|热点|居?前[一二三四五六七八十\d]|排名|居首/u;
/** Ways that are all ways. */
const ALL_WAYS =
  /通过[^，。]{0,30}等(?:多种|各种|各类)?(?:方式|渠道|途径|形式|平台)|(?:各种|各类|多种|不同|各)(?:方式|渠道|途径|形式|平台)/gu;

/** What restricts all numbers of a sentence. */
const NARROW_SENTENCE = /备案|本级|名义|抽[查取样]|评查|公文|属性|发文/u;

const isNarrowed = (words: string, subjects: readonly StatedSubject[]): boolean => {
  if (!NARROW.test(words)) return false;
  const rest = subjects.reduce((text, { words: own }) => (own ? text.replace(own, '') : text), words);
  return NARROW.test(rest.replace(ALL_WAYS, ''));
};

/** Offices that are the reporting one, or all of its own. */
const OWN_OFFICE = /^(?:我|本|全|各)|^(?:市|县|区|省|镇|乡|州|旗)?(?:局|委|办|(?:人民)?政府)$/u;
const OFFICE =
  /(?:^|[，、]|\d年度?|全年|其中)([\p{Script=Han}]{2,14}?(?:局|委员会|委|办公室|政府|中心|街道|镇|乡))(?=共|全年|累计|新?收|受理|接收|接到|办理|\d)/u;

/** Whether a general statement is of some only: of what lies in another number, or of another office. */
function isOfSome({ before, after, back }: Around, agency: string): boolean {
  const [, office = ''] = OFFICE.exec(before) ?? [];
  const isOther = office !== '' && !OWN_OFFICE.test(office) && !agency.includes(office);
  return isOther || NARROW.test(after.slice(0, 4)) || /(?:申请|案件|件|复议|诉讼)中/u.test(back + before);
}

/** Who tells, and of which year. */
interface Teller {
  readonly year: number;
  readonly agency: string;
}

/** What is carried from one number, and from one sentence, to the next. */
interface State {
  readonly focus: readonly Topic[];
  readonly time: Told['time'];
  readonly parent: Told | undefined;
  /** Subjects that the next numbers have in order: 分别为8件、2件. */
  readonly list: readonly StatedSubject[];
  readonly told: readonly Told[];
}

/** The number that the next one is a part of, by the words between them. */
function parentOf(between: string, before: Told | undefined, parent: Told | undefined): Told | undefined {
  const open = between.replace(/（[^（）]*）/gu, '');
  if (/其中|（|^：|包括|包含|^，?含|分别(?:为|是|有)?[^，。；、]{0,12}$/u.test(open)) return before ?? parent;
  if (open.startsWith('。')) return undefined;
  return /[）；]/u.test(open) ? (parent?.parent ?? (open.includes('）') ? undefined : parent)) : parent;
}

/** The number of the sentence before that a new sentence can tell the parts of: the whole, if it tells one. */
const wholeBefore = (told: readonly Told[], sentence: number): Told | undefined => {
  const before = told.filter((one) => one.sentence === sentence - 1);
  return (
    before.findLast(({ subjects, kind }) => kind === 'number' && subjects.some(({ whole }) => whole)) ?? before.at(-1)
  );
};

/** The words around a number in its sentence. */
function around(text: string, at: Counted, previous: number, next: number): Around & { readonly begins: number } {
  const stretch = text.slice(previous, at.from);
  const boundary = Math.max(...[...'，；：（）。'].map((mark) => stretch.lastIndexOf(mark)));
  const begins = previous + boundary + 1;
  const after = text.slice(at.to, next).split(/[，；：、（）。]/u)[0] ?? '';
  return {
    before: text.slice(begins, at.from),
    after,
    back: text.slice(Math.max(previous, begins - 60), begins),
    begins,
  };
}

/** Which columns of which row are meant: a part of a row in one column, or a column of a row. */
function inTable(subjects: readonly StatedSubject[], parent: Told | undefined): Pick<Told, 'columns' | 'row'> {
  const columns = subjects.flatMap((subject) => subject.columns ?? []);
  const isPartOfRow = columns.length > 0 && parent !== undefined && parent.columns.length === 0;
  if (isPartOfRow) return { columns, row: parent.subjects };
  return { columns: columns.length > 0 ? columns : (parent?.columns ?? []), row: [] };
}

/** Whether a part can be what it seems: not where the whole is unknown, or of another time or topic. */
function isPartUnknown(subjects: readonly StatedSubject[], parent: Told | undefined): boolean {
  if (parent === undefined) return false;
  const isWhole = parent.subjects.some(({ whole }) => whole !== undefined);
  if (parent.isNarrow || parent.kind === 'change' || parent.time !== 'now') return true;
  if (parent.subjects.length === 0)
    return !subjects.every(({ isTelling, whole, words }) => isTelling || (whole && !words));
  return subjects.some(({ isGeneral }) => isGeneral) || (!isWhole && subjects.some(({ whole }) => whole));
}

/** Numbers that a sentence names one after the other for subjects that it names before: 分别为8件、2件. */
function respective(words: string, grammar: Grammar, focus: readonly Topic[]): readonly StatedSubject[] {
  if (!/分别/u.test(words)) return [];
  const things = thingsIn(words, grammar);
  const topics = things.some(({ topic }) => topic) ? things.flatMap(({ topic }) => topic ?? []) : focus;
  return topics.length === 0
    ? []
    : findSubjects({ before: words.replace(/分别.*$/u, ''), after: '', back: '' }, topics, grammar).subjects;
}

/** What words without a number change: what the next are about. */
function afterWords(state: State, words: string, grammar: Grammar): State {
  const last = thingsIn(words, grammar).findLast(({ topic }) => topic)?.topic;
  return last ? { ...state, focus: [last] } : state;
}

/** A number in its sentence, with the words around it. */
interface Place {
  readonly counted: Counted;
  readonly words: ReturnType<typeof around>;
  /** What stands between the number before and this one. */
  readonly gap: string;
  /** Where its sentence begins in the paragraph. */
  readonly at: number;
  readonly rest: string;
  readonly isNarrow: boolean;
}

/** What a number counts: by the order of things named before, or by the words around it. */
function subjectsOf({ words, gap, at }: Place, state: State, text: string, grammar: Grammar) {
  const before = state.told.at(-1);
  const inOrder = respective(`${words.back}${words.before}`, grammar, state.focus);
  const list = inOrder.length > 1 ? inOrder : /^[、，和及]$/u.test(gap) ? state.list : [];
  const prior =
    before && /^[、和及]/u.test(gap) ? text.slice(Math.max(0, before.begins - at), before.counted.from - at) : '';
  const found = findSubjects({ ...words, prior }, state.focus, grammar);
  return list.length > 0
    ? { found, subjects: list.slice(0, 1), list: list.slice(1) }
    : { found, subjects: found.subjects, list };
}

/** Whether a number is less than all of its subject. */
function isOfLess(
  { words, gap, isNarrow }: Place,
  subjects: readonly StatedSubject[],
  before: Told | undefined,
  agency: string,
): boolean {
  const isGeneral = subjects.some((subject) => subject.isGeneral);
  const isGeneralPart = words.before.includes('其中') && subjects.some((one) => one.isGeneral && one.words);
  const isJoined = before?.isNarrow === true && /^[、和及]/u.test(gap);
  return (
    isNarrow ||
    isJoined ||
    isNarrowed(words.before, subjects) ||
    (isGeneral && isOfSome(words, agency)) ||
    isGeneralPart
  );
}

/** What a sentence says of a number, and the state after it. */
function tell(
  place: Place,
  number: number,
  isFirst: boolean,
  state: State,
  text: string,
  grammar: Grammar,
  teller: Teller,
): State {
  const { counted, words, gap, at } = place;
  const before = isFirst ? wholeBefore(state.told, number) : state.told.at(-1);
  const time = timeAtEnd(gap, teller.year, state.time);
  const parent = parentOf(isFirst && number > 0 ? `。${gap}` : gap, before, state.parent);
  const isCase = CASES.test(counted.unit);
  const { found, subjects, list } = isCase
    ? subjectsOf(place, isFirst ? { ...state, told: [] } : state, text, grammar)
    : { found: NOTHING, subjects: [], list: [] };
  const isElse = subjects.some(({ not }) => not?.test(`${words.before}${counted.unit}${words.after}`));
  const said = `${words.back
    .split(/[，；：]/u)
    .slice(-3)
    .join('，')}${words.before}`;
  const told: Told = {
    counted: { ...counted, from: at + counted.from, to: at + counted.to },
    subjects: isPartUnknown(subjects, parent) ? [] : subjects,
    also: found.also,
    ...inTable(subjects, parent),
    time: isFormer(words.before, place.rest) ? 'then' : isElse || isOtherTime(said) ? 'other' : time,
    kind: isChange(words.before) ? 'change' : 'number',
    parent,
    isNarrow: isOfLess(place, subjects, isFirst ? undefined : before, teller.agency),
    sentence: number,
    begins: at + words.begins,
    ends: at + counted.to + (found.isAfter ? words.after.length : 0),
  };
  const focus = found.topics.length > 0 || found.isElse ? found.topics : state.focus;
  return { focus, time, parent, list, told: [...state.told, told] };
}

function read({ text, from: at }: Sentence, number: number, start: State, grammar: Grammar, teller: Teller): State {
  const numbers = NUMERALS.test(text) ? numbersIn(text).filter(isCount) : [];
  const narrowAt = numbers.length > 0 ? text.search(NARROW_SENTENCE) : -1;
  let state: State = { ...start, time: 'now', parent: undefined, list: [] };
  let previous = 0;
  for (const [i, counted] of numbers.entries()) {
    const words = around(text, counted, previous, numbers[i + 1]?.from ?? text.length);
    const isNarrow = narrowAt >= 0 && narrowAt < counted.from;
    const place = {
      counted,
      words,
      gap: text.slice(previous, counted.from),
      at,
      rest: text.slice(counted.to),
      isNarrow,
    };
    state = tell(place, number, i === 0, state, text, grammar, teller);
    previous = (state.told.at(-1)?.ends ?? 0) - at;
  }
  return afterWords(state, text.slice(previous), grammar);
}

/** What a text says of numbers, read over all its paragraphs, so that each knows what those before were about. */
export interface Reading {
  readonly told: readonly Told[];
  readonly focus: readonly Topic[];
}

/** Headings of the parts of a text: what follows is about something else. */
const PART = /^(?:（[一二三四五六七八九十]+）|\d+[.．、])/u;

/** Reads a paragraph of plain words. `focus`: what the paragraph before was about. */
export function readParagraph(text: string, focus: readonly Topic[], grammar: Grammar, teller: Teller): Reading {
  const start: State = { focus: PART.test(text) ? [] : focus, time: 'now', parent: undefined, list: [], told: [] };
  const end = sentencesOf(text).reduce((state, sentence, i) => read(sentence, i, state, grammar, teller), start);
  return { told: end.told, focus: end.focus };
}
