import { matchesOf } from '../characters/matches.js';
import type { StatedSubject } from '../form/figure-words.js';
import { type Said, saidOf, tellingTopics } from './find-subjects.js';
import { type Focus, focusOn, topicsAt } from './focus.js';
import { type Grammar, lastJoined, thingsIn } from './grammar.js';
import { clauseStart, type Sentence, sentencesOf } from './sentences.js';
import { isOtherTime, timeAtEnd } from './times.js';
import type { Told } from './told.js';

/** That there was none of something this year. */
export interface Denial {
  readonly from: number;
  readonly to: number;
  /** Each of them is said to be none. */
  readonly subjects: readonly StatedSubject[];
}

/** Words that deny, with the verbs that go with them. */
const DENIED =
  /(?:均|都|也|尚|暂|仍|并|且|全年|本年度?)?(?:未(?:曾|有)?(?:新?收到|接到|接收|受理|产生|发生|出现|引发|引起|涉及|作出|实施|制发|制定|出台|印发|新增|新制[定作]|废止|被提起|被申请|办理|开展)|(?<!信息|文件|材料|内容|资料|事项)不存在|没有(?:新?收到|接到|受理|产生|发生|出现|引发|引起|涉及|作出|实施|制发|制定|被提起|被申请|因)?|无(?!法|效|关|正当|障碍|偿|缝|故|纸|需|论|不(?!予)|线|疑|私|理|主|人|锡|为|害|息|序)|零(?=申请|结转|复议|诉讼|发生|败诉|纠[正错]|废止|制发)|[为是]零(?=[，。；”]|$))/gu;

/** What each denial has in it. */
const MAY_DENY = /[未无零]|没有|不存在/u;

/** What may stand with the thing that there was none of, without making it less than all of the thing. */
const PLAIN =
  /^(?:过|(?:及|和|或|、)(?:有关|相关)?(?:申诉|举报|投诉|信访)|任何|形式|新|一[件例起宗]|有关|相关|向?我局|向?本机关|我市|我县|我区|各类|公民|(?:人民|社会)?群众|(?:社会)?公众|市民|村民|居民|个人|法人(?:和|或)其他组织|提出|提交|因|由于|政府|信息|公开|工作|答复|办理|申请|引起|引发|产生|导致|而|文件|的|被|提起|申请人|行政|案件|情况|情形|事项|问题|现象|等|发生|以及|及|和|与|或|者|、|件|依|继续|本年度|上年度?|至?下一?年度?|\d{4}年度?|对|关于|涉及|在|方面|□|◇|：|记录|决定|处理|”)*$/u;

/** Where only some are meant. */
const SOME =
  /个别|部分(?!公开)|有的|其中|本级|(?<![我本])(?:乡镇|街道)|如|若|是否|有无|(?<![我本])单位|季度|网上|书面|现场/u;

/** What is denied: what the words say of a thing, or else the thing as such; joint things each. */
function deniedIn(text: string, grammar: Grammar, focus: Focus): readonly Said[] {
  const things = thingsIn(text, grammar);
  if (things.some(({ topic, isStrong }) => topic === undefined && isStrong)) return [];
  const named = [...new Set(things.flatMap(({ topic }) => topic ?? []))];
  const before = named.length > 0 ? named : topicsAt(focus, grammar);
  const about = before.length > 0 ? before : tellingTopics(text, grammar);
  const said = about.flatMap((topic) => saidOf(topic, text)).filter(({ subject }) => subject.whole !== 'all');
  if (said.length > 0) return said;
  return lastJoined(things, text).flatMap(({ topic, from, to }) =>
    (topic?.subjects ?? []).flatMap(({ subject, words }) => (words === undefined ? [{ subject, from, to }] : [])),
  );
}

/** Whether nothing makes what is denied less than all of the thing. */
function isPlain(text: string, verb: number, denied: readonly Said[], grammar: Grammar): boolean {
  const names = [{ from: 0, to: verb }, ...denied, ...thingsIn(text, grammar).filter(({ topic }) => topic)];
  return PLAIN.test(blanked(text, names));
}

/** A text in which some stretches are blank. */
const blanked = (text: string, all: readonly Pick<Said, 'from' | 'to'>[]): string =>
  all.reduce((left, { from, to }) => left.slice(0, from) + '□'.repeat(to - from) + left.slice(to), text);

/** 上年亦无结转申请: it is this year's figure that is denied. */
const OF_LAST_YEAR = /[上去]一?年度?(?:亦|也|均|并|尚|同样)*$/u;
const LEFT = /^(?:结转(?!至|到|入|下)|遗留|转入|未办结)/u;

/** What was left over from last year, if that is what is denied. */
const leftOver = (clause: string, rest: string, grammar: Grammar): readonly StatedSubject[] =>
  OF_LAST_YEAR.test(clause) && LEFT.test(rest)
    ? tellingTopics(`上年${rest}`, grammar).flatMap((topic) =>
        saidOf(topic, `上年${rest}`).map(({ subject }) => subject),
      )
    : [];

