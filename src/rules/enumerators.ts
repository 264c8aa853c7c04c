import { chineseNumber } from '../characters/chinese-number.js';
import { matchesOf } from '../characters/matches.js';
import type { Form } from '../form/form.js';
import { editIn, failureIn, fixOf, type Passage, passagesByText } from './passages.js';
import { type Failure, type Rule, type Subject, type Verdict, verdicts } from './rule.js';

const NUMERALS = '一二三四五六七八九十';
const CIRCLES = '①②③④⑤⑥⑦⑧⑨⑩';

/** A number up to 99 in Chinese. */
function chinese(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const one = ones === 0 ? '' : (NUMERALS[ones - 1] ?? '');
  return tens === 0 ? one : `${tens > 1 ? NUMERALS[tens - 1] : ''}十${one}`;
}

/** A way to number: how its numbers are found and read, and how it writes one. */
interface Style {
  readonly sign: RegExp;
  /** The number is the first group. */
  readonly pattern: RegExp;
  /** Whether a number may stand after these characters of its paragraph. */
  readonly mayFollow: (before: string, found: string) => boolean;
  readonly numberOf: (text: string) => number;
  readonly write: (number: number) => string;
  /** Counted within sentences: a list begins with 1, and a 1 that follows a 1 in the same paragraph is a slip, not another list. */
  readonly isDense?: boolean;
  /** Where it may stand within a paragraph: such lists are counted for themselves. */
  readonly within?: (before: string) => boolean;
  /** Whether the form numbers its sections so. */
  readonly isOfSections?: boolean;
}

const COUNT = `[${NUMERALS}]{1,3}`;
/** What texts have that are numbered so: quickly looked for. */
const CHINESE_SIGN = new RegExp(`[${NUMERALS}][是要，、：,:）)]`, 'u');
const DIGIT_SIGN = /\d[.．、）)]/u;
const CIRCLE_SIGN = new RegExp(`[${CIRCLES}]`, 'u');
const OF_CHINESE = { sign: CHINESE_SIGN, numberOf: chineseNumber, write: chinese } as const;
const OF_DIGITS = { sign: DIGIT_SIGN, numberOf: Number, write: String } as const;

/** Where a clause may begin. */
const isClause = (before: string): boolean => /(?:^|[。；：，、！？,;:.])\s*$/u.test(before.slice(-4));
const isHead = (before: string): boolean => before.trim() === '';
const isSentence = (before: string): boolean => /[。；]\s*$/u.test(before.slice(-4));
const isHeadOrItem = (before: string): boolean => /(?:^|[。；：])\s*$/u.test(before.slice(-4));
/** 一是 follows who speaks as well: 我局一是…, and not what has 一 as its last character. */
const isFirst = (before: string, found: string): boolean =>
  isClause(before) ||
  (found === '一是' && !new RegExp(`[统唯单专同万之第归划${NUMERALS}]$`, 'u').test(before.slice(-1)));

const STYLES: readonly Style[] = [
  { pattern: new RegExp(`(${COUNT})是`, 'gu'), mayFollow: isFirst, ...OF_CHINESE, isDense: true },
  { pattern: new RegExp(`(${COUNT})要(?!求|素|点|件|闻)`, 'gu'), mayFollow: isClause, ...OF_CHINESE, isDense: true },
  {
    pattern: new RegExp(`第(${COUNT})[，、：,:]`, 'gu'),
    mayFollow: (before) => isClause(before),
    ...OF_CHINESE,
    isDense: true,
  },
  { pattern: new RegExp(`[（(](${COUNT})[）)]`, 'gu'), mayFollow: isHead, within: isSentence, ...OF_CHINESE },
  { pattern: new RegExp(`(${COUNT})、(?![${NUMERALS}])`, 'gu'), mayFollow: isHead, ...OF_CHINESE, isOfSections: true },
  { pattern: /(?<!\d)(\d{1,2})[.．、](?!\d)/gu, mayFollow: isHeadOrItem, ...OF_DIGITS },
  { pattern: /[（(](\d{1,2})[）)]/gu, mayFollow: isHeadOrItem, ...OF_DIGITS },
  {
    sign: CIRCLE_SIGN,
    pattern: new RegExp(`([${CIRCLES}])`, 'gu'),
    mayFollow: isHeadOrItem,
    numberOf: (text) => CIRCLES.indexOf(text) + 1,
    write: (number) => CIRCLES[number - 1] ?? String(number),
  },
];

