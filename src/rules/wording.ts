import { eachPassage, failureIn, type Passage, passages } from './paragraphs.js';
import { type Failure, type Outcome, type Rule, type Subject, verdict } from './rule.js';

const matches = (passage: Passage, pattern: RegExp, message: (found: string) => string): readonly Failure[] =>
  [...passage.text.matchAll(pattern)].map(({ 0: found, index }) =>
    failureIn(passage, [index, index + found.length], { message: message(found) }),
  );

/** Commas, brackets and the like between Chinese; not in times, numbers and web addresses. */
const HALF_WIDTH = /(?<=[\p{Script=Han}”》）])[,;:?!()]|[,;:?!()](?=[\p{Script=Han}“《（])/gu;
const DEBRIS = /<[^<>]{0,20}>|[<>]|&(?:nbsp|lt|gt|amp|quot|#\d+);/gu;
const PLACEHOLDER = /[XＸ×]{2,}|待填|待补充|[□＿_]{2,}|（此处[^）]*）/gu;

const NUMERALS = '一二三四五六七八九十';
const COUNTED = /(?<=^|[。；：，])([一二三四五六七八九十])是/gu;

/** 一是…三是…三是: each counts one on from the last, or begins anew. The count runs on over the paragraphs of a part. */
function enumerators(subject: Subject): readonly Outcome[] {
  const failures: Failure[] = [];
  let [part, last] = ['', 0];
  for (const passage of passages(subject)) {
    if (passage.part !== part) [part, last] = [passage.part, 0];
    for (const { 0: found, 1: numeral = '', index } of passage.text.matchAll(COUNTED)) {
      const number = NUMERALS.indexOf(numeral) + 1;
      const facts = { message: `“${found}”的序号不连续`, expected: `${NUMERALS[last] ?? '十'}是` };
      if (number !== 1 && number !== last + 1) failures.push(failureIn(passage, [index, index + found.length], facts));
      last = number;
    }
  }
  return verdict(failures);
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

/** Brackets and quotes that nothing closes, or that close nothing. */
function unbalanced(passage: Passage): readonly Failure[] {
  const open: { readonly mark: string; readonly index: number }[] = [];
  const failures: Failure[] = [];
  const fail = (mark: string, index: number) =>
    failures.push(failureIn(passage, [index, index + 1], { message: `“${mark}”没有配对` }));
  for (const { 0: mark, index } of passage.text.matchAll(/[《》〈〉“”‘’（）「」【】〔〕]/gu)) {
    const opener = PAIRS[mark];
    if (OPENERS.has(mark)) open.push({ mark, index });
    else if (open.at(-1)?.mark === opener) open.pop();
    else fail(mark, index);
  }
  for (const { mark, index } of open) fail(mark, index);
  return failures;
}

/** A paragraph that opens with last year, as `2019年，…`, in a report on 2020; not one that compares. */
function wrongYear(passage: Passage, { report }: Subject): readonly Failure[] {
  const opening = /^(?:（[一二三四五六七八九十]+）[^。]{0,20}。)?(\d{4})年(?:度)?[，,]/u.exec(passage.text);
  if (Number(opening?.[1]) !== report.year - 1) return [];
  const [sentence = ''] = passage.text.split('。');
  if (/比|较|以来|同期/.test(sentence)) return [];
  const at = passage.text.indexOf(opening?.[1] ?? '');
  return [failureIn(passage, [at, at + 5], { message: '像是上一年度留下的年份', expected: `${report.year}年` })];
}

/** Rules on how the text is written. */
export const wordingRules: readonly Rule[] = [
  {
    code: 'text/half-width',
    severity: 'warning',
    formula: '中文里用全角标点',
    basis: 'GB/T 15834—2011',
    hint: '改为全角标点',
    check: eachPassage((passage) => matches(passage, HALF_WIDTH, (found) => `中文里用了半角标点 ${found}`)),
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
    check: eachPassage((passage) => matches(passage, PLACEHOLDER, (found) => `像是没有填写的占位文字 ${found}`)),
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
