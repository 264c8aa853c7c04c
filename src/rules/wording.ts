import { apostrophesIn } from '../characters/apostrophes.js';
import { addressesIn } from '../narrative/addresses.js';
import { eachPassage, failureIn, type Passage, passages } from './passages.js';
import { printedTexts } from './printed-texts.js';
import { type Failure, type Rule, type Subject, type Verdict, verdicts } from './rule.js';

const matches = (passage: Passage, pattern: RegExp, message: (found: string) => string): readonly Failure[] =>
  [...passage.text.matchAll(pattern)].map(({ 0: found, index }) =>
    failureIn(passage, [index, index + found.length], { message: message(found) }),
  );

/** Commas, stops, brackets, quotes beside Chinese; not in times, numbers and web addresses. */
const HALF_WIDTH =
  /(?<=[\p{Script=Han}”》）])[,;:?!()"']|[,;:?!()"'](?=[\p{Script=Han}“《（])|(?<=[\p{Script=Han}”》）])\.(?=[\p{Script=Han}“《（\s]|$)/gu;

/** At most one failure per paragraph, at the first mark: they tend to come in numbers. */
function halfWidth(passage: Passage): readonly Failure[] {
  const all = [...passage.text.matchAll(HALF_WIDTH)];
  if (all.length === 0) return [];
  const addresses = addressesIn(passage.text);
  const isInAddress = (at: number) => addresses.some(({ from, to }) => from <= at && at < to);
  const found = all.filter(({ index }) => !isInAddress(index));
  const [first] = found;
  if (first === undefined) return [];
  const marks = [...new Set(found.map(([mark]) => mark))].join(' ');
  const message = `中文里用了半角标点 ${marks}${found.length > 1 ? `，共 ${found.length} 处` : ''}`;
  return [failureIn(passage, [first.index, first.index + 1], { message })];
}

const DEBRIS = /<!--.*?-->|<[^<>]{0,40}>|[<>]|&(?:nbsp|lt|gt|amp|quot|#\d+);/gu;
const PLACEHOLDER =
  /(?<![\w./@-])(?:[XxＸｘ]{2,}|[×*＊]{2,})(?![\w./@-])|待填|待补充?(?=[。，）】]|$)|请填写|[□＿_]{2,}|（此处[^）]*）/gu;

const placeholders = (subject: Subject): readonly Failure[] =>
  passages(subject).flatMap((passage) => matches(passage, PLACEHOLDER, (found) => `像是没有填写的占位文字 ${found}`));

/** What is meant as a variable, also with braces of full width. */
const VARIABLE = /\{\{.*?\}\}|｛｛.*?｝｝/gsu;

/** Variables that are printed as they are: where nothing fills them (a heading, a label, a title), or typed so that nothing does. */
const unfilled = (subject: Subject): readonly Failure[] =>
  printedTexts(subject).flatMap(({ text, path, passage }) => {
    if (!/\{\{|｛｛/u.test(text)) return [];
    const matches = [...text.matchAll(VARIABLE)];
    const [match] = matches.filter(({ 0: it, index }) => passage?.isTyped(index, index + it.length) !== false);
    if (match === undefined) return [];
    const [variable] = match;
    if (passage) {
      const message = `这样写的变量会照样印出 ${variable}`;
      const hint = '变量写成 {{…}}：用半角花括号，前面没有反斜杠';
      return [failureIn(passage, [match.index, match.index + variable.length], { message, hint })];
    }
    const message = `这里不能用变量，会照样印出 ${variable}`;
    const hint = '写上实际内容；变量只用在 narrative 和表注的文字里';
    return [{ status: 'fail', path, message, found: text, hint }];
  });

const NUMERALS = '一二三四五六七八九十';
const COUNTED = /(?<=^|[。；：，])([一二三四五六七八九十])是/gu;

/** 一是…三是…三是: each number follows the one before or starts again at one. Counting continues across the paragraphs of a text. */
function enumerators(subject: Subject): readonly Verdict[] {
  const failures: Failure[] = [];
  let last = 0;
  let path: Passage['path'] | undefined;
  for (const passage of passages(subject)) {
    if (passage.path !== path) [path, last] = [passage.path, 0];
    for (const { 0: found, 1: numeral = '', index } of passage.text.matchAll(COUNTED)) {
      const number = NUMERALS.indexOf(numeral) + 1;
      const facts = { message: `“${found}”的序号不连续`, expected: `${NUMERALS[last] ?? '十'}是` };
      if (number !== 1 && number !== last + 1) failures.push(failureIn(passage, [index, index + found.length], facts));
      last = number;
    }
  }
  return verdicts(failures);
}

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
const OPENERS = new Set(Object.values(PAIRS));

/** Brackets and quotation marks without a counterpart. Apostrophes have none. */
function unbalanced(passage: Passage): readonly Failure[] {
  const open: { readonly mark: string; readonly index: number }[] = [];
  const failures: Failure[] = [];
  const apostrophes = apostrophesIn(passage.text);
  const fail = (mark: string, index: number) =>
    failures.push(failureIn(passage, [index, index + 1], { message: `“${mark}”没有配对` }));
  for (const { 0: mark, index } of passage.text.matchAll(/[《》〈〉“”‘’（）「」【】〔〕]/gu)) {
    const opener = PAIRS[mark];
    if (apostrophes.has(index)) continue;
    if (OPENERS.has(mark)) open.push({ mark, index });
    else if (open.at(-1)?.mark === opener) open.pop();
    else fail(mark, index);
  }
  for (const { mark, index } of open) fail(mark, index);
  return failures;
}

/** How sentences begin that state the report year: 2020年，…  2020年全市共… */
const TOLD_YEAR = /^\s*(?:（[一二三四五六七八九十]+）)?(\d{4})年(?:度)?(?=[，,]|全年|全[省市区州县旗镇]|共|[我本])/u;
const COMPARED = /比|较|以来|同期|上年|上一年|去年|对照|年度报告|考核|评估/u;

/** A sentence that begins with last year although it does not compare. */
function wrongYear(passage: Passage, { report }: Subject): readonly Failure[] {
  let start = 0;
  return passage.text.split(/(?<=。)/u).flatMap((sentence) => {
    const from = start;
    start += sentence.length;
    const [, year = ''] = TOLD_YEAR.exec(sentence) ?? [];
    if (Number(year) !== report.year - 1 || COMPARED.test(sentence)) return [];
    const at = from + sentence.indexOf(year);
    return [failureIn(passage, [at, at + 5], { message: '像是上一年度留下的年份', expected: `${report.year}年` })];
  });
}

/** Rules on how the text is written. */
export const wordingRules: readonly Rule[] = [
  {
    code: 'text/half-width',
    severity: 'warning',
    formula: '中文里用全角标点',
    basis: 'GB/T 15834—2011',
    hint: '改为全角标点',
    check: eachPassage(halfWidth),
  },
  {
    code: 'text/enumerator',
    severity: 'warning',
    formula: '一是、二是、三是依次连续',
    basis: '通行做法',
    hint: '核对序号，看有没有重复或遗漏',
    check: enumerators,
  },
  {
    code: 'text/debris',
    severity: 'warning',
    formula: '文字里没有网页代码的残片',
    basis: '通行做法',
    hint: '多半是从网页复制时 〈〉 被当成了代码；补全后删去残片',
    check: eachPassage((passage) => matches(passage, DEBRIS, (found) => `文字里有 ${found}`)),
  },
  {
    code: 'text/unbalanced',
    severity: 'warning',
    formula: '书名号、引号、括号成对',
    basis: 'GB/T 15834—2011',
    hint: '补上或删去多余的一半',
    check: eachPassage(unbalanced),
  },
  {
    code: 'text/placeholder',
    severity: 'warning',
    formula: '没有留待填写的占位文字',
    basis: '通行做法',
    hint: '填上实际内容',
    check: (subject) => verdicts([...placeholders(subject), ...unfilled(subject)]),
  },
  {
    code: 'text/wrong-year',
    severity: 'warning',
    formula: '叙述本年度的段落写本年度的年份',
    basis: '通行做法',
    hint: '改为本年度；用 {{year}} 就不会写错',
    check: (subject) => eachPassage((passage) => wrongYear(passage, subject))(subject),
  },
];
