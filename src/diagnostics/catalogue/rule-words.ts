import { firstFew } from '../first-few.js';
import { characterWords } from './character-words.js';
import { byCause, type Said } from './code-entry.js';
import type { FormFacts, InPassage, PassageFacts, WholeFacts } from './passage-facts.js';
import { PASSAGE_WORDS } from './passage-words.js';

/** The facts of what rules tell that are the same for every form. */
export type RuleFacts = WholeFacts & { readonly [C in keyof PassageFacts]: PassageFacts[C] & InPassage };

type Sayings<F> = { readonly [C in keyof F]: (facts: F[C]) => Said };

/** `2021 年度及以后`, `2019 至 2020 年度` */
const yearsOf = ([from, to]: readonly [from: number, to?: number]): string =>
  to === undefined ? `${from} 年度及以后` : `${from} 至 ${to} 年度`;

const WHOLE_WORDS: Sayings<WholeFacts> = {
  'text/placeholder': byCause<WholeFacts['text/placeholder']>({
    word: ({ given, paragraph, text }) => ({
      message: `像是没有填写的占位文字 ${given}`,
      found: `第 ${paragraph} 段：${text}`,
    }),
    variable: ({ given, paragraph, text }) => ({
      message: `这样写的变量会照样印出 ${given}`,
      found: `第 ${paragraph} 段：${text}`,
      hint: '变量写成 {{…}}：用半角花括号，前面没有反斜杠',
    }),
    'variable-here': ({ given, text }) => ({
      message: `这里不能用变量，会照样印出 ${given}`,
      found: text,
      hint: '写上实际内容；变量只用在 narrative 和表注的文字里',
    }),
  }),
  'text/space': characterWords((names) => `文字里有特殊的空白 ${names}`),
  'text/invisible': characterWords((names) => `文字里有看不见的字符 ${names}`),
  'text/radical': characterWords((_, { characters }) => `文字里有部首字符 ${[...new Set(characters)].join('')}`),
  'text/too-long': ({ name, count, most }) => ({
    message: `${name}超过规定的篇幅`,
    found: `${count} 字`,
    expected: `原则上不超过 ${most} 字`,
  }),
  'section/parts': ({ name, all, known }) => ({
    message: `${name}没有写${all.join('、')}`,
    found: `没有${all.join('、')}`,
    expected: known.join('、'),
  }),
  'section/absent': ({ name, reason }) => ({
    message: `报告里没有“${name}”：${reason}`,
    found: '没有这一部分',
    expected: name,
  }),
  'section/contradicted': ({ name, all }) => ({
    message: `写明没有“${name}”，又给了它的内容`,
    found: all.join('、'),
    expected: '没有内容',
  }),
  'heading/variant': ({ given, wanted }) => ({
    message: '标题与规定格式的文字不同',
    found: given,
    expected: wanted,
  }),
  'title/mismatch': byCause<WholeFacts['title/mismatch']>({
    agency: ({ given, year, name }) => ({
      message: '标题与年度或机关不符',
      found: given,
      expected: `含有 ${year} 和 ${name}`,
    }),
    kind: ({ given, wanted, kind, lacks }) => ({
      message: lacks === undefined ? `标题里没有“${kind}”` : `标题里缺“${lacks}”`,
      found: given,
      expected: wanted,
    }),
  }),
  'author/mismatch': ({ given, wanted }) => ({
    message: '引言所写的编制机关不是本机关',
    found: given,
    expected: wanted,
  }),
  'signoff/mismatch': byCause<WholeFacts['signoff/mismatch']>({
    agency: ({ given, wanted }) => ({ message: '署名与机关全称不同', found: given, expected: wanted }),
    date: ({ given, from, to }) => ({
      message: '成文日期与报告年度不符',
      found: given,
      expected: `${from} 至 ${to}`,
    }),
  }),
  'edition/year': ({ year, form, years }) => ({
    message: `${year} 年度不用${form}`,
    found: String(year),
    expected: yearsOf(years),
  }),
  'previous/year': byCause<WholeFacts['previous/year']>({
    unused: ({ given, wanted }) => ({
      message: `所给的上年报告是 ${given} 年度的，没有用来核对`,
      found: given,
      expected: wanted,
    }),
    blank: ({ given, year, wanted }) => ({
      message: `所给的上年报告是 ${given} 年度的，不能据以填写 ${year} 年度的报告`,
      found: given,
      expected: wanted,
      hint: '核对年度，或换用上一年度的报告',
    }),
    rollup: ({ given, wanted }) => ({
      message: '所给的上年报告不是上年的，没有用来核对',
      found: given,
      expected: wanted,
      hint: '换用汇总的机关上一年度的报告',
    }),
  }),
  'previous/agency': ({ given, wanted }) => ({
    message: '所给的上年报告是另一机关的',
    found: given,
    expected: wanted,
  }),
  'cell/blank': byCause<WholeFacts['cell/blank']>({
    cell: ({ name }) => ({ message: `${name} 留空` }),
    table: ({ name, all, isToBegin }) => ({
      message: `${name}：有 ${all.length} 格留空${isToBegin ? '，还没有填数' : ''}`,
      found: firstFew(all, '格'),
      ...(isToBegin && {
        hint: '填上数，是 0 的也要填；YAML 里写了 fill: 0 的表除外：空着的按 0 计，全是 0 的任填一个 0',
      }),
    }),
  }),
  'years/jump': ({ name, before, now, isGone }) => ({
    message: `${name}：上年是 ${before}，${isGone ? '本年没有' : `本年是 ${now}，是上年的十倍以上`}`,
    found: now,
    expected: '在文字里说明变动的原因',
  }),
  'facts/unused': ({ name }) => ({ message: `facts.${name} 没有写进任何文字` }),
};

/** What is said under the rules that are the same for every form. */
export const RULE_WORDS: Sayings<RuleFacts> = { ...WHOLE_WORDS, ...PASSAGE_WORDS };

/** What is said under the rules that forms define. */
export const FORM_WORDS: Sayings<FormFacts> = {
  sum: (facts) => {
    const { left, right, difference, because = [] } = facts;
    const said =
      facts.cause === 'total'
        ? `${facts.name} 是 ${right}，应为 ${left}`
        : `${facts.column}：${facts.sides[0]}是 ${left}，${facts.sides[1]}是 ${right}，相差 ${opposite(difference)}`;
    const names = firstFew(because, '处');
    return {
      message: said,
      found: right,
      expected: left,
      ...(because.length > 0 && {
        hint: `先核对 ${names}：与各自的分项已经不符，所差的正是这里的差额；那里改正了，这里就相符，不要改这一处`,
      }),
    };
  },
  years: ({ name, left, right }) => ({
    message: `${name} 是 ${right}，按上年报告应为 ${left}`,
    found: right,
    expected: left,
  }),
  missing: ({ told, given, wanted }) => ({ message: told, found: given, expected: wanted }),
};

/** `3` for `-3` and `-3` for `3`, as decimals with or without a unit. */
function opposite(difference: string): string {
  return difference.startsWith('-') ? difference.slice(1) : `-${difference}`;
}
