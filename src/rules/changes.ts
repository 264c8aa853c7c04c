import { matchesOf } from '../characters/matches.js';
import { type Counted, canMean } from '../statements/counted-numbers.js';
import { inItsSentence, before as toldBefore } from '../statements/near-told.js';
import type { Told } from '../statements/told.js';
import { failureIn } from './passages.js';
import { isPercent, percentsIn, percentText, ratiosIn, timesIn } from './percents.js';
import { type Failure, type Rule, type Subject, verdicts } from './rule.js';
import { type ReadPassage, rangeOf, statements } from './statements.js';
import { readingsOf, sumAt } from './table-figures.js';

/** A figure this year and last year. */
interface Pair {
  readonly now: number;
  readonly before: number;
}

const COMPARED = /同比|环比|相比|[比较](?:上|去|\d{4}|同期)/u;
/** More than 从…增至… has: long sentences are not gone through again for each of their percentages. */
const LONGEST_CHANGE = 128;
const UP = /增|升|提高|上涨|多/u;
const DOWN = /减|降|回落|少|低/u;

/** Whether words say that something grew; undefined if they say both or neither. */
function isGrowth(words: string): boolean | undefined {
  const [up, down] = [UP.test(words.replace(/减[^，]{0,2}幅|增减/gu, '')), DOWN.test(words)];
  return up === down ? undefined : up;
}

/** What a number is this year and was last year, by both reports, and by what the sentence says. */
function pairsOf(told: Told, others: readonly Told[], { report, previous }: Subject): readonly Pair[] {
  const { value, unit } = told.counted;
  const then = others.filter(
    ({ time, counted, kind }) => time === 'then' && kind === 'number' && counted.unit === unit,
  );
  const changes = others.filter(
    ({ kind, counted, subjects }) => kind === 'change' && counted.unit === unit && subjects.length === 0,
  );
  const formers = [
    ...then.map(({ counted }) => counted.value),
    ...changes.flatMap(({ counted }) => [value - counted.value, value + counted.value]),
  ];
  const inText = told.kind === 'number' ? formers.map((former) => ({ now: value, before: former })) : [];
  if (previous === undefined || told.subjects.length === 0 || told.isNarrow) return inText;
  const inTables = readingsOf(told).flatMap((paths) => {
    const [now, before] = [sumAt(report, paths), sumAt(previous.report, paths)];
    return now === undefined || before === undefined ? [] : { now, before };
  });
  const agreeing = inTables.filter(({ now }) => told.kind === 'change' || canMean(told.counted, now));
  return [...inText, ...(agreeing.length > 0 ? agreeing : inTables)];
}

const isComparable = ({ kind, time, counted }: Told): boolean =>
  kind === 'number' && time === 'now' && counted.about === 'exact';

/** What stands behind the last number of a bracket. */
const ENDS_BRACKET = /^[^（]*）/u;

/** The number that a comparison is about: the last one before it in its sentence that is this year's, and stands in no bracket that is closed. */
const compared = (before: readonly Told[], { words: { text } }: ReadPassage, at: number): Told | undefined =>
  before.findLast((one) => isComparable(one) && !(one.parent && ENDS_BRACKET.test(text.slice(one.counted.to, at))));

/** Whether words name nothing of their own that is compared: 访问量增长 is not said of what was published. */
const isBare = (words: string): boolean =>
  /^(?:[、，（◇]|申请|受理|收到|新收|公开|发布|信息|政府|主动|依|件|办[件理]|总?[量数]|总体|整体|全年|本年度?|今年|\d{4}年度?|共|均|又|也|还|再|相?[比较与同和]|环比|[上去前]一?年度?|年度?|同期|的|有所|下?上?有|略|大幅|明显|分别|这一?数[字据]|由|从|\d+(?:件|条|起|份|个|次|期|篇)|至|到)*$/u.test(
    words.replace(
      /(?:增[长加多幅]|减[少幅]|上升|下降|降[低幅]|提高|[增减降升升多少]|净|幅度|约|近|超过?|了|达到?|为|翻).*$/u,
      '',
    ),
  );

