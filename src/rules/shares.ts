import type { StatedRate } from '../form/figure-words.js';
import { once } from '../memo/once.js';
import { findSubjects } from '../statements/find-subjects.js';
import { focusOn } from '../statements/focus.js';
import { grammarOf, thingsIn } from '../statements/grammar.js';
import { clauseStart } from '../statements/sentences.js';
import { isChange, timeAtEnd } from '../statements/times.js';
import type { Told } from '../statements/told.js';
import { failureIn } from './passages.js';
import { isPercent, type Percent, percentsIn, percentText } from './percents.js';
import { type Failure, type Rule, type Subject, verdicts } from './rule.js';
import { type ReadPassage, rangeOf, statements } from './statements.js';
import { cellsOf, sumAt } from './table-figures.js';

const SHARE = /占(?!地|用)[^占]{0,14}$|比例(?:为|达到?|是)?$/u;
/** Bases that are neither in the sentence nor in the tables. */
const OTHER_BASE = /占(?:全[市县省国区]|网站|所有(?!申请)|发布|公开|主动)/u;
/** Several at once. */
const SEVERAL = /分别|各占/u;
/** What stands between a rate and its number. */
const IS = '(?:均|都|已|也)*(?:达到?了?|为|是|保持在?|：)?(?:了)?$';

/** What is all but for some of it is no whole that shares are told of. */
const isLess = (paths: readonly string[]): boolean => paths.some((path) => path.startsWith('-'));

/** The wholes of a topic in the tables, in every reading. */
function wholesOf(
  { subjects }: Pick<Told, 'subjects'>,
  { form, report }: Pick<Subject, 'form' | 'report'>,
): readonly number[] {
  const topics = new Set(subjects.map(({ topic }) => topic));
  const wholes = form.stated.flatMap((figure) =>
    'topic' in figure && topics.has(figure.topic) && figure.whole ? figure : [],
  );
  return wholes.flatMap(({ paths, or = [] }) =>
    [paths, ...or].flatMap((one) => (isLess(one) ? [] : (sumAt(report, one) ?? []))),
  );
}

/** The parts whose share a percentage can be: the number before it, or with 合计 several. */
function partsOf({ before, words, sentence }: Percent): readonly number[] {
  const most = /合计|共|两[项类者]|二者|三[项类者]/u.test(words + sentence.slice(-12)) ? before.length : 1;
  const sums: number[] = [];
  for (const { counted } of before.slice(-most).toReversed()) sums.push((sums.at(-1) ?? 0) + counted.value);
  return sums;
}

/** 网上提交51件…，网上申请占65.4%: the part is a number of the sentence, named again by the first two characters of its words. */
function wrongAgain(own: string, percent: Percent): number | undefined {
  const { before, counted } = percent;
  const name = own.replace(/^其中|^，/gu, '').slice(0, 2);
  const named = before.filter((one) =>
    wordsBefore(percent, one)
      .replace(/^[，、]/u, '')
      .startsWith(name),
  );
  const [part] = named;
  if (name.length < 2 || part === undefined || named.length > 1 || part.kind !== 'number' || !part.parent)
    return undefined;
  const alike = before.filter(
    ({ counted: { unit, about, step } }) => unit === part.counted.unit && about === 'exact' && step === 0,
  );
  const siblings = alike.filter(({ parent }) => parent === part.parent);
  const sum = siblings.reduce((all, one) => all + one.counted.value, 0);
  const wholes = [...alike.map((one) => one.counted.value), sum];
  const isExact = part.counted.about === 'exact' && part.counted.step === 0;
  const isRight = wholes.some((whole) => isPercent(counted, (part.counted.value / whole) * 100));
  return isRight || !isExact ? undefined : (part.counted.value / part.parent.counted.value) * 100;
}

/** 自然人申请占97.6%: the part is named, and the tables have it. */
function wrongNamedShare(own: string, percent: Percent, { form, report }: Subject): number | undefined {
  const { counted, sentence } = percent;
  const grammar = grammarOf(form);
  const { subjects } = findSubjects({ before: own, after: '', back: '' }, focusOn([]), grammar);
  const [part] = subjects;
  const value = part && sumAt(report, cellsOf(part));
  if (part === undefined) return wrongAgain(own, percent);
  if (value === undefined || subjects.length > 1 || part.whole) return undefined;
  if (thingsIn(sentence, grammar).some(({ topic }) => topic === undefined)) return undefined;
  const wholes = wholesOf({ subjects }, { form, report });
  const [first] = wholes;
  const isRight = wholes.some((whole) => isPercent(counted, (value / whole) * 100));
  return isRight || !first ? undefined : (value / first) * 100;
}

