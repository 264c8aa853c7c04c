import type { Words } from './code-entry.js';
import type { AtMost, Cause, Counted, Given, Listed, Named, OneOf, Quoted } from './fact-pieces.js';

/** What can be wrong with the syntax of a template. */
export type TemplateSyntaxFacts =
  | Cause<'unparsed', Quoted>
  | Cause<'deep', AtMost>
  | Cause<'each', Given & Example>
  | Cause<'sentence-name', Given>
  | Cause<'sentence-ring', Listed>
  | Cause<'sentences', AtMost>
  | Cause<'first-word', Given>
  | Cause<'option', Named & OneOf>
  | Cause<'values', Named & Counted & Takes>
  | Cause<'digits', Counted & AtMost>
  | Cause<'opening', Quoted & Opening>
  | Cause<'subject', Named & Counted>
  | Cause<'block-name', Named & AtMost>;

/** Something that reports of the form have. */
interface Example {
  /** Such as `（如 facts.visits）`; empty if there is none. */
  readonly example: string;
}

/** A helper. */
interface Takes {
  /** The least and the most values that it takes. */
  readonly takes: readonly [least: number, most: number];
}

/** How a block is opened. */
interface Opening {
  /** Whether with four braces. */
  readonly isRaw: boolean;
}

const refused = '模板引用的句子用不了';

/** What is said of the syntax of a template. */
export const TEMPLATE_SYNTAX_WORDS: Words<TemplateSyntaxFacts> = {
  unparsed: ({ text }) => ({
    message: '模板写得不合语法',
    found: text,
    hint: '检查此处的花括号和 {{/if}}、{{/each}} 是否配对',
  }),
  deep: ({ most }) => ({
    message: '模板一层套一层，套得太深',
    found: `超过 ${most} 层`,
    expected: `不超过 ${most} 层`,
    hint: '拆成几段来写',
  }),
  each: ({ given, example }) => ({
    message: '模板里的 #each 后面应是一个列表',
    found: given,
    expected: `列表${example}`,
    hint: '不是列表的，用 {{#with …}} 或直接写变量',
  }),
  'sentence-name': ({ given }) => ({
    message: refused,
    found: given,
    expected: '同一文件夹里的文件名，不带 .hbs',
    hint: '写成 {{> 句子的名称}}，后面不加别的',
  }),
  'sentence-ring': ({ all }) => ({
    message: refused,
    found: all.join(' → '),
    expected: '不引用自己的句子',
    hint: '删去其中一处引用',
  }),
  sentences: ({ most }) => ({
    message: refused,
    found: `超过 ${most} 处引用`,
    expected: `不超过 ${most} 处`,
    hint: '少套几层',
  }),
  'first-word': ({ given }) => ({
    message: '花括号里的第一个词应是变量或辅助函数的名称，不能是数字或引号里的文字',
    found: given,
    expected: '变量或辅助函数的名称',
    hint: '数字和文字直接写在正文里，不用花括号',
  }),
  option: ({ name, known }) => ({
    message: `模板里的 ${name}= 不能写在这里`,
    found: `${name}=`,
    expected: known.length > 0 ? `只写一次 ${known.join('、')}=` : '没有等号',
    hint: '删去它；只有 {{#if …}} 和 {{#unless …}} 可以写 includeZero=true',
  }),
  values: ({ name, count, takes: [least, most] }) => ({
    message: `模板里 ${name} 后面的值${count > most ? '多了' : '少了'}`,
    found: `${count} 个`,
    expected: least === most ? `${least} 个` : `${least} 至 ${most} 个`,
    hint: '核对辅助函数的用法；括号里的一项算一个值',
  }),
  digits: ({ count, most }) => ({
    message: '模板里的数位数太多',
    found: `${count} 位`,
    expected: `不超过 ${most} 位`,
    hint: '位数更多的写在引号里，如 "12345678901234567890"',
  }),
  opening: ({ text, isRaw }) => ({
    message: '模板里的块应以 {{#…}} 开始',
    found: text,
    expected: '{{#if …}}、{{#unless …}}、{{#each …}} 或 {{#with …}}',
    hint: isRaw ? '不能用四个花括号' : '要写“没有”时的文字，用 {{#unless …}} 或 {{else}}',
  }),
  subject: ({ name, count }) => ({
    message: `模板里的 #${name} 后面应有一个变量`,
    found: `${count} 个`,
    expected: '1 个',
    hint: '如 {{#if agency.website}}；几个条件的，一层套一层',
  }),
  'block-name': ({ name, most }) => ({
    message: `模板里 as |…| 的名称 ${name} 不能用`,
    found: name,
    expected: `至多 ${most} 个名称，不重复，不与辅助函数同名`,
    hint: '{{#each …}} 可以写 as |项 序号|，{{#with …}} 可以写 as |项|，其他块不能写',
  }),
};