function wrongDifferences(read: ReadPassage, subject: Subject): readonly Failure[] {
  const { told, words } = read;
  return told.flatMap((one) => {
    const { counted, begins } = one;
    const said = words.text.slice(begins, counted.from);
    if (one.kind !== 'change' || one.time === 'other' || counted.about !== 'exact') return [];
    const inSentence = inItsSentence(told, one).filter(({ counted: other }) => other.unit === counted.unit);
    const before = inSentence.filter((other) => other.counted.to <= counted.from);
    const target = compared(before, read, begins) ?? (one.subjects.length > 0 ? one : undefined);
    const grown = isGrowth(said);
    const isOfOther = one.subjects.length === 0 && !isBare(said);
    if (target === undefined || grown === undefined || one.parent || isOfOther) return [];
    const formers = inSentence.filter(({ kind, time }) => kind === 'number' && time === 'then');
    const others = before.filter((other) => other !== target && isComparable(other));
    // What is compared may stand before the last number: 新收18件，共19件，比上年的17件增加1件.
    const pairs = [target, ...others].flatMap((it) => pairsOf(it, formers, subject));
    const isRight = ({ now, before }: Pair) => now - before === (grown ? counted.value : -counted.value);
    const [first] = pairs;
    if (first === undefined || pairs.some(isRight)) return [];
    const at = rangeOf(read, begins, counted.to);
    return read.passage.isTyped(...at)
      ? failureIn('text/change', read.passage, at, {
          cause: 'difference',
          ...first,
          wanted: String(first.now - first.before),
        })
      : [];
  });
}

/** 收到12件，比2023年的10件增加2件: last year's number is of what the number before it is. */
function subjectOfFormer(told: Told, before: Told | undefined, { words }: ReadPassage): Told {
  const said = words.text.slice(Math.max(0, told.counted.from - 16), told.counted.from);
  const isNamed = /（(?:去年|上一?年度?|\d{4}年度?)(?:同期)?[为是有]?$/u.test(said);
  const isBracketed = isNamed || said.endsWith('（');
  const isBare = isNamed || /(?:^|[，。；])(?:比|较|与|同)(?:去年|上一?年度?|\d{4}年度?)(?:同期)?的?（?$/u.test(said);
  if (!isBare || (told.subjects.length > 0 && !isBracketed) || before?.sentence !== told.sentence) return told;
  const isLike = before.time === 'now' && before.kind === 'number' && before.counted.unit === told.counted.unit;
  return isLike ? { ...before, counted: told.counted, time: told.time } : told;
}

/** What a text says of last year although last year's report has another figure. */
function wrongFormer(read: ReadPassage, { previous }: Subject): readonly Failure[] {
  if (previous === undefined) return [];
  return read.told.flatMap((one, i) => {
    const told = subjectOfFormer(one, read.told[i - 1], read);
    const { counted, time, kind, subjects, isNarrow } = told;
    if (time !== 'then' || kind === 'change' || subjects.length === 0 || isNarrow || told.parent) return [];
    const data = readingsOf(told).map((paths) => sumAt(previous.report, paths));
    const [first] = data;
    if (first === undefined || data.some((value) => value !== undefined && canMean(counted, value))) return [];
    const at = rangeOf(read, counted.from, counted.to);
    return read.passage.isTyped(...at)
      ? failureIn('text/change', read.passage, at, {
          cause: 'former',
          given: read.passage.text.slice(...at),
          data: first,
        })
      : [];
  });
}

/** The words of a clause from its last number on; a year counts nothing: 较2023年增长. */
function lastWords(words: string): string {
  const compared = words.replace(/(?<!\d)\d{4}年度?/gu, '上年');
  return /[^，；：（）。]*$/u.exec(compared.slice(compared.search(/(?:\d[^\d]{1,3})?[^\d]*$/u)))?.[0] ?? '';
}

/** What stands between a percentage and last year's number behind it: 增长15%（上年为280条）, 增长1.5倍，2023年为25件. */
const BEHIND = /^(?:（[^，。；（）]*|，(?:去年|上一?年度?|\d{4}年度?)(?:同期)?(?:共|为|是|有|收到|受理)*)$/u;

function wrongPercents(read: ReadPassage, subject: Subject): readonly Failure[] {
  return [...percentsIn(read), ...timesIn(read)].flatMap(({ counted, words, sentence, before }) => {
    const grown = isGrowth(words);
    if (grown === undefined) return [];
    const isCompared =
      COMPARED.test(words) ||
      (COMPARED.test(sentence.slice(-30)) && /^(?:增|减|上|下|升|降)/u.test(words)) ||
      /[由从].{2,30}[增升降减].{0,2}[至到].{2,14}$/u.test(sentence.slice(-LONGEST_CHANGE));
    const target =
      compared(before, read, counted.from) ??
      before.findLast(({ kind, subjects }) => kind === 'change' && subjects.length > 0);
    if (!isCompared || target === undefined || target.parent?.kind === 'change') return [];
    // 同比分别增长9.4%、下降20%: each is of another number.
    if (/分别/u.test(words) || !isBare(lastWords(words))) return [];
    const behind = inItsSentence(read.told, target).filter(
      (one) =>
        one.time === 'then' &&
        one.counted.from > counted.to &&
        BEHIND.test(read.words.text.slice(counted.to, one.counted.from)),
    );
    const pairs = pairsOf(target, [...before, ...behind], subject).filter(({ before: former }) => former > 0);
    const [first] = pairs;
    const change = ({ now, before }: Pair) => ((now - before) / before) * 100;
    const isRight = (pair: Pair) => isPercent(counted, grown ? change(pair) : -change(pair));
    if (first === undefined || pairs.some(isRight)) return [];
    const at = rangeOf(read, counted.from - words.length, counted.to);
    return read.passage.isTyped(...at)
      ? failureIn('text/change', read.passage, at, {
          cause: 'difference',
          ...first,
          wanted: changeText(change(first), counted),
        })
      : [];
  });
}