/** A number of a list, where it stands. */
interface Item {
  readonly passage: Passage;
  readonly from: number;
  readonly to: number;
  readonly number: number;
}

function itemsOf(passage: Passage, { pattern, mayFollow, numberOf: read }: Style): readonly Item[] {
  const { text } = passage;
  return matchesOf(pattern, text).flatMap(({ 0: found, 1: number = '', index }) => {
    if (!mayFollow(text.slice(Math.max(0, index - 40), index), found)) return [];
    const from = index + found.indexOf(number);
    return [{ passage, from, to: from + number.length, number: read(number) }];
  });
}

/** What each number of a list should be, if it is not what it is. A number that stands for its neighbour does not disturb the rest. */
function slipsIn(items: readonly Item[], isDense: boolean): ReadonlyMap<Item, number> {
  const slips = new Map<Item, number>();
  let last = 0;
  items.forEach((item, i) => {
    const { number, passage } = item;
    const before = items[i - 1];
    const isAgain = isDense && number === 1 && last === 1 && before?.passage === passage;
    // A text may begin in the middle of headed lists.
    const isFirst = last === 0 && (!isDense || (item.from <= 1 && passage.number === 1));
    if (isFirst || number === last + 1 || (number === 1 && !isAgain)) {
      last = number;
      return;
    }
    slips.set(item, last + 1);
    const next = items[i + 1]?.number;
    last = next === last + 2 || isAgain ? last + 1 : number;
  });
  return slips;
}

/** An item, and the number that it is to have. */
interface Renumbered {
  readonly item: Item;
  readonly number: number;
}

/**
 * What each item of a list is to be once it is numbered anew, by the slip from which on it is: up to where the numbers are right again,
 * or to the next slip, which goes on counting.
 */
function renumbered(
  items: readonly Item[],
  slips: ReadonlyMap<Item, number>,
): ReadonlyMap<Item, readonly Renumbered[]> {
  const bySlip = new Map<Item, Renumbered[]>();
  let own: Renumbered[] = [];
  let wanted: number | undefined;
  for (const item of items) {
    const expected = slips.get(item);
    if (item.number === wanted) {
      wanted = undefined;
      continue;
    }
    if (item.number === 1 && expected === undefined) wanted = undefined;
    if (expected !== undefined) {
      own = [];
      bySlip.set(item, own);
      wanted ??= expected;
    }
    if (wanted !== undefined) own.push({ item, number: wanted++ });
  }
  return bySlip;
}

/** The items of one text in one style. */
function failuresIn(items: readonly Item[], { write, isDense = false }: Style): readonly Failure[] {
  const slips = slipsIn(items, isDense);
  const anew = slips.size === 0 ? undefined : renumbered(items, slips);
  return [...slips].map(([item, expected]) => {
    const { passage, from, to } = item;
    const found = passage.text.slice(from, to);
    const edits = (anew?.get(item) ?? []).flatMap(({ item: one, number }) =>
      editIn(one.passage, [one.from, one.to], write(number)),
    );
    const end = to + ('是）)要、.．'.includes(passage.text[to] ?? ' ') ? 1 : 0);
    const start = '（('.includes(passage.text[from - 1] ?? ' ') ? from - 1 : from;
    const words = passage.text.slice(start, end);
    return failureIn(passage, [start, end], {
      message: `“${words}”的序号不连续`,
      expected: words.replace(found, write(expected)),
      ...fixOf('enumerators', edits),
    });
  });
}

/** Numbers of sections at the head of paragraphs within a section: 一、 below 一、总体情况. */
const OF_SECTIONS = new RegExp(`^\\s*${COUNT}、(?![${NUMERALS}])`, 'u');

