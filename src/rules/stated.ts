import { isSubject, type StatedPattern } from '../form/figure-words.js';
import type { Form } from '../form/form.js';
import { once } from '../memo/once.js';
import { canMean } from '../statements/counted-numbers.js';
import { before, inItsSentence, partsIn } from '../statements/near-told.js';
import { IS_OF_DISCLOSURE } from '../statements/number-parents.js';
import type { Told } from '../statements/told.js';
import { bindingOf } from './binding.js';
import { failureIn, type Passage, passages } from './passages.js';
import { type Failure, fact, type Rule, type Subject, verdicts } from './rule.js';
import { wrongAmounts } from './stated-amounts.js';
import { type ReadPassage, rangeOf, statements } from './statements.js';
import { inColumns, readingsOf, sumAt } from './table-figures.js';

/** A figure that a paragraph states in typed words, and what the tables have. */
interface Typed {
  readonly told?: Told;
  readonly name: string;
  readonly unit: string;
  /** As it stands in the text. */
  readonly typed: string;
  readonly data: number;
  readonly paths: readonly string[];
  readonly agrees: boolean;
  readonly at: readonly [from: number, to: number];
}

const nameOf = ({ subjects, row, columns }: Told): string => {
  const name = (all: Told['subjects']) => all.map((subject) => subject.name).join('、');
  return row.length > 0 && columns.length > 0 ? `${name(row)}中${name(subjects)}` : name(subjects);
};

/** Whether a number states a figure of the tables: of this year, and of all that is counted there. */
const isStated = ({ subjects, time, kind, isNarrow }: Told): boolean =>
  subjects.length > 0 && time === 'now' && kind === 'number' && !isNarrow;

/** Applicants of a kind may be those of any row told before: 新收5件；办结4件。其中自然人3件. */
const ofOtherRows = ({ columns, row, counted }: Told, told: readonly Told[]): readonly (readonly string[])[] =>
  columns.length === 0 || row.length === 0
    ? []
    : before(told, counted.from)
        .filter((one) => one.columns.length === 0 && isStated(one))
        .map(({ subjects }) =>
          inColumns(
            subjects.flatMap(({ paths }) => paths),
            columns,
          ),
        );

/** 登记39件，加上上年结转2件: what is added to a number is not in it. */
const ADDED = /^(?:加上|连同|另有|外加)/u;

const isAddedTo = (told: Told, { told: all, words }: ReadPassage): boolean =>
  told.subjects.some(({ mayInclude }) => mayInclude) &&
  inItsSentence(all, told).some(
    ({ subjects, counted, begins }) =>
      counted.from > told.counted.to &&
      ADDED.test(words.text.slice(begins, counted.from)) &&
      told.subjects.some(({ mayInclude = [] }) =>
        subjects.some(({ paths }) => paths.every((path) => mayInclude.includes(path))),
      ),
  );

function typedOf(told: Told, read: ReadPassage, report: object): readonly Typed[] {
  const { from, to } = told.counted;
  const at = rangeOf(read, from, to);
  if (!read.passage.isTyped(...at)) return [];
  const all = [...readingsOf(told, partsIn(read.told).get(told)), ...ofOtherRows(told, read.told)];
  const meant = isAddedTo(told, read) ? all.slice(0, 1) : all;
  const readings = meant.map((paths) => ({ paths, data: sumAt(report, paths) }));
  const [main] = readings;
  if (main?.data === undefined) return [];
  const agreeing = readings.find(({ data }) => data !== undefined && canMean(told.counted, data));
  const { paths, data = 0 } = agreeing ?? main;
  const typed = read.passage.text.slice(...at);
  return [{ told, name: nameOf(told), unit: '', typed, data, paths, agrees: agreeing !== undefined, at }];
}

/**
 * Numbers of one sentence for one thing: told once if they are the same. If they are not, one may be of some of it: those of a thing
 * of which one is right, or which add up to what the tables have, are no slips; nor are those that general words name.
 */
