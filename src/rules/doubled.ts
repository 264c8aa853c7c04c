import { matchesOf } from '../characters/matches.js';
import { mayDouble, placesIn } from './doubled-places.js';
import { DOUBLED } from './doubled-words.js';
import { isRow } from './page-lines.js';
import { allTexts, failureIn, hasSign, type Passage, passages } from './passages.js';
import { type Failure, type Rule, type Subject, verdicts } from './rule.js';

/** What offices are called, which may meet the name of an office that they have: 县政府办公室办公室主任. */
const OFFICES = /办公室|委员会|领导小组|指挥部|管委会|办事处|服务中心|[县市区]政府|人民政府/u;

/** A sentence must have this many characters to be a repetition when it comes again. */
const LONG_ENOUGH = 12;

/** The doubled words of a text, in order. The pattern, which has hundreds of words, is only tried where one may begin. */
function doublesIn(text: string): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  const places = placesIn(text);
  for (let at = places.indexOf(1); at >= 0; at = places.indexOf(1, Math.max(at + 1, DOUBLED.lastIndex))) {
    DOUBLED.lastIndex = at;
    const match = DOUBLED.exec(text);
    if (match) found.push(match);
  }
  return found;
}

/** Words of the lexicon that stand twice, and any that are too long to be twice by right. */
function doubledWords(passage: Passage): readonly Failure[] {
  return doublesIn(passage.text).flatMap(({ 0: found, 1: long, index }) => {
    if (long !== undefined && (OFFICES.test(long) || new Set(long).size === 1)) return [];
    const half = found.length % 2 === 0 ? found.slice(0, found.length / 2) : found.slice(-1);
    const isWhole = half + half === found;
    const right = isWhole ? half : found.slice(0, -1);
    return [
      failureIn('text/doubled', passage, [index, index + found.length], { cause: 'words', given: half, wanted: right }),
    ];
  });
}

/** A unit typed twice behind its number. */
const UNIT_AGAIN =
  /\d余?(条条|件件|篇篇|次次|份份|期期|个个(?![人部])|人人(?!次)|项项|场场|起起|元元|万万|人次人次|人次次)/gu;

/** A clause of at least this many characters is one that stands there by mistake when it comes again at once. */
const CLAUSE = 4;

/** From how many characters on a clause says the same again when it comes again in its sentence. */
const LONG_CLAUSE = 9;

/** Whether a clause comes again in some text, so that it is worth looking where: at once, or anywhere if it is long. */
function clausesTwice(text: string): { readonly again: boolean; readonly long: boolean } {
  const seen = new Set<string>();
  let [before, again, long] = ['', false, false];
  for (const said of text.split(/[，。；：！？]+/u)) {
    again ||= said.length >= CLAUSE && before.endsWith(said);
    before = said;
    if (said.length < LONG_CLAUSE) continue;
    long ||= seen.has(said);
    seen.add(said);
  }
  return { again, long };
}

/** Clauses that say again what the one before them ends with. */
function clausesAgain(passage: Passage): readonly Failure[] {
  const clauses = matchesOf(/([^，。；：！？]+)([，。；：！？]?)/gu, passage.text);
  return clauses.flatMap(({ 0: found, 1: said = '', index }, i) => {
    const [, before = '', mark = ''] = clauses[i - 1] ?? [];
    const isSentence = said.length >= LONG_ENOUGH && /[。；]/u.test(mark) && said === before;
    if (said.length < CLAUSE || !before.endsWith(said) || mark === '：' || mark === '' || isSentence) return [];
    const at = [index - mark.length - said.length, index + found.length] as const;
    return failureIn('text/doubled', passage, at, { cause: 'words', given: said, wanted: said });
  });
}

/** A clause that its own sentence has already had, further before: 加强审核，…，加强审核. */
function clausesInSentence(passage: Passage): readonly Failure[] {
  return matchesOf(/[^。；！？]{24,}/gu, passage.text).flatMap(({ 0: sentence, index: start }) => {
    // Three clauses at least, the first and the last of them the same.
    if (sentence.indexOf('，', sentence.indexOf('，') + 1) < 0) return [];
    const seen = new Map<string, number>();
    return matchesOf(/[^，：]+/gu, sentence).flatMap(({ 0: clause, index }, i) => {
      const before = seen.get(clause);
      seen.set(clause, i);
      if (clause.length < LONG_CLAUSE || before === undefined || before === i - 1) return [];
      const at = [start + index, start + index + clause.length] as const;
      return failureIn('text/doubled', passage, at, { cause: 'clause', given: clause });
    });
  });
}

/** 收到件30件: the unit before its number and behind it. */
const UNIT_BEFORE = /(?=[件条篇份次期]\d)(?<=收到|受理|办结|新收|接收|接到|答复|申请)(件|条|篇|份|次|期)\d[\d,]*\1/gu;

const unitsBefore = (passage: Passage): readonly Failure[] =>
  matchesOf(UNIT_BEFORE, passage.text).map(({ 0: found, 1: unit = '', index }) =>
    failureIn('text/doubled', passage, [index, index + found.length], {
      cause: 'words',
      given: unit,
      wanted: found.slice(unit.length),
    }),
  );