/** That something is more or less than last year, without a number: 比上年有所增加. */
const DIRECTION =
  /(?<=^|[，；、（])(?:同比|环比|[比较与同](?:去年|上一?年度?|\d{4}年度?)(?:同期)?(?:相比)?，?)(?:总体|整体|也|均|又|有所|有较大幅度|有较大|有明显|大幅度?|明显|显著|略有?|稍有|小幅|持续)*(?:增加|增长|增多|上升|减少|下降|降低|回落|持平|相同|一致)(?=[，。；）]|$)/gu;

/** How much of last year's figure a difference may be that is called none. */
const LEVEL = 0.1;

/** What became of last year's number, in words. */
const directionOf = ({ now, before }: Pair): string =>
  now === before ? '持平' : now > before ? `增加${now - before}` : `减少${before - now}`;

/** Directions that neither year's figures have. */
function wrongDirections(read: ReadPassage, subject: Subject): readonly Failure[] {
  const { told, words } = read;
  if (!/同比|环比|[比较与同](?:去年|上|\d{4})/u.test(words.text)) return [];
  return matchesOf(DIRECTION, words.text).flatMap(({ 0: said, index }) => {
    const near = toldBefore(told, index).at(-1);
    const isNext = near && /^[，；、（]?$/u.test(words.text.slice(near.counted.to, index)) && isComparable(near);
    const isSame = /持平|相同|一致/u.test(said);
    const grown = isGrowth(said);
    if (!isNext || near.parent || (grown === undefined && !isSame)) return [];
    const pairs = pairsOf(near, [], subject);
    const [first] = pairs;
    const at = rangeOf(read, index, index + said.length);
    const isRight = ({ now, before }: Pair) =>
      isSame ? Math.abs(now - before) <= before * LEVEL : grown ? now > before : now < before;
    if (first === undefined || pairs.some(isRight)) return [];
    return read.passage.isTyped(...at)
      ? failureIn('text/change', read.passage, at, {
          cause: 'difference',
          ...first,
          wanted: directionOf(first),
        })
      : [];
  });
}

/** How many times last year's figure this year's is: 是上年的2.5倍. */
const MULTIPLE =
  /(?:为|是|达到?|相当于)了?(?:去年|上一?年度?|\d{4}年度?)(?:同期)?(?:总量|数量|全年|的?\d+[件条起份个])?的(?=[\d.]+倍)/u;

/** How far a whole number of times may be from what it is. */
const ROUND = 0.6;

function wrongMultiples(read: ReadPassage, subject: Subject): readonly Failure[] {
  return ratiosIn(read, '倍').flatMap(({ counted, words, before }) => {
    if (!MULTIPLE.test(`${words}${counted.value}倍`)) return [];
    const target = before.findLast(isComparable);
    const since = before.filter((one) => target !== undefined && one.counted.from > target.counted.from);
    const pairs = target && !target.parent ? pairsOf(target, since, subject).filter((pair) => pair.before > 0) : [];
    const [first] = pairs;
    const room = (counted.step || ROUND) * (counted.about === 'exact' ? 1.0001 : 3);
    if (first === undefined || pairs.some((pair) => Math.abs(pair.now / pair.before - counted.value) < room)) return [];
    const at = rangeOf(read, counted.from - words.length, counted.to);
    return read.passage.isTyped(...at)
      ? failureIn('text/change', read.passage, at, {
          cause: 'difference',
          ...first,
          wanted: `${(first.now / first.before).toFixed(1)}倍`,
        })
      : [];
  });
}

const changeText = (exact: number, counted: Counted): string =>
  counted.unit === '倍' ? `${(exact / 100).toFixed(1)}倍` : percentText(exact, counted);

/** What is said to have grown or fallen did, by as much. */
export const changeRules: readonly Rule[] = [
  {
    code: 'text/change',
    severity: 'warning',
    formula: '与上年相比增减的数量、幅度与两年的数字相符',
    basis: '《中华人民共和国政府信息公开条例》第六条（准确）',
    hint: '核对本年和上年的数字，重新计算',
    example: { wrong: '收到申请12件，上年为10件，增长25%。', right: '收到申请12件，上年为10件，增长20%。' },
    check: (subject) =>
      verdicts(
        statements(subject).flatMap((read) => [
          ...wrongFormer(read, subject),
          ...wrongDifferences(read, subject),
          ...wrongPercents(read, subject),
          ...wrongDirections(read, subject),
          ...wrongMultiples(read, subject),
        ]),
      ),
  },
];
