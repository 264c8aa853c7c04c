import type { PassageFacts } from '../diagnostics/catalogue/passage-facts.js';
import { formShape } from '../report/form-shape.js';
import { denialsIn } from '../statements/denials.js';
import { saidOf } from '../statements/find-subjects.js';
import { clauseStart } from '../statements/sentences.js';
import { universalsIn } from '../statements/universals.js';
import { failureIn } from './passages.js';
import { type Failure, type Rule, type Subject, verdicts } from './rule.js';
import { deniedNumbers } from './stated.js';
import { type ReadPassage, rangeOf, statements } from './statements.js';
import { cellsOf, readingsOf, sumAt } from './table-figures.js';

/** How many claims a sentence may have, and how long it may be: more than sentences are. */
const MOST = 20;
const LONGEST = 1000;

/** The name of cells in the form's words, where it is only one. */
function labelOf(paths: readonly string[], { form }: Subject): string {
  const [only] = paths;
  return paths.length === 1 && only !== undefined ? (formShape(form).labels.get(only) ?? only) : '';
}

const isTyped = ({ passage }: ReadPassage, at: readonly [number, number]): boolean => passage.isTyped(...at);

/** A claim that the tables contradict: where it stands, and the cells that do. */
interface Wrong {
  readonly at: readonly [from: number, to: number];
  /** Its sentence, by where that begins. */
  readonly sentence: number;
  readonly paths: readonly string[];
  readonly facts: PassageFacts['text/claim'];
}

const sentenceAt = ({ words }: ReadPassage, at: number): number => clauseStart(words.text, at, at - LONGEST, '。！？');

const withCases =
  ({ report }: Subject) =>
  (path: string): boolean =>
    sumAt(report, [path]) !== 0;

/** What a text says there was none of although the tables have some. */
function denied(read: ReadPassage, subject: Subject): readonly Wrong[] {
  const { words, focus, grammar } = read;
  return denialsIn(words.text, focus, grammar, subject.report.year).flatMap(({ from, to, subjects }) => {
    const at = rangeOf(read, from, to);
    if (!isTyped(read, at)) return [];
    const wrong = subjects.flatMap((one) => {
      const paths = cellsOf(one);
      const data = sumAt(subject.report, paths);
      return data === undefined || data === 0 ? [] : { name: one.name, data, paths };
    });
    if (wrong.length === 0) return [];
    const all = wrong.map(({ name, data }) => ({ name, data }));
    const facts = { cause: 'denied', all } as const;
    const paths = wrong.flatMap((one) => one.paths).filter(withCases(subject));
    return { at, sentence: sentenceAt(read, from), paths, facts };
  });
}

/** Whether one of some spans, in the order in which they begin, lies between two places. */
function hasWithin(
  spans: readonly { readonly from: number; readonly to: number }[],
  from: number,
  to: number,
): boolean {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.from ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  for (let i = low; (spans[i]?.from ?? Number.POSITIVE_INFINITY) <= to; i++) if ((spans[i]?.to ?? 0) <= to) return true;
  return false;
}

/** What a text says of all although the tables have others. */
function exaggerated(read: ReadPassage, subject: Subject): readonly Wrong[] {
  const { words, told, focus, grammar } = read;
  const { claims = [] } = subject.form;
  const universals = universalsIn(words.text, claims, told, focus, grammar, subject.report.year);
  if (universals.length === 0) return [];
  const denied = [...deniedNumbers(read, subject)].map(({ counted }) => counted).sort((a, b) => a.from - b.from);
  return universals.flatMap(({ from, to, claim }) => {
    const at = rangeOf(read, from, to);
    const data = sumAt(subject.report, claim.zero);
    // 其余4件均予公开: if the number itself is wrong, that is told.
    const isTold = hasWithin(denied, from, to);
    if (!isTyped(read, at) || data === undefined || data === 0 || isTold) return [];
    const facts = { cause: 'exaggerated', name: claim.name, cell: labelOf(claim.zero, subject), data } as const;
    return { at, sentence: sentenceAt(read, from), paths: claim.zero.filter(withCases(subject)), facts };
  });
}

/** Whether a denial only says in other words what its sentence has said of all: 均已办结，没有结转. */
const isEcho = ({ at, paths }: Wrong, universals: readonly Wrong[]): boolean =>
  universals.some((one) => one.at[0] < at[0] && paths.every((path) => one.paths.includes(path)));

const failureOf = ({ passage }: ReadPassage, { at, facts }: Wrong): Failure =>
  failureIn('text/claim', passage, at, facts);