const unitsAgain = (passage: Passage): readonly Failure[] =>
  matchesOf(UNIT_AGAIN, passage.text).map(({ 0: found, 1: unit = '', index }) => {
    const at = [index + found.length - unit.length, index + found.length] as const;
    const once = unit === '人次次' ? '人次' : unit.slice(0, unit.length / 2);
    return failureIn('text/doubled', passage, at, { cause: 'words', given: once, wanted: once });
  });

/** What is looked for before: two marks. */
const MARKS = /[，、；：。？！,][，、；：。？！]/u;
/** Marks that follow each other although only one can be meant. Dots and dashes come in pairs. */
const CLASHING = /[，、；：。？！,][，、；：。]+|[，、；：][？！]/gu;

const clashing = (passage: Passage): readonly Failure[] =>
  matchesOf(CLASHING, passage.text).flatMap(({ 0: found, index }) =>
    /^[？！]。?$/u.test(found)
      ? []
      : [failureIn('text/doubled', passage, [index, index + found.length], { cause: 'marks', given: found })],
  );

const SENTENCE = /[^。！？；]{12,}/gu;
/** Its number, and what stands between its words. */
const BETWEEN = /^\s*(?:[一二三四五六七八九十]是|（[一二三四五六七八九十]+）|\d{1,2}[.．、])|[\s，、：“”（）《》]+/gu;

/** What a number before a sentence is of, and is not compared. */
const OF_NUMBERS = new Set([...'一二三四五六七八九十是'].map((one) => one.charCodeAt(0)));

/** Chinese characters stand between marks and marks of full width. */
const [BEHIND_MARKS, BEFORE_MARKS] = [0x3400, 0xfe00];

/** How many Chinese characters the ends of sentences are told apart by. */
const END = 10;

/** The last Chinese characters of a sentence as one number: the same for all that say the same. */
function endOf(sentence: string): number {
  let [hash, left] = [0, END];
  for (let i = sentence.length - 1; i >= 0 && left > 0; i--) {
    const code = sentence.charCodeAt(i);
    if (code < BEHIND_MARKS || code >= BEFORE_MARKS || OF_NUMBERS.has(code)) continue;
    hash = (hash * 31 + code) | 0;
    left -= 1;
  }
  return hash;
}

/** Whether any two sentences of a report may say the same: they end alike. */
function mayRepeat(subject: Subject): boolean {
  const sentences = allTexts(subject).split(/[。！？；\n]/u);
  const ends = sentences.flatMap((sentence) => (sentence.length < LONG_ENOUGH ? [] : endOf(sentence)));
  return new Set(ends).size < ends.length;
}

/** Sentences that the text of a part has already had. What they say is compared without white space, marks and their numbers. */
function repeatedSentences(subject: Subject): readonly Failure[] {
  if (!mayRepeat(subject)) return [];
  const failures: Failure[] = [];
  const seen = new Map<string, Set<string>>();
  for (const passage of passages(subject)) {
    if (!passage.isBody || isRow(passage.text)) continue;
    const before = seen.get(passage.part) ?? new Set<string>();
    seen.set(passage.part, before);
    for (const { 0: text, index } of matchesOf(SENTENCE, passage.text)) {
      const said = text.replace(BETWEEN, '');
      if (said.length < LONG_ENOUGH) continue;
      // The stop belongs to the sentence.
      const to = Math.min(passage.text.length, index + text.length + 1);
      if (before.has(said)) failures.push(failureIn('text/doubled', passage, [index, to], { cause: 'sentence' }));
      before.add(said);
    }
  }
  return failures;
}

/** Clauses that a paragraph has twice. */
function doubledClauses(passage: Passage): readonly Failure[] {
  const { again, long } = clausesTwice(passage.text);
  return [...(again ? clausesAgain(passage) : []), ...(long ? clausesInSentence(passage) : [])];
}

/** A way in which a paragraph says something twice, and whether any paragraph of a report may. */
interface Way {
  readonly isPossible: (subject: Subject) => boolean;
  readonly find: (passage: Passage) => readonly Failure[];
}

const WAYS: readonly Way[] = [
  {
    isPossible: (subject) => mayDouble(allTexts(subject)) && placesIn(allTexts(subject)).includes(1),
    find: doubledWords,
  },
  { isPossible: (subject) => hasSign(subject, MARKS), find: clashing },
  { isPossible: () => true, find: doubledClauses },
  { isPossible: (subject) => hasSign(subject, UNIT_AGAIN), find: unitsAgain },
  { isPossible: (subject) => hasSign(subject, UNIT_BEFORE), find: unitsBefore },
];

/** All that the paragraphs of a report say twice, each within itself. */
function doubledIn(subject: Subject): readonly Failure[] {
  const ways = WAYS.filter(({ isPossible }) => isPossible(subject));
  return passages(subject).flatMap((passage) => ways.flatMap(({ find }) => find(passage)));
}

/** Rules on what is said twice by mistake. */
export const doubledRules: readonly Rule[] = [
  {
    code: 'text/doubled',
    severity: 'warning',
    formula: '同一个词、同一句话、同一个标点不误写两遍',
    basis: '《党政机关公文处理工作条例》第十九条（表述准确，文字精练）',
    hint: '删去多余的一遍',
    example: { wrong: '主要存在在公开不够及时等方面。', right: '主要存在公开不够及时等方面的问题。' },
    check: (subject) => verdicts([...doubledIn(subject), ...repeatedSentences(subject)]),
  },
];
