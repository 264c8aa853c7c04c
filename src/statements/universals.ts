import { matchesOf } from '../characters/matches.js';
import type { StatedClaim } from '../form/figure-words.js';
import { type Focus, lastTopic, topicsAt } from './focus.js';
import { type Grammar, globally, type Topic, thingsIn } from './grammar.js';
import { bySentence } from './near-told.js';
import { type Sentence, sentencesOf } from './sentences.js';
import { isOtherTime, timeAtEnd } from './times.js';
import type { Told } from './told.js';

/** What a text says of all of a thing. */
export interface Universal {
  readonly from: number;
  readonly to: number;
  readonly claim: StatedClaim;
}

/** Words that say something of all of a thing. */
export const SAYS_OF_ALL = /均|全部|都|一律|悉数|无一|，已/u;

/** Where all that is meant is less than all: what is left out is told, or only some are spoken of. */
const EXCEPT =
  /除|其余|剩余|余下|另有|其中|尚有|外，|以上[两二三]|(?<!按|按照|有关|规定|程序)要求|确保|做到|力争|(?:可|能)公开|应公开|的，?均|凡/u;
/** 全部公开18件: a number follows, which is told by itself. */
const COUNTED = /^(?:的|申请|案件|共|计|有|为)*\d/u;
/** What is done already: all of that is done. */
const DONE = /(?:办结|答复|办理完毕)的/u;

/** The number that a clause says something of all of: the last one before it, or of the sentence before. */
function meant(told: readonly Told[], sentence: number, at: number): Told | undefined {
  const sentences = bySentence(told);
  const before = [sentence - 2, sentence - 1, sentence]
    .flatMap((number) => sentences[number] ?? [])
    .filter(({ counted, kind, time }) => counted.to <= at && kind === 'number' && time !== 'then');
  const last =
    before.findLast((one) => one.sentence === sentence) ?? before.findLast((one) => one.sentence === sentence - 1);
  const all = last?.parent && wholeOf(last.parent, before);
  if (all) return all;
  const whole = before.findLast((one) => one !== last && one.sentence === last?.sentence && includes(one, last));
  return whole ?? last;
}

/** 受理13件，其中窗口3件、网络10件，均…: once the parts make up the whole, the whole is meant. */
function wholeOf(whole: Told, before: readonly Told[]): Told | undefined {
  const parts = before.filter(({ parent }) => parent === whole);
  const sum = parts.reduce((all, { counted }) => all + counted.value, 0);
  return sum === whole.counted.value && parts.every(({ isNarrow }) => isNarrow) ? whole : undefined;
}

/** 新收12件、上年结转1件，均…: what is said of all is said of both. */
const includes = (whole: Told, part: Told): boolean =>
  !part.parent &&
  whole.subjects.some(
    ({ mayInclude = [] }) =>
      mayInclude.length > 0 && part.subjects.some(({ paths }) => paths.every((path) => mayInclude.includes(path))),
  );

/** Whether a claim can be about a number: about a whole of the same topic, this year's. */
function canBeAbout(claim: StatedClaim, one: Told): boolean {
  if (one.subjects.length === 0 || one.time !== 'now' || one.kind === 'change' || one.isNarrow || one.parent)
    return false;
  return one.subjects.some(({ topic, whole }) => topic === claim.topic && whole && claim.of.includes(whole));
}

/** Whether the clause has a number of its own that is only a part: 上年结转的5件全部办结. */
const isOfPart = (claim: StatedClaim, told: readonly Told[], from: number, to: number): boolean =>
  told.some(
    ({ counted, subjects }) =>
      counted.from >= from &&
      counted.to <= to &&
      subjects.some(({ topic }) => topic === claim.topic) &&
      !subjects.some(({ whole }) => whole && claim.of.includes(whole)),
  );

function isMeant(
  claim: StatedClaim,
  clause: string,
  target: Told | undefined,
  focus: () => readonly Topic[],
  grammar: Grammar,
): boolean {
  const things = thingsIn(clause, grammar);
  const own = things.at(-1);
  if (own)
    return own.topic?.name === claim.topic && (!target || canBeAbout(claim, target) || /所有|全部|各/u.test(clause));
  if (target) return canBeAbout(claim, target);
  return focus().some(({ name }) => name === claim.topic);
}

/** All but what the sentence has told: 除不予公开1件外，其余均予以公开. */
const REST = /^(?:除[^，]*外)?(?:其余|剩余|余下|其[他它])(?:的|申请|案件|件|\d+件)*(?=均|全部|都|一律|悉数)/u;

