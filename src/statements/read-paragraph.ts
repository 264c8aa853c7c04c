import type { StatedSubject } from '../form/stated.js';
import { type Around, findSubjects, NOTHING } from './find-subjects.js';
import { type Grammar, type Topic, thingsIn } from './grammar.js';
import { type Counted, numbersIn } from './numbers.js';
import { type Sentence, sentencesOf } from './sentences.js';
import { isChange, isFormer, isOtherTime, timeAtEnd } from './times.js';
import type { Told } from './told.js';

/** Units that count nothing a sentence tells of: dates, and what is measured. */
const UNCOUNTED = new Set(['年', '月', '日', '号', '岁', '天', '小时', '分钟', '倍', '%', '个百分点', '周年', '']);

const NUMERALS = /\d|[一二两三四五六七八九十百千]余?(?:件|起|宗)/u;

/** Units of what the tables count. */
const CASES = /^(?:件|起|宗|条|份|例|部|件次)$/u;

export const isCount = ({ unit }: Counted): boolean => !UNCOUNTED.has(unit);

/** What restricts a number to less than all: channels, offices, samples, stages. */
const NARROW =
  /备案|本级|名义|抽[查取样]|评查|随机|典型|疑难|首[次例件]|超期|逾期(?!不|未)|延期|网上|网络|线[上下]|信函|邮[寄件箱]|传真|当面|现场|窗口|书面|口头|平台|网站|(?<!全)系统|渠道|途径|方式|涉及(?!.{0,4}信息公开|行政复|行政诉|复议)|[一二再终]审|应诉|出庭|协助|转[办来]|交办|移送|征求|审核|代|[月日人]均|平均|复查|补正|未予|沟通|撤回|撤诉|为被告|重点|热点|居?前[一二三四五六七八十\d]|排名|居首/u;
/** Ways that are all ways. */
const ALL_WAYS = /通过[^，。]{0,30}等(?:多种|各种|各类)?(?:方式|渠道|途径|形式|平台)|(?:各种|各类|多种|不同|各)(?:方式|渠道|途径|形式|平台)/gu;

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
  return isOther || NARROW.test(after.slice(0, 4)) || /其中/u.test(before) || /(?:申请|案件|件|复议|诉讼)中/u.test(back + before);
}

/** Who tells, and of which year. */
export interface Teller {
  readonly year: number;
  readonly agency: string;
}

/** What is carried from one number, and from one sentence, to the next. */
interface State {
  readonly focus: readonly Topic[];
  readonly time: Told['time'];
  readonly parent: Told | undefined;
  readonly told: readonly Told[];
}

/** The number that the next one is a part of, by the words between them. */
function parentOf(between: string, before: Told | undefined, parent: Told | undefined): Told | undefined {
  const open = between.replace(/（[^（）]*）/gu, '');
  if (/其中|（|^：|包括|包含|^，?含|^，(?:其中)?[^，]{0,4}分别/u.test(open)) return before ?? parent;
  if (open.startsWith('。')) return undefined;
  return /[）；]/u.test(open) ? (parent?.parent ?? (open.includes('）') ? undefined : parent)) : parent;
}

/** The number of the sentence before that a new sentence can tell the parts of: the whole, if it tells one. */
const wholeBefore = (told: readonly Told[], sentence: number): Told | undefined => {
  const before = told.filter((one) => one.sentence === sentence - 1);
  return before.findLast(({ subjects, kind }) => kind === 'number' && subjects.some(({ whole }) => whole)) ?? before.at(-1);
};

/** The words around a number in its sentence. */
function around(text: string, at: Counted, previous: number, next: number): Around & { readonly begins: number } {
  const stretch = text.slice(previous, at.from);
  const boundary = Math.max(...[...'，；：（）。'].map((mark) => stretch.lastIndexOf(mark)));
  const begins = previous + boundary + 1;
  const after = text.slice(at.to, next).split(/[，；：、（）。]/u)[0] ?? '';
  return { before: text.slice(begins, at.from), after, back: text.slice(Math.max(previous, begins - 60), begins), begins };
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
  if (parent.subjects.length === 0) return !parent.counted.unit || subjects.some(({ columns }) => columns);
  return subjects.some(({ isGeneral }) => isGeneral) || (!isWhole && subjects.some(({ whole }) => whole));
}

