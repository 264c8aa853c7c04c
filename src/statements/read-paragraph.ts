import type { StatedSubject } from '../form/figure-words.js';
import { type Counted, numbersIn } from './counted-numbers.js';
import { type Around, type Found, findSubjects, NOTHING } from './find-subjects.js';
import { type Focus, focusAfter, focusOn, topicsAt } from './focus.js';
import { type Grammar, thingsIn } from './grammar.js';
import { isOfLess, NARROW_SENTENCE } from './narrowed.js';
import { IS_OF_DISCLOSURE, isPartUnknown, isRestTold, parentOf, wholeBefore } from './number-parents.js';
import { around, type Place } from './number-place.js';
import { clauseStart, type Sentence, sentencesOf } from './sentences.js';
import { type Times, timesAfter } from './time-flow.js';
import { isChange, isFormer, isOtherTime } from './times.js';
import type { Told } from './told.js';

/** Units that count nothing a sentence tells of: dates, and what is measured. */
const UNCOUNTED = new Set(['年', '月', '日', '号', '岁', '天', '小时', '分钟', '倍', '%', '个百分点', '周年', '']);

const NUMERALS = /\d|[一二两三四五六七八九十百千]余?(?:件|起|宗)/u;

/** Units of what the tables count. */
const CASES = /^(?:件|起|宗|条|份|例|部|件次)$/u;

const NOW: Times = { now: 'now', lead: undefined, outer: undefined };

const isCount = ({ unit }: Counted): boolean => !UNCOUNTED.has(unit);

/** Who tells, and of which year. */
interface Teller {
  readonly year: number;
  readonly agency: string;
}

/** What is carried from one number, and from one sentence, to the next. */
interface State {
  readonly focus: Focus;
  readonly times: Times;
  readonly parent: Told | undefined;
  /** Subjects that the next numbers have in order: 分别为8件、2件. */
  readonly list: readonly StatedSubject[];
  /** One list for the paragraph, which grows: a paragraph may have thousands of numbers. */
  readonly told: Told[];
}

/** Which columns of which row are meant: a part of a row in one column, or a column of a row. */
function inTable(subjects: readonly StatedSubject[], parent: Told | undefined): Pick<Told, 'columns' | 'row'> {
  const columns = subjects.flatMap((subject) => subject.columns ?? []);
  const isPartOfRow = columns.length > 0 && parent !== undefined && parent.columns.length === 0;
  if (isPartOfRow) return { columns, row: parent.subjects };
  return { columns: columns.length > 0 ? columns : (parent?.columns ?? []), row: [] };
}

/** What a change is of, where its sentence tells no number before it: 申请量较上年增加25件. */
const COMPARISON =
  /(?:数?量)?(?:同比|环比|相?[比较与同和](?:[上去前]一?年度?|\d{4}年度?)).*$|(?:数?量)?(?:有所)?(?:增加|增长|增多|减少|下降|上升)(?:了|约)?$/u;

const changed = (words: Around, before: Told | undefined): Around =>
  before === undefined && isChange(words.before) ? { ...words, before: words.before.replace(COMPARISON, '') } : words;

/** What a number counts: by the order of things named before, or by the words around it. */
function subjectsOf({ words, gap, at }: Place, state: State, text: string, grammar: Grammar) {
  const before = state.told.at(-1);
  const inOrder = respective(words, grammar, state.focus);
  const list = inOrder.length > 1 ? inOrder : /^[、，和及]$/u.test(gap) ? state.list : [];
  const prior =
    before && /^[、和及]/u.test(gap) ? text.slice(Math.max(0, before.begins - at), before.counted.from - at) : '';
  const found = findSubjects(changed(words, before), state.focus, grammar, prior);
  return list.length > 0
    ? { found, subjects: list.slice(0, 1), list: list.slice(1) }
    : { found, subjects: found.subjects, list };
}

/** Says that the numbers behind it are those of what stands before it, in the same order. */
const IN_ORDER = /分别|各[为有]|依次/u;

/** Numbers that a sentence names one after the other for subjects that it names before: 分别为8件、2件. */
function respective({ back, before }: Around, grammar: Grammar, focus: Focus): readonly StatedSubject[] {
  if (!IN_ORDER.test(before) && !IN_ORDER.test(back)) return [];
  const words = back + before;
  const things = thingsIn(words, grammar);
  const topics = things.some(({ topic }) => topic)
    ? things.flatMap(({ topic }) => topic ?? [])
    : topicsAt(focus, grammar);
  return topics.length === 0
    ? []
    : findSubjects(
        { before: words.replace(/(?:分别|各[为有]|依次).*$/u, ''), after: '', back: '' },
        focusOn(topics),
        grammar,
      ).subjects;
}