/** A claim on the rest: the cells of what the sentence tells apart are not meant. Nothing if it tells what is none of the tables'. */
function ofTheRest(
  claim: StatedClaim,
  said: string,
  told: readonly Told[],
  number: number,
  { from, to }: Pick<Universal, 'from' | 'to'>,
  focus: () => readonly Topic[],
): readonly Universal[] {
  const apart = (bySentence(told)[number] ?? []).filter(({ counted }) => counted.to <= from);
  const isKnown = apart.every(
    ({ subjects, time, isNarrow, kind }) => subjects.length > 0 && time === 'now' && !isNarrow && kind === 'number',
  );
  const isOfTopic = apart.some(({ subjects }) => subjects.some(({ topic }) => topic === claim.topic));
  const isOfAll =
    /除[^。；]*外/u.test(said) || apart.some(({ subjects }) => subjects.some(({ whole }) => whole === 'all'));
  if (!isKnown || !isOfAll || !(isOfTopic || focus().some(({ name }) => name === claim.topic))) return [];
  const known = new Set(apart.flatMap(({ subjects, also }) => [...subjects, ...also].flatMap(({ paths }) => paths)));
  return [{ from, to, claim: { ...claim, zero: claim.zero.filter((path) => !known.has(path)) } }];
}

/** What a clause is about: the last thing that its sentence names before it, or what the sentences before are about. */
function topicsBefore(words: string, focusBefore: () => readonly Topic[], grammar: Grammar): readonly Topic[] {
  const last = lastTopic(words, grammar);
  return last ? [last] : focusBefore();
}

/** More often no sentence says it; for each, what stands before it is looked through. */
const MOST = 20;

function inSentence(
  sentence: Sentence,
  number: number,
  claims: readonly StatedClaim[],
  told: readonly Told[],
  focusBefore: () => readonly Topic[],
  grammar: Grammar,
): readonly Universal[] {
  const found = claims.flatMap((claim) =>
    matchesOf(globally(claim.words), sentence.text)
      .slice(0, MOST)
      .map((match) => ({ claim, match })),
  );
  return found.flatMap(({ claim, match }) => {
    const at = match.index;
    const begins = Math.max(...[...'，；：'].map((mark) => sentence.text.lastIndexOf(mark, at))) + 1;
    const clause = sentence.text.slice(begins, at + match[0].length);
    const focus = () => topicsBefore(sentence.text.slice(0, begins), focusBefore, grammar);
    const target = meant(told, number, sentence.from + begins + 1);
    const place = { from: sentence.from + begins, to: sentence.from + at + match[0].length };
    if (REST.test(clause)) return ofTheRest(claim, sentence.text.slice(0, begins) + clause, told, number, place, focus);
    // Of one thing it need not be said that it is all.
    if (/^已/u.test(match[0]) && (target?.counted.value !== 1 || target.sentence !== number)) return [];
    if (
      EXCEPT.test(clause) ||
      COUNTED.test(sentence.text.slice(at + match[0].length)) ||
      /凡|[^已]的，$/u.test(sentence.text.slice(Math.max(0, begins - 12), begins)) ||
      (DONE.test(clause) && !claim.of.includes('done')) ||
      isOfPart(claim, bySentence(told)[number] ?? [], sentence.from + begins, sentence.from + at) ||
      !isMeant(claim, clause, target, focus, grammar)
    )
      return [];
    return { ...place, claim };
  });
}

/** What the sentences before one are about: the last thing of the tables that they name. It is asked for from first to last, and seldom. */
function lastTopics(sentences: readonly Sentence[], start: Focus, grammar: Grammar) {
  let focus: readonly Topic[] | undefined;
  let passed = 0;
  return (number: number): readonly Topic[] => {
    for (; passed < number; passed++) {
      const topic = lastTopic(sentences[passed]?.text ?? '', grammar);
      if (topic) focus = [topic];
    }
    return focus ?? topicsAt(start, grammar);
  };
}

/** All that a paragraph says of all of a thing. */
export function universalsIn(
  text: string,
  claims: readonly StatedClaim[],
  told: readonly Told[],
  start: Focus,
  grammar: Grammar,
  year: number,
): readonly Universal[] {
  if (!SAYS_OF_ALL.test(text)) return [];
  const sentences = sentencesOf(text);
  const focusBefore = lastTopics(sentences, start, grammar);
  return sentences.flatMap((sentence, i) => {
    if (!SAYS_OF_ALL.test(sentence.text)) return [];
    if (timeAtEnd(sentence.text, year, 'now') !== 'now' || isOtherTime(sentence.text)) return [];
    return inSentence(sentence, i, claims, told, () => focusBefore(i), grammar);
  });
}