function wrongShare(percent: Percent, subject: Subject): number | undefined {
  const { before, earlier, counted, words, sentence, after } = percent;
  const own = words.replace(/(?:合计|共计|共|两[项类者]|二者|约|仅|又|也|，)*占.*$/u, '');
  if (!/^(?:合计|共计|共|约|仅|比例)*$/u.test(own)) return wrongNamedShare(own, percent, subject);
  // 占办结总数358件的59.2%: what stands behind 占 is the whole.
  const isOfNumber = /占[^占]*\d/u.test(words);
  const part = before.at(isOfNumber ? -2 : -1);
  // 占16%和4%: of several in their order.
  const isOfSeveral = words.includes('%') || /^[、和及]\d/u.test(after) || SEVERAL.test(words);
  if (part === undefined || isOfSeveral || OTHER_BASE.test(words) || part.kind === 'change') return undefined;
  const gap = sentence.length - (sentence.lastIndexOf('，', sentence.length - words.length - 2) + 1);
  const isNear = gap < 40 && part.counted.about === 'exact';
  const isKnown =
    isOfNumber ||
    part.parent !== undefined ||
    (part.subjects.length > 0 && !part.subjects.some(({ whole }) => whole === 'all'));
  if (!isNear || !isKnown || part.counted.step > 0) return undefined;
  const wholes = (isOfNumber ? before.slice(-1) : [...before.slice(0, -1), ...earlier]).map((one) => one.counted.value);
  const all = [...wholes, ...(isOfNumber ? [] : wholesOf(part, subject))].filter((whole) => whole > 0);
  const shares = partsOf(isOfNumber ? { ...percent, before: before.slice(0, -1) } : percent).flatMap((value) =>
    all.map((whole) => (value / whole) * 100),
  );
  const main = part.parent?.counted.value ?? all.at(0);
  const whole = isOfNumber ? all[0] : main;
  return shares.some((share) => isPercent(counted, share)) || !whole ? undefined : (part.counted.value / whole) * 100;
}

/** The name of a rate at its number. */
const patternOf = once(({ words }: StatedRate) => new RegExp(`(?:${words.source})${IS}`, 'u'));

/** The rate as the tables have it, if the text has another. */
function wrongRate(percent: Percent, { report, form }: Subject): number | undefined {
  const { words, counted, sentence, before, earlier } = percent;
  const rate = form.rates?.find((one) => patternOf(one).test(words));
  if (rate === undefined) return wrongOwnRate(percent);
  const named = thingsIn(sentence, grammarOf(form))
    .filter(({ topic, isStrong }) => topic || isStrong)
    .at(-1);
  const last = (before.at(-1) ?? earlier.at(-1))?.subjects[0]?.topic;
  const topic = named ? named.topic?.name : last;
  if (topic !== rate.topic) return wrongOwnRate(percent);
  if (timeAtEnd(sentence, report.year, 'now') !== 'now' || isOwnRate(percent)) return undefined;
  const values = rate.of.flatMap(({ part, whole }) => {
    const [a, b] = [sumAt(report, part), sumAt(report, whole)];
    return a === undefined || b === undefined || b === 0 ? [] : (a / b) * 100;
  });
  const [first] = values;
  return values.some((value) => isPercent({ ...counted, step: counted.value === 100 ? 0.01 : counted.step }, value))
    ? undefined
    : first;
}

/** Whether a rate is that of the two numbers before it: what is wrong of those is told there. */
function isOwnRate({ before, counted }: Percent): boolean {
  const [whole, part] = before.slice(-2).map((one) => one.counted.value);
  return counted.value < 100 && whole !== undefined && part !== undefined && isPercent(counted, (part / whole) * 100);
}

/** Rates of what is done, which never are more than all. */
const OF_ALL = new RegExp(
  `(?:办结|办复|答复|回复|公开|解读|覆盖|满意|准确|及时|完成|整改|达标|合格|通过|参与|知晓|回收|受理|报备|更新|化解|采纳)率${IS}`,
  'u',
);

/** Rates whose part is what the number before them counts: 退回87篇，退稿率; not those of what is left. */
const NAMED_RATE = new RegExp(`^(?:有效|问卷|稿件|问题|建议|总体)*([\\p{Script=Han}]{2,4})率${IS}`, 'u');