/** Who is said to have asked for nothing, where nobody else is spoken of: 科研机构、社会公益组织均无申请. */
function applicantsIn(clause: string, { topics }: Grammar): readonly Said[] {
  return topics.flatMap((topic) => saidOf(topic, clause)).filter(({ subject }) => subject.columns !== undefined);
}

/** What may stand beside those who asked for nothing. */
const BESIDES = /^(?:□|[、，和及与或均都也皆]|等|法人|本年度?|全年|今年)*$/u;

function ofApplicants(clause: string, denied: readonly Said[], grammar: Grammar): readonly Said[] {
  const whose = applicantsIn(clause, grammar);
  if (whose.length === 0) return denied;
  return BESIDES.test(blanked(clause, whose)) ? whose : [];
}

/** 因涉及国家秘密不予公开: only those of the reason are meant. */
function ofReasons(said: readonly Said[], text: string): readonly Said[] {
  const isReasonOf = (one: Said, other: Said) =>
    one.to <= other.from &&
    one.subject.paths.length < other.subject.paths.length &&
    one.subject.paths.every((path) => other.subject.paths.includes(path));
  return /[因以]|由于/u.test(text) ? said.filter((one) => !said.some((other) => isReasonOf(other, one))) : said;
}

/** What a verb denies with the words behind it, if that is this year's and all of a thing. */
function subjectsAt(
  clause: string,
  rest: string,
  verb: string,
  isNow: boolean,
  focus: Focus,
  grammar: Grammar,
): readonly StatedSubject[] {
  const left = leftOver(clause, rest, grammar);
  if (left.length > 0) return left;
  const all = verb + rest;
  if (!isNow || isOtherTime(clause) || SOME.test(clause + all)) return [];
  const denied = deniedIn(all, grammar, focus);
  if (denied.length === 0 || !isPlain(all, verb.length, denied, grammar)) return [];
  return [...new Set(ofApplicants(clause, ofReasons(denied, all), grammar).map(({ subject }) => subject))];
}

/** Where what there was none of stands before its verb: 复议、诉讼均为零, 行政复议零发生. */
const isBehind = (verb: string, rest: string): boolean =>
  /[为是]零$/u.test(verb) || (verb.endsWith('零') && rest.startsWith('发生'));
const AROUND = /^(?:全年|本年度?|今年|\d{4}年度?|实现|做到了?)*(.*?)(?:均|都|全部|实现|“)*$/u;

/** The words that a verb denies: those behind it, or before it. */
function wordsDenied(clause: string, verb: string, rest: string): readonly [clause: string, rest: string] {
  if (isBehind(verb, rest)) return ['', AROUND.exec(clause)?.[1] ?? clause];
  return [clause, verb.endsWith('零') ? (rest.split('、')[0] ?? rest) : rest];
}

/** How long what is denied may be, and what stands before it: more than that is no list of things. */
const LONGEST = 200;
const REST = new RegExp(`^[^，；。！？（）]{0,${LONGEST + 1}}`, 'u');

/** Marks over which no two things are joined, and nothing is said of a year. */
const APART = '，；：';

/** The denials of a sentence, and what it is about at the last. Each goes on from the clause of the one before: there may be thousands. */
function inSentence(
  { text, from: at }: Sentence,
  verbs: readonly RegExpExecArray[],
  start: Focus,
  grammar: Grammar,
  year: number,
) {
  const denials: Denial[] = [];
  let focus = start;
  let time: Told['time'] = 'now';
  let seen = 0;
  for (const { 0: verb, index } of verbs) {
    const before = text.slice(seen, index);
    const named = lastJoined(thingsIn(before, grammar), before).flatMap(({ topic }) => topic ?? []);
    if (named.length > 0) focus = focusOn(named);
    const begins = clauseStart(text, index, Math.max(seen, index - LONGEST), APART);
    time = timeAtEnd(text.slice(seen, begins), year, time);
    seen = begins;
    const clause = text.slice(begins, index);
    const rest = REST.exec(text.slice(index + verb.length))?.[0] ?? '';
    const isNow = rest.length <= LONGEST && timeAtEnd(clause, year, time) === 'now';
    const subjects = subjectsAt(...wordsDenied(clause, verb, rest), verb, isNow, focus, grammar);
    const from = at + index;
    if (subjects.length > 0) denials.push({ from, to: from + verb.length + rest.length, subjects });
  }
  return { denials, focus };
}

/** All that a paragraph says there was none of. */
export function denialsIn(text: string, start: Focus, grammar: Grammar, year: number): readonly Denial[] {
  let about = start;
  if (!MAY_DENY.test(text)) return [];
  return sentencesOf(text).flatMap((sentence) => {
    const verbs = MAY_DENY.test(sentence.text) ? matchesOf(DENIED, sentence.text) : [];
    if (verbs.length === 0) return [];
    const { denials, focus } = inSentence(sentence, verbs, about, grammar, year);
    about = focus;
    return denials;
  });
}