function withoutRepeats(all: readonly (readonly [Told, Typed])[]): readonly Typed[] {
  const groups = new Map<string, (readonly [Told, Typed])[]>();
  for (const one of all) {
    const key = `${one[0].sentence} ${readingsOf(one[0])[0]?.join()}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => {
    const typed = group.map(([, one]) => one);
    const values = group.map(([{ counted }]) => counted.value);
    if (new Set(values).size === 1) return typed.slice(0, 1);
    const sum = values.reduce((a, b) => a + b, 0);
    // 共答复6件，当场2件，10日内4件: the first is all of them.
    if (group.length > 2 && values[0] === sum / 2) return typed.slice(0, 1);
    const special = group.flatMap(([{ subjects }, one]) => (subjects.some(({ isGeneral }) => isGeneral) ? [] : one));
    const right = special.filter(({ agrees }) => agrees);
    return right.length > 0 || special.some(({ data }) => data === sum) ? right : special;
  });
}

/** Who reports, as reports speak of themselves. */
const OURSELVES =
  /(?:(?:我|本)(?:局|委|办|院|中心|机关|单位|部门|级|镇|乡|街道)(?:机关|本级)?|[局厅委办]机关)[^，。；]{0,6}$/u;

/** The numbers of its sentence behind one that are about the same thing: 新收326件，审结271件；其中涉及政府信息公开的18件. */
const behind = (told: Told, all: readonly Told[], text: string): readonly Told[] =>
  inItsSentence(all, told).filter(
    ({ counted, begins, subjects }) =>
      counted.from > told.counted.to &&
      subjects.some(({ topic }) => told.subjects.some((one) => one.topic === topic)) &&
      IS_OF_DISCLOSURE.test(text.slice(begins, counted.from)),
  );

/**
 * 全市共收到1240件，其中我局85件: the number is that of others, too, of whom the report does not tell. Likewise of all cases those that
 * are about disclosure: 行政复议18件，其中政府信息公开类4件.
 */
const isOfOthers = ({ told, agrees }: Typed, { told: all, words }: ReadPassage, report: object): boolean =>
  !agrees &&
  told !== undefined &&
  [...(partsIn(all).get(told) ?? []), ...behind(told, all, words.text)].some(({ begins, counted }) => {
    const said = words.text.slice(begins, counted.from);
    const isOurs =
      OURSELVES.test(said) && readingsOf(told).some((paths) => canMean(counted, sumAt(report, paths) ?? Number.NaN));
    return isOurs || IS_OF_DISCLOSURE.test(said);
  });

const typedIn = (read: ReadPassage, report: object): readonly Typed[] =>
  withoutRepeats(
    read.told.filter(isStated).flatMap((told) =>
      typedOf(told, read, report)
        .filter((typed) => !isOfOthers(typed, read, report))
        .map((typed) => [told, typed] as const),
    ),
  );

/** The number that a typed numeral means, with or without thousands separators. */
const toNumber = (numeral: string): number => Number(numeral.replaceAll(',', ''));

/** Figures that a form finds by patterns of its own. */
function matching(
  passage: Passage,
  report: object,
  { name, pattern, paths, unit = '件' }: StatedPattern,
): readonly Typed[] {
  return [...passage.text.matchAll(pattern)].flatMap(({ 0: found, 1: numeral = '', index }) => {
    const from = index + found.lastIndexOf(numeral);
    const at = [from, from + numeral.length] as const;
    const data = sumAt(report, paths);
    if (data === undefined || !passage.isTyped(...at)) return [];
    return { name, unit: ` ${unit}`, typed: numeral, data, paths, agrees: toNumber(numeral) === data, at };
  });
}

/** Typed numerals of each paragraph that state a figure in the data. Two rules ask for them. */
const typedFigures = fact((subject: Subject): ReadonlyMap<Passage, readonly Typed[]> => {
  const read = statements(subject).map((one) => [one.passage, typedIn(one, subject.report)] as const);
  return new Map(read);
});

/** The numbers of a paragraph that are told as wrong for the tables. What else depends on them is not told again. */
export const deniedNumbers = ({ passage }: ReadPassage, subject: Subject): ReadonlySet<Told> =>
  deniedIn(typedFigures(subject).get(passage) ?? []);

const deniedIn = (typed: readonly Typed[]): ReadonlySet<Told> =>
  new Set(typed.flatMap(({ told, agrees }) => (told && !agrees ? told : [])));

const patternsOf = once(({ stated }: Form) => stated.flatMap((figure) => (isSubject(figure) ? [] : figure)));

/** The same with those that a form finds by patterns of its own, for each paragraph that has any. */
const allTyped = fact((subject: Subject): ReadonlyMap<Passage, readonly Typed[]> => {
  const patterns = patternsOf(subject.form);
  if (patterns.length === 0) return typedFigures(subject);
  const ofPassage = (passage: Passage): readonly Typed[] => [
    ...(typedFigures(subject).get(passage) ?? []),
    ...patterns.flatMap((pattern) => matching(passage, subject.report, pattern)),
  ];
  return new Map(passages(subject).map((passage) => [passage, ofPassage(passage)]));
});

const isBindable = (paths: readonly string[]): boolean => paths.every((path) => !path.startsWith('-'));

function disagreeing(passage: Passage, typedHere: readonly Typed[], subject: Subject): readonly Failure[] {
  return typedHere
    .filter(({ agrees }) => !agrees)
    .map(({ name, unit, typed, data, paths, at }) => {
      const stated = toNumber(/[\d,]+/u.exec(typed)?.[0] ?? '');
      return failureIn('text/figure', passage, at, {
        cause: 'count',
        name,
        unit,
        given: `${typed}${unit}`,
        data,
        left: String(data),
        right: String(stated),
        difference: String(stated - data),
        binding: passage.isTemplate && isBindable(paths) ? bindingOf(paths, subject.report) : undefined,
      });
    });
}

/**
 * Where a text prints some figures from data, those that it types are told: it means to be bound to the data. Figures for which a form
 * has a pattern of its own are told in every text.
 */
function unbound(passage: Passage, typedHere: readonly Typed[], subject: Subject): readonly Failure[] {
  return typedHere
    .filter(
      ({ told, agrees, paths }) => agrees && isBindable(paths) && passage.isTemplate && (!told || passage.isBound),
    )
    .map(({ name, unit, typed, paths, at }) =>
      failureIn('text/unbound', passage, at, {
        name,
        given: `${typed}${unit}`,
        binding: bindingOf(paths, subject.report),
      }),
    );
}

/** Rules that compare figures in the text with the tables. */
export const statedRules: readonly Rule[] = [
  {
    code: 'text/figure',
    severity: 'warning',
    formula: '文字里手写的数字与表格一致',
    basis: '《中华人民共和国政府信息公开条例》第六条（准确）',
    hint: '核对文字和表格',
    example: { wrong: '全年收到政府信息公开申请5件。（表格里是 6）', right: '全年收到政府信息公开申请6件。' },
    check: (subject) => {
      const typed = allTyped(subject);
      return verdicts(
        passages(subject).flatMap((passage) => [
          ...disagreeing(passage, typed.get(passage) ?? [], subject),
          ...wrongAmounts(passage, subject),
        ]),
      );
    },
  },
  {
    code: 'text/unbound',
    severity: 'note',
    formula: '用变量写的文字里，数字都取自数据，不手写',
    basis: '《中华人民共和国政府信息公开条例》第六条（准确）',
    hint: '改用变量',
    example: {
      wrong: '{{year}}年收到政府信息公开申请6件。',
      right: '{{year}}年收到政府信息公开申请{{requests.received.total}}件。',
    },
    check: (subject) =>
      verdicts([...allTyped(subject)].flatMap(([passage, typed]) => unbound(passage, typed, subject))),
  },
];
