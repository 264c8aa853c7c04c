import type { Told } from '../statements/told.js';
import { failureIn } from './passages.js';
import { type Failure, type Rule, type Subject, verdicts } from './rule.js';
import { deniedNumbers } from './stated.js';
import { type ReadPassage, rangeOf, statements } from './statements.js';
import { countedTwice } from './twice-counted.js';

/** What is done with things: a number with a verb of its own begins another matter. */
const VERBS =
  /办结|答复|办复|收到|受理|回复|举办|召开|开展|组织|编制|编发|印发|发布|推送|公开|制定|接待|制发|废止|转发|参加|参与|培训|解读|征集|整改|检查|点击|浏览|关注|增长|覆盖/gu;
/** What does not belong to the total. */
const APART = /另有|另外|不含|不包括|除|还有|此外|同比/u;
/** Words that say that the listed parts are complete. */
const REST = /其他(?!处理|结果|组织)|其余|其它|剩余/u;

const verbsOf = (words: string): ReadonlySet<string> => new Set(words.match(VERBS) ?? []);

/** A total with its parts, in the plain words of a paragraph. */
interface List {
  readonly total: Told;
  readonly parts: readonly Told[];
  readonly isComplete: boolean;
}

const wordsBefore = (text: string, { begins, counted }: Told): string => text.slice(begins, counted.from);

/** Whether a number is of another thing of the tables than its total. */
const isOther = ({ subjects }: Told, total: Told | undefined): boolean =>
  subjects.length > 0 &&
  total !== undefined &&
  total.subjects.length > 0 &&
  !subjects.some(({ topic }) => total.subjects.some((one) => one.topic === topic));

/** Numbers up to the first that begins another matter, or tells of another kind of parts. */
function ofOneMatter(text: string, parts: readonly Told[], total: Told | undefined): readonly Told[] {
  const known = new Set([
    ...(total ? verbsOf(wordsBefore(text, total)) : []),
    ...verbsOf(wordsBefore(text, parts[0] as Told)),
  ]);
  const isElse = (part: Told, i: number) =>
    APART.test(wordsBefore(text, part)) ||
    isOther(part, total) ||
    (i > 0 && [...verbsOf(wordsBefore(text, part))].some((verb) => !known.has(verb))) ||
    (i > 0 && part.columns.length > 0 !== (parts[0] as Told).columns.length > 0 && part.subjects.length > 0);
  const end = parts.findIndex(isElse);
  return end < 0 ? parts : parts.slice(0, end);
}

/** Whether the words say that the parts are all: 分别, a list in brackets or after a colon, the rest named last. */
function isComplete(text: string, total: Told, parts: readonly Told[]): boolean {
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return false;
  const between = text.slice(total.counted.to, first.counted.from);
  const isBare = /^(?:（|：)/u.test(between) && !/其中|含|包括|如|主要|包含|等/u.test(between);
  return isBare || /分别/u.test(between) || REST.test(wordsBefore(text, last));
}

/** Totals that stand before their parts. */
function listsAfter({ told, words: { text } }: ReadPassage): readonly List[] {
  const byTotal = new Map<Told, Told[]>();
  for (const one of told) {
    if (one.parent === undefined || one.kind === 'change') continue;
    byTotal.set(one.parent, [...(byTotal.get(one.parent) ?? []), one]);
  }
  return [...byTotal].flatMap(([total, all]) => {
    const same = all.filter(({ counted }) => counted.unit === total.counted.unit);
    if (same.length < 2 || total.kind === 'change') return [];
    const parts = ofOneMatter(text, same, total);
    return parts.length < 2
      ? []
      : { total, parts, isComplete: parts.length === same.length && isComplete(text, total, parts) };
  });
}

/** 共, at the beginning of what is said before a number: it adds up what stands before it. */
const ADDED = /^(?:共计?|合计|总计|总共|总数|一共)/u;