/** Whether a number counts others besides what is named: 不予公开等9件, 9件为无法提供、不予处理等. */
const isAmongOthers = ({ words }: Place, { isAfter, subjects }: Found): boolean =>
  subjects.some(({ whole }) => !whole) &&
  (isAfter
    ? /等/u.test(words.after)
    : /等(?:其[他它])?(?:情形|情况|类型?|方式|结果|处理|原因|理由)*(?:的|申请|信息|共|合计|计)*$/u.test(words.before));

/** The last clause of the words before a number that has any. */
const lastClause = (back: string): string => back.slice(clauseStart(back, back.length - 1, 0, '，；：'));

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
  const times = timesAfter(gap, teller.year, state.times);
  const parent = parentOf(isFirst && number > 0 ? `。${gap}` : gap, before, state.parent, state.told);
  const isCase = CASES.test(counted.unit);
  const { found, subjects, list } = isCase
    ? subjectsOf(
        place,
        isFirst ? { focus: state.focus, times: state.times, parent: state.parent, list: state.list, told: [] } : state,
        text,
        grammar,
      )
    : { found: NOTHING, subjects: [], list: [] };
  const isOfDisclosure = found.subjects.length === 0 && parent !== undefined && IS_OF_DISCLOSURE.test(words.before);
  const meant = isOfDisclosure ? parent.subjects : subjects;
  const isRest = isRestTold(meant, parent, place.rest);
  // What names the thing says what is done with it: 清理规范性文件，废止2件.
  const naming = meant.some(({ topic }) => topic.test(words.before)) ? '' : lastClause(words.back);
  const isElse = meant.some(({ not }) => not?.test(`${naming}${words.before}${counted.unit}${words.after}`));
  const back =
    words.back === ''
      ? ''
      : words.back
          .split(/[，；：]/u)
          .slice(-3)
          .join('，');
  const said = `${back}${words.before}`;
  const told: Told = {
    counted: { ...counted, from: at + counted.from, to: at + counted.to },
    subjects: (isPartUnknown(meant, parent) && !isRest) || isAmongOthers(place, found) ? [] : meant,
    also: found.also,
    ...inTable(meant, parent),
    time: isFormer(words.before, place.rest) ? 'then' : isElse || isOtherTime(said) ? 'other' : times.now,
    kind: isChange(words.before) ? 'change' : 'number',
    parent,
    isNarrow: isOfLess(place, meant, found.also, isFirst ? undefined : before, teller.agency, isRest),
    sentence: number,
    begins: at + words.begins,
    ends: at + counted.to + (found.isAfter ? words.after.length : 0),
  };
  const focus = found.topics.length > 0 || found.isElse ? focusOn(found.topics) : state.focus;
  state.told.push(told);
  return { focus, times, parent, list, told: state.told };
}

function read({ text, from: at }: Sentence, number: number, start: State, grammar: Grammar, teller: Teller): State {
  const numbers = NUMERALS.test(text) ? numbersIn(text).filter(isCount) : [];
  const narrowAt = numbers.length > 0 ? text.search(NARROW_SENTENCE) : -1;
  let state: State = { focus: start.focus, times: NOW, parent: undefined, list: [], told: start.told };
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
  return { ...state, focus: focusAfter(state.focus, text.slice(previous)) };
}

/** What a text says of numbers, read over all its paragraphs, so that each knows what those before were about. */
export interface Reading {
  readonly told: readonly Told[];
  readonly focus: Focus;
}

/** Headings of the parts of a text: what follows is about something else. */
const PART = /^(?:（[一二三四五六七八九十]+）|\d+[.．、])/u;

/** Reads a paragraph of plain words. `focus`: what the paragraph before was about. */
export function readParagraph(text: string, focus: Focus, grammar: Grammar, teller: Teller): Reading {
  const start: State = {
    focus: PART.test(text) ? focusOn([]) : focus,
    times: NOW,
    parent: undefined,
    list: [],
    told: [],
  };
  const end = sentencesOf(text).reduce((state, sentence, i) => read(sentence, i, state, grammar, teller), start);
  return { told: end.told, focus: end.focus };
}