/** Numbers that a sentence names one after the other for subjects that it names before: 分别为8件、2件. */
function respective(words: string, grammar: Grammar, focus: readonly Topic[]): readonly StatedSubject[] {
  if (!/分别/u.test(words)) return [];
  const things = thingsIn(words, grammar);
  const topics = things.some(({ topic }) => topic) ? things.flatMap(({ topic }) => topic ?? []) : focus;
  return topics.length === 0 ? [] : findSubjects({ before: words.replace(/分别.*$/u, ''), after: '', back: '' }, topics, grammar).subjects;
}

/** What words without a number change: what the next are about. */
function afterWords(state: State, words: string, grammar: Grammar): State {
  const last = thingsIn(words, grammar).findLast(({ topic }) => topic)?.topic;
  return last ? { ...state, focus: [last] } : state;
}

function read(sentence: Sentence, number: number, start: State, grammar: Grammar, { year, agency }: Teller): State {
  const { text, from: at } = sentence;
  const numbers = NUMERALS.test(text) ? numbersIn(text).filter(isCount) : [];
  let { focus, time, parent, told } = start;
  if (numbers.length === 0) return afterWords(start, text, grammar);
  const narrowAt = text.search(NARROW_SENTENCE);
  let previous = 0;
  let list: readonly StatedSubject[] = [];
  let listed = 0;
  for (const [i, counted] of numbers.entries()) {
    const next = numbers[i + 1]?.from ?? text.length;
    const words = around(text, counted, previous, next);
    const gap = text.slice(previous, counted.from);
    const before = i === 0 ? wholeBefore(told, number) : told.at(-1);
    time = timeAtEnd(gap, year, time);
    parent = parentOf(i === 0 && number > 0 ? `。${gap}` : gap, before, parent);
    const inOrder = respective(`${words.back}${words.before}`, grammar, focus);
    if (inOrder.length > 1) [list, listed] = [inOrder, 0];
    else if (list.length > 0 && !/^[、，和及]$/u.test(gap)) list = [];
    const prior = before && /^[、和及]/u.test(gap) ? text.slice(Math.max(0, before.begins - at), before.counted.from - at) : '';
    const found = CASES.test(counted.unit) ? findSubjects({ ...words, prior }, focus, grammar) : NOTHING;
    const one = list[listed++];
    const subjects = list.length > 0 ? (one ? [one] : []) : found.subjects;
    const said = `${words.back.split(/[，；：]/u).slice(-3).join('，')}${words.before}`;
    const isElse = subjects.some(({ not }) => not?.test(`${words.before}${words.after}`));
    const isOther = isOtherTime(said) || isElse;
    const one_: Told = {
      counted: { ...counted, from: at + counted.from, to: at + counted.to },
      subjects: isPartUnknown(subjects, parent) || !CASES.test(counted.unit) ? [] : subjects,
      ...inTable(subjects, parent),
      time: isFormer(words.before, text.slice(counted.to)) ? 'then' : isOther ? 'other' : time,
      kind: isChange(words.before) ? 'change' : 'number',
      parent,
      isNarrow:
        isNarrowed(words.before, subjects) ||
        (subjects.some(({ isGeneral }) => isGeneral) && isOfSome(words, agency)) ||
        (narrowAt >= 0 && narrowAt < counted.from) ||
        (before?.isNarrow === true && before.sentence === number && /^[、和及]/u.test(gap)),
      sentence: number,
      begins: at + words.begins,
      ends: at + counted.to + words.after.length,
    };
    told = [...told, one_];
    if (found.topics.length > 0) focus = found.topics;
    previous = found.isAfter ? counted.to + words.after.length : counted.to;
  }
  return afterWords({ focus, time, parent: undefined, told }, text.slice(previous), grammar);
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
  const start: State = { focus: PART.test(text) ? [] : focus, time: 'now', parent: undefined, told: [] };
  const end = sentencesOf(text).reduce(
    (state, sentence, i) => read(sentence, i, { ...state, time: 'now' }, grammar, teller),
    start,
  );
  return { told: end.told, focus: end.focus };
}