/** Totals that stand after their parts: 网站10条、微信20条，共计30条. */
function listsBefore({ told, words: { text } }: ReadPassage): readonly List[] {
  return told.flatMap((total, i) => {
    if (total.parent || total.kind === 'change' || !ADDED.test(wordsBefore(text, total))) return [];
    const before = told.slice(0, i).filter(({ sentence }) => sentence === total.sentence);
    const start = before.findLastIndex(
      ({ counted, parent, kind }) => parent || kind === 'change' || counted.unit !== total.counted.unit,
    );
    const parts = before.slice(start + 1);
    if (parts.length < 2 || start >= 0 || /；/u.test(text.slice(parts[0]?.counted.to, total.counted.from))) return [];
    const known = new Set(parts.flatMap((part) => [...verbsOf(wordsBefore(text, part))]));
    const isNew = [...verbsOf(wordsBefore(text, total))].some((verb) => !known.has(verb));
    const isOne = !isNew && ofOneMatter(text, parts, undefined).length === parts.length;
    return isOne ? { total, parts, isComplete: true } : [];
  });
}

/** Whether some of the first parts are all of it already: then others follow that are parts of something else. */
function addsUp(whole: number, values: readonly number[]): boolean {
  let sum = 0;
  return values.some((value) => {
    sum += value;
    return sum === whole;
  });
}

function isWrong({ total, parts, isComplete: complete }: List): boolean {
  const whole = total.counted.value;
  const sum = parts.reduce((all, { counted }) => all + counted.value, 0);
  if (
    addsUp(
      whole,
      parts.map(({ counted }) => counted.value),
    )
  )
    return complete && sum !== whole;
  const isRough = [total, ...parts].some(({ counted }) => counted.about !== 'exact' || counted.step > 0);
  if (isRough) return sum > whole * 1.1 || (complete && sum < whole * 0.9);
  return sum > whole || (complete && sum !== whole);
}

function failure(read: ReadPassage, { total, parts }: List): Failure {
  const sum = parts.reduce((all, { counted }) => all + counted.value, 0);
  const { value, unit } = total.counted;
  const all = [total, ...parts].map(({ counted }) => counted);
  const at = rangeOf(read, Math.min(...all.map(({ from }) => from)), Math.max(...all.map(({ to }) => to)));
  return failureIn(read.passage, at, {
    message: `分项之和是 ${sum}${unit}，总数写的是 ${value}${unit}`,
    left: String(sum),
    right: String(value),
    difference: String(value - sum),
    expected: String(sum),
  });
}

/** Parts that exceed their total, or do not add up to it although the list is complete. */
function wrongLists(read: ReadPassage, subject: Subject): readonly Failure[] {
  const denied = deniedNumbers(read, subject);
  return [...listsAfter(read), ...listsBefore(read)]
    .filter((list) => isWrong(list) && ![list.total, ...list.parts].some((one) => denied.has(one)))
    .map((list) => failure(read, list));
}

/** Rules that hold figures of a text against each other. */
export const partsRules: readonly Rule[] = [
  {
    code: 'text/parts',
    severity: 'warning',
    formula: '“其中”各分项之和不超过总数，列全时等于总数',
    basis: '《中华人民共和国政府信息公开条例》第六条（准确）',
    hint: '核对分项和总数',
    example: {
      wrong: '公开信息44条，其中规划1条，建设2条，其他38条。',
      right: '公开信息44条，其中规划1条，建设2条，其他41条。',
    },
    check: (subject) => verdicts(statements(subject).flatMap((read) => wrongLists(read, subject))),
  },
  {
    code: 'text/twice',
    severity: 'warning',
    formula: '同一件事前后所写的数字一致',
    basis: '《中华人民共和国政府信息公开条例》第六条（准确）',
    hint: '核对两处，改正错的一处',
    example: { wrong: '政府网站公开信息52条。……政府网站公开信息61条。', right: '政府网站公开信息52条。' },
    check: (subject) => verdicts(countedTwice(subject)),
  },
];