/** The words of a number before a percentage, as far as they stand in its sentence. */
function wordsBefore({ sentence, counted }: Percent, told: Told): string {
  const start = counted.from - sentence.length;
  return sentence.slice(Math.max(0, told.begins - start), Math.max(0, told.counted.from - start));
}

/** 涉及问题32个，整改30个，整改率93.8%: a rate of two numbers of the sentence, by a character of the words of the second. */
function wrongOwnRate(percent: Percent): number | undefined {
  const { words, counted, before, sentence } = percent;
  if (counted.value > 100 && OF_ALL.test(words)) return 100;
  const [, verb = ''] = NAMED_RATE.exec(words) ?? [];
  const [whole, part] = before.slice(-2);
  if (verb === '' || !whole || !part || whole.counted.unit !== part.counted.unit || whole.sentence !== part.sentence)
    return undefined;
  const said = sentence.slice(0, sentence.length - words.length);
  const clause = said.slice(clauseStart(said, said.length - 1), -1);
  const isNamed =
    clause.includes(verb) ||
    (verb.length === 2 && [...verb].every((one) => clause.includes(one))) ||
    (counted.value < 100 && clause.startsWith(verb[0] ?? ''));
  // 同意公开38件、部分公开12件，公开率60.2%: both are parts of what the rate is of.
  if (wordsBefore(percent, whole).includes(verb)) return undefined;
  const isLess = [whole, part].every(({ counted: { about, step } }) => about === 'exact' && step === 0);
  if (!isNamed || !isLess || part.counted.value > whole.counted.value || !/\d/u.test(clause)) return undefined;
  const shares = before
    .filter(({ counted: { unit, value } }) => unit === part.counted.unit && value > 0)
    .map((one) => (part.counted.value / one.counted.value) * 100);
  const isRight = shares.some((share) => isPercent(counted, share) || isPercent(counted, 100 - share));
  return isRight ? undefined : (part.counted.value / whole.counted.value) * 100;
}

/** 90件，占60%；45件，占30%；15件，占12%: the one that is no share of the sum of which all the others are. */
function oddShares(percents: readonly Percent[]): ReadonlyMap<Percent, number> {
  const pairs = percents.flatMap((percent) => {
    const { before, counted, words } = percent;
    const part = before.at(-1)?.counted;
    const isBare = /^占?(?:比(?:为|是|达)?)?(?:总数的?|总量的?|全部申请的?)?$/u.test(words);
    return part && isBare && counted.from - part.to < 12 && part.about === 'exact' && part.step === 0
      ? { percent, value: part.value, unit: part.unit }
      : [];
  });
  const whole = pairs.reduce((sum, { value }) => sum + value, 0);
  const isOf = (pair: (typeof pairs)[number]) => isPercent(pair.percent.counted, (pair.value / whole) * 100);
  const odd = pairs.filter((pair) => !isOf(pair));
  const isClear = pairs.length >= 3 && odd.length === 1 && pairs.every(({ unit }) => unit === pairs[0]?.unit);
  return new Map(isClear ? odd.map(({ percent, value }) => [percent, (value / whole) * 100]) : []);
}

function wrongPercents(read: ReadPassage, subject: Subject): readonly Failure[] {
  const percents = percentsIn(read);
  const odd = oddShares(percents.filter(({ words }) => SHARE.test(words) && !isChange(words)));
  return percents.flatMap((percent) => {
    const { words, counted } = percent;
    const at = rangeOf(read, counted.from - words.length, counted.to);
    if (!read.passage.isTyped(...at)) return [];
    const isShare = SHARE.test(words) && !isChange(words);
    const exact = isShare ? (odd.get(percent) ?? wrongShare(percent, subject)) : wrongRate(percent, subject);
    if (exact === undefined) return [];
    const [right, typed] = [
      percentText(exact, counted),
      read.passage.text.slice(...rangeOf(read, counted.from, counted.to)),
    ];
    return failureIn('text/share', read.passage, at, { given: typed, wanted: right });
  });
}

/** Percentages follow from the figures that they are shares of. */
export const shareRules: readonly Rule[] = [
  {
    code: 'text/share',
    severity: 'warning',
    formula: '百分比与表格、与同句的数字相符',
    basis: '《中华人民共和国政府信息公开条例》第六条（准确）',
    hint: '重新计算百分比，按所写的小数位数取舍',
    example: { wrong: '办结11件，其中予以公开8件，占82.7%。', right: '办结11件，其中予以公开8件，占72.7%。' },
    check: (subject) => verdicts(statements(subject).flatMap((read) => wrongPercents(read, subject))),
  },
];