/** What a paragraph claims although the tables have others. */
function wrongClaims(read: ReadPassage, subject: Subject): readonly Failure[] {
  const universals = exaggerated(read, subject);
  if (universals.length === 0) return denied(read, subject).map((one) => failureOf(read, one));
  const bySentence = new Map<number, Wrong[]>();
  for (const one of universals)
    bySentence.set(one.sentence, [...(bySentence.get(one.sentence) ?? []).slice(-MOST), one]);
  const denials = denied(read, subject).filter((one) => !isEcho(one, bySentence.get(one.sentence) ?? []));
  return [...denials, ...universals].map((one) => failureOf(read, one));
}

/** 不予公开的5件均属行政查询事项: what is said of all of a part. */
const ALL_OF_PART =
  /^(?:的|申请|件|政府信息公开)*，?(?:均|全部|都)(?:[^，。；、]{0,4})(?:属于?|为|系|是|因|涉及?)([^，。；、和及或等]{2,24})(?=[，。；（]|$)/u;

/** A reason that is given for all of a part although the tables have it for others only. */
function wrongReasons(read: ReadPassage, subject: Subject): readonly Failure[] {
  const { words, told } = read;
  return told.flatMap((one) => {
    const [part, ...more] = one.subjects;
    if (!part || more.length > 0 || part.whole || one.time !== 'now' || one.isNarrow) return [];
    const { to, value } = one.counted;
    const [all = '', reason = ''] = ALL_OF_PART.exec(words.text.slice(to, to + 40)) ?? [];
    const topic = all === '' ? undefined : read.grammar.topics.find(({ name }) => name === part.topic);
    if (!topic) return [];
    const reasons = saidOf(topic, reason).map((said) => said.subject);
    const [given] = reasons;
    const isReason = given?.paths.every((path) => part.paths.includes(path)) && given.paths.length < part.paths.length;
    const [data, whole] = [given && sumAt(subject.report, given.paths), sumAt(subject.report, part.paths)];
    if (reasons.length !== 1 || !isReason || data === undefined || data === value || whole !== value) return [];
    const at = rangeOf(read, one.begins, to + all.length);
    return isTyped(read, at)
      ? failureIn('text/claim', read.passage, at, { cause: 'reason', name: given?.name ?? '', data })
      : [];
  });
}

/** How far behind a number words may say what became of what it counts. */
const LONGEST_OUTCOME = 60;

/** The clauses without a number that follow one. */
const BEHIND_ONE = /^(?:的|申请|政府信息公开|依申请公开|案件)*(?:，[^，。；！？\d]*(?=[，。；！？]))+/u;

/** 收到申请1件，因信息不存在无法提供: what became of the only one, told without a number, although the tables have it elsewhere. */
function wrongOutcomes(read: ReadPassage, subject: Subject): readonly Failure[] {
  const { words, told, grammar } = read;
  return told.flatMap((one) => {
    const [all] = one.subjects;
    const isOne =
      one.counted.value === 1 && one.time === 'now' && one.kind === 'number' && !one.isNarrow && !one.parent;
    if (!isOne || all?.whole !== 'all') return [];
    const topic = grammar.topics.find(({ name }) => name === all.topic);
    if (!topic || !readingsOf(one).every((paths) => sumAt(subject.report, paths) === 1)) return [];
    const { to } = one.counted;
    const [rest = ''] = BEHIND_ONE.exec(words.text.slice(to, to + LONGEST_OUTCOME)) ?? [];
    const last = saidOf(topic, rest).findLast(({ subject: { isTelling, isGeneral, whole, columns, or } }) =>
      isTelling ? !whole : !isGeneral && !whole && columns === undefined && or === undefined,
    );
    if (last === undefined || NOT_SAID.test(rest)) return [];
    const paths = last.subject.paths;
    if (sumAt(subject.report, paths) !== 0) return [];
    const at = rangeOf(read, to + last.from, to + last.to);
    const facts = { cause: 'outcome', name: last.subject.name } as const;
    return isTyped(read, at) ? failureIn('text/claim', read.passage, at, facts) : [];
  });
}

/** Words that take back what became of it, or tell of something else. */
const NOT_SAID = /[未没如若拟将等]|复议|诉讼|要求|规定|无结转|不存在结转/u;

/** What texts claim without a number is held against the tables. */
export const claimRules: readonly Rule[] = [
  {
    code: 'text/claim',
    severity: 'warning',
    formula: '“没有”“均已”一类的说法与表格一致',
    basis: '《中华人民共和国政府信息公开条例》第六条（准确）',
    hint: '核对文字和表格',
    example: {
      wrong: '收到申请12件，均已办结。（表格里结转下年度 2）',
      right: '收到申请12件，办结10件，结转下年度2件。',
    },
    check: (subject) =>
      verdicts(
        statements(subject).flatMap((read) => [
          ...wrongClaims(read, subject),
          ...wrongReasons(read, subject),
          ...wrongOutcomes(read, subject),
        ]),
      ),
  },
];