function sectionNumbers(text: readonly Passage[], { texts }: Form): readonly Failure[] {
  const numbered = text.filter((passage) => passage.isBody && OF_SECTIONS.test(passage.text));
  const [first] = numbered;
  const [found = ''] = OF_SECTIONS.exec(first?.text ?? '') ?? [];
  // Where the form prescribes no parts, offices number what they have to say as they like.
  if (first === undefined || numbered.length < 2 || texts[first.part]?.parts === undefined) return [];
  const number = found.trim().slice(0, -1);
  const message = `“${number}、”是各部分标题的序号，用在了一个部分里面`;
  const from = found.length - found.trimStart().length;
  return [failureIn(first, [from, found.length], { message, expected: `（${number}）` })];
}

/** How many things a list is said to have, in words or digits. */
const ANNOUNCED =
  /([两二三四五六七八九2-9])(?:个)?(?:大)?(?:方面|问题|不足|短板|举措|措施|任务|重点|环节|点)[\p{Script=Han}]{0,10}[：:，,。]\s*一是/gu;

/** 从三个方面改进：一是…；二是…。: a list that has not as many things as it is said to have. */
function miscounted(passage: Passage, next: Passage | undefined): readonly Failure[] {
  if (!passage.text.includes('一是')) return [];
  if (next && /^\s*[一二三四五六七八九十]是/u.test(next.text)) return [];
  return matchesOf(ANNOUNCED, passage.text).flatMap(({ 0: found, 1: said = '', index }) => {
    const rest = passage.text.slice(index + found.length - 2);
    const again = rest.slice(2).search(/(?:^|[。；：，])一是/u);
    const list = again < 0 ? rest : rest.slice(0, again + 2);
    const numbers = matchesOf(new RegExp(`(?:^|[，。；：、,;:])\\s*(${COUNT})是`, 'gu'), list);
    const items = numbers.map(({ 1: number = '' }) => chineseNumber(number));
    const wanted = chineseNumber(said);
    const isList = items.every((number, i) => number === i + 1);
    if (!isList || items.length < 2 || items.length === wanted) return [];
    const at = [index, index + (/^[^：:，,。]*/u.exec(found)?.[0].length ?? 1)] as const;
    return failureIn(passage, at, {
      message: `说的是${said}项，列出的是 ${items.length} 项`,
      expected: chinese(items.length),
    });
  });
}

const SIGNS = [CHINESE_SIGN, DIGIT_SIGN, CIRCLE_SIGN];

/** The slips of one text: those of its lists, or else that it has the numbers of sections. */
function numbersOf(text: readonly Passage[], form: Form): readonly Failure[] {
  const signed = new Map(SIGNS.map((sign) => [sign, text.filter((passage) => sign.test(passage.text))]));
  const slips = STYLES.map((style) =>
    listsIn(signed.get(style.sign) ?? [], style).flatMap((items) => failuresIn(items, style)),
  );
  const ofSections = STYLES.findIndex(({ isOfSections }) => isOfSections);
  return [...slips.flat(), ...(slips[ofSections]?.length ? [] : sectionNumbers(text, form))];
}

/** The lists of a text: those of the heads of its paragraphs, and those within one paragraph. */
function listsIn(text: readonly Passage[], style: Style): readonly (readonly Item[])[] {
  const heads = text.flatMap((passage) => itemsOf(passage, style));
  const { within } = style;
  if (within === undefined) return [heads];
  const inner = text
    .map((passage) => itemsOf(passage, { ...style, mayFollow: within }))
    .filter(({ length }) => length > 0);
  const [only] = inner;
  const isOne = only !== undefined && inner.length === 1 && heads.every(({ passage }) => passage === only[0]?.passage);
  return isOne ? [[...heads, ...only]] : [heads, ...inner];
}

function check(subject: Subject): readonly Verdict[] {
  return verdicts(
    passagesByText(subject).flatMap((text) => [
      ...numbersOf(text, subject.form),
      ...text.flatMap((passage, i) => miscounted(passage, text[i + 1])),
    ]),
  );
}

/** Rules on how lists are numbered. */
export const enumeratorRules: readonly Rule[] = [
  {
    code: 'text/enumerator',
    severity: 'warning',
    formula: '序号依次连续，不重复、不遗漏，层次不乱',
    basis: 'GB/T 9704—2012，7.3.3',
    hint: '核对序号，看有没有重复或遗漏；nianbao check --fix-enumerators 可以依次改正',
    example: { wrong: '一是加强领导。三是加强培训。', right: '一是加强领导。二是加强培训。' },
    check,
  },
];
