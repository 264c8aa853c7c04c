import { apostrophesIn } from '../characters/apostrophes.js';
import { matchesOf } from '../characters/matches.js';
import type { Edit } from '../diagnostics/diagnostic.js';
import { addressesIn } from '../narrative/addresses.js';
import { markPairs } from './mark-pairs.js';
import { joinedLines } from './page-lines.js';
import { eachPassage, editIn, failureIn, fixOf, type Passage, passagesByText, passagesWith } from './passages.js';
import { printedTexts } from './printed-texts.js';
import { type Failure, fail, type Rule, type Subject, verdicts } from './rule.js';

/** Marks of half width. */
const HALF = /[,;:?!()"'.]/u;

/** Commas, stops, brackets, quotes beside Chinese; not in times, numbers and web addresses. */
const HALF_WIDTH =
  /[,;:?!()"'](?:(?<=[\p{Script=Han}”》）].)|(?=[\p{Script=Han}“《（]))|\.(?<=[\p{Script=Han}”》）].)(?=[\p{Script=Han}“《（\s]|$)/gu;

/** The marks of full width; quotation marks by turns. */
const FULL: { readonly [mark: string]: readonly [string, string?] } = {
  ',': ['，'],
  ';': ['；'],
  ':': ['：'],
  '?': ['？'],
  '!': ['！'],
  '.': ['。'],
  '(': ['（'],
  ')': ['）'],
  '"': ['“', '”'],
  "'": ['‘', '’'],
};

/** What a stop of half width may end: 一.公开, （二）.公开. */
const ENUMERATOR = /(?:^|[\s。；！？：.;!?:])[（(]?第?[一二三四五六七八九十百]{1,5}[）)]?$/u;
/** More characters than such a number has. */
const LONGEST_NUMBER = 10;

/** The mark of full width for one at an index; undefined where it is not certain. */
function fullWidth(text: string, at: number, pairs: ReadonlyMap<number, number>): string | undefined {
  const mark = text[at] ?? '';
  const [first, second] = FULL[mark] ?? [];
  if (mark === '.' && ENUMERATOR.test(text.slice(Math.max(0, at - LONGEST_NUMBER), at))) return undefined;
  return second !== undefined && at > (pairs.get(at) ?? at) ? second : first;
}

/** Marks at some places made those of full width: brackets and quotation marks only together with their counterparts. */
function widened(passage: Passage, places: readonly number[], isMark: (at: number) => boolean): readonly Edit[] {
  const { text } = passage;
  const pairs = markPairs(text, isMark);
  const edits = (at: number): readonly Edit[] => {
    const instead = fullWidth(text, at, pairs);
    return instead === undefined ? [] : editIn(passage, [at, at + 1], instead);
  };
  const wanted = places.flatMap((at) => {
    if (!/[()"']/u.test(text[at] ?? '')) return [[at]];
    const other = pairs.get(at);
    return other === undefined ? [] : [[at, other].filter((one) => /[()"']/u.test(text[one] ?? ''))];
  });
  const whole = wanted.filter((group) => group.every((at) => edits(at).length > 0));
  return [...new Set(whole.flat())].toSorted((a, b) => a - b).flatMap(edits);
}

const DEBRIS = /<!--[^<>]{0,200}-->|<\/?[A-Za-z][^<>]{0,200}>|<[^<>]{0,20}>|[<>]|&(?:nbsp|lt|gt|amp|quot|#\d+);/gu;

/** At most one failure per paragraph, at the first mark: they tend to come in numbers. */
function halfWidth(passage: Passage): readonly Failure[] {
  const { text } = passage;
  const all = matchesOf(HALF_WIDTH, text);
  if (all.length === 0) return [];
  const debris = matchesOf(DEBRIS, text).map(({ 0: code, index }) => ({ from: index, to: index + code.length }));
  const addresses = [...addressesIn(text), ...debris];
  const isInAddress = (at: number) => addresses.some(({ from, to }) => from <= at && at < to);
  const found = all.filter(({ index }) => !isInAddress(index));
  const [first] = found;
  if (first === undefined) return [];
  const places = found.map(({ index }) => index);
  const edits = widened(passage, places, (at) => !isInAddress(at));
  const fix = fixOf('safe', edits);
  return [
    failureIn(
      'text/half-width',
      passage,
      [first.index, first.index + 1],
      { all: [...new Set(found.map(([mark]) => mark))], count: found.length, isFixable: 'fix' in fix },
      fix,
    ),
  ];
}

/** What a title in a title may have been typed as: code and placeholders are not. */
const INNER_TITLE = /^<(?![A-Za-z/!])[^<>]*[\p{Script=Han}][^<>]*>$/u;

/** How far a title with another in it may go back. */
const LONGEST_TITLE = 200;
const isInTitle = (before: string): boolean => before.lastIndexOf('《') > before.lastIndexOf('》');

/** What code has. */
const CODE = /[<>&]/u;

/** What is left of a page; brackets in a title that are no code are those of a title in it. */
function debris(passage: Passage): readonly Failure[] {
  return matchesOf(DEBRIS, passage.text).map(({ 0: found, index }) => {
    const end = index + found.length;
    const isTitle = INNER_TITLE.test(found) && isInTitle(passage.text.slice(Math.max(0, index - LONGEST_TITLE), index));
    const edits = [...editIn(passage, [index, index + 1], '〈'), ...editIn(passage, [end - 1, end], '〉')];
    return failureIn(
      'text/debris',
      passage,
      [index, end],
      { given: found, isTitle },
      isTitle ? fixOf('safe', edits, 2) : {},
    );
  });
}

const PLACEHOLDER =
  /(?=[XxＸｘ×*＊待请□＿_（])(?:(?<![\w./@-])(?:[XxＸｘ]{2,}|[×*＊]{2,})(?![\w./@-])|待填|待补充?(?=[。，）】]|$)|请填写|[□＿_]{2,}|（此处[^（）]{0,60}）)/gu;

/** What they have, quickly looked for. */
const PLACE = /[XxＸｘ×*＊□＿_]{2}|待填|待补|请填写|（此处/u;

const placeholders = (subject: Subject): readonly Failure[] =>
  passagesWith(subject, PLACE).flatMap((passage) =>
    matchesOf(PLACEHOLDER, passage.text).map(({ 0: given, index }) =>
      failureIn('text/placeholder', passage, [index, index + given.length], { cause: 'word', given }),
    ),
  );

/** What is meant as a variable, also with braces of full width. */
const VARIABLE = /\{\{(?:(?!\{\{).)*?\}\}|｛｛(?:(?!｛｛).)*?｝｝/gsu;

/** Variables that are printed as they are: where nothing fills them (a heading, a label, a title), or typed so that nothing does. */
const unfilled = (subject: Subject): readonly Failure[] =>
  printedTexts(subject).flatMap(({ text, path, passage }) => {
    if (!text.includes('{{') && !text.includes('｛｛')) return [];
    const matches = matchesOf(VARIABLE, text);
    const [match] = matches.filter(({ 0: it, index }) => passage?.isTyped(index, index + it.length) !== false);
    if (match === undefined) return [];
    const [variable] = match;
    if (passage === undefined)
      return [fail('text/placeholder', path, { cause: 'variable-here', given: variable, text })];
    const range = [match.index, match.index + variable.length] as const;
    return [failureIn('text/placeholder', passage, range, { cause: 'variable', given: variable })];
  });

const PAIRS: Readonly<Record<string, string>> = {
  '》': '《',
  '〉': '〈',
  '”': '“',
  '’': '‘',
  '）': '（',
  '」': '「',
  '】': '【',
  '〕': '〔',
};
const PAIRED = /[《》〈〉“”‘’（）「」【】〔〕]/gu;
const UNPAIRED = /[^《》〈〉“”‘’（）「」【】〔〕]+/gu;

/** How deep marks stand in each other where they are looked at quickly. */
const DEEP = 3;

/** Whether marks by themselves are nothing but pairs, none of which can be an apostrophe. So they nearly always are. */
function arePaired(marks: string): boolean {
  let rest = marks;
  for (let depth = 0; depth < DEEP && rest !== ''; depth++)
    rest = rest.replace(/《》|〈〉|“”|（）|「」|【】|〔〕/gu, '');
  return rest === '';
}
const OPENERS = new Set(Object.values(PAIRS));

/** 《要点>: told as debris. */
const isDebris = (text: string, index: number): boolean => /^《[^《》]{1,60}[>＞]/u.test(text.slice(index, index + 64));

/** Where a text has brackets and quotation marks without a counterpart. Apostrophes have none. */
function unpairedIn(text: string): readonly number[] {
  if (arePaired(text.replace(UNPAIRED, ''))) return [];
  const open: { readonly mark: string; readonly index: number }[] = [];
  const unpaired: number[] = [];
  const apostrophes = apostrophesIn(text);
  for (const { 0: mark, index } of matchesOf(PAIRED, text)) {
    if (apostrophes.has(index)) continue;
    if (OPENERS.has(mark)) open.push({ mark, index });
    else if (open.at(-1)?.mark === PAIRS[mark]) open.pop();
    else unpaired.push(index);
  }
  const all = [...unpaired, ...open.map(({ index }) => index).filter((index) => !isDebris(text, index))];
  // A bracket whose counterpart is of half width is told as that.
  const pairs = all.length > 0 && /[()]/u.test(text) ? markPairs(text, () => true) : undefined;
  return pairs ? all.filter((index) => !pairs.has(index)) : all;
}

/** Those of a paragraph, which may stand on several lines of a page. */
function unbalanced(lines: readonly Passage[]): readonly Failure[] {
  return unpairedIn(lines.map(({ text }) => text).join('\n')).flatMap((at) => {
    let index = at;
    for (const passage of lines) {
      const given = passage.text[index];
      if (given !== undefined) return failureIn('text/unbalanced', passage, [index, index + 1], { given });
      index -= passage.text.length + 1;
    }
    return [];
  });
}

/** Rules on how the text is written. */
export const wordingRules: readonly Rule[] = [
  {
    code: 'text/half-width',
    severity: 'warning',
    formula: '中文里用全角标点',
    basis: 'GB/T 15834—2011',
    hint: '改为全角标点；nianbao check --fix 可以代为改正',
    example: { wrong: '本机关依法公开信息,及时回应关切。', right: '本机关依法公开信息，及时回应关切。' },
    check: eachPassage(HALF, halfWidth),
  },
  {
    code: 'text/debris',
    severity: 'warning',
    formula: '文字里没有网页代码的残片',
    basis: '《中华人民共和国政府信息公开条例》第六条（准确）',
    hint: '多半是从网页复制时 〈〉 被当成了代码；补全后删去残片',
    example: { wrong: '《示例县要点>》的通知。', right: '《示例县要点》的通知。' },
    check: eachPassage(CODE, debris),
  },
  {
    code: 'text/unbalanced',
    severity: 'warning',
    formula: '书名号、引号、括号成对',
    basis: 'GB/T 15834—2011',
    hint: '补上或删去多余的一半',
    example: { wrong: '本机关依据《条例公开信息。', right: '本机关依据《条例》公开信息。' },
    check: (subject) => verdicts(passagesByText(subject).flatMap((text) => joinedLines(text).flatMap(unbalanced))),
  },
  {
    code: 'text/placeholder',
    severity: 'warning',
    formula: '没有留待填写的占位文字',
    basis: '《中华人民共和国政府信息公开条例》第六条（准确）',
    hint: '填上实际内容',
    example: { wrong: '本机关公开信息XX条。', right: '本机关公开信息12条。' },
    check: (subject) => verdicts([...placeholders(subject), ...unfilled(subject)]),
  },
];
