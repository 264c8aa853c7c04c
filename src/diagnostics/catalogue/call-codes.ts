import { didYouMean } from '../nearest.js';
import { byCause, type CodeEntries } from './code-entry.js';
import { COMMAND_WORDS, type CommandFacts } from './command-words.js';
import type { Because, Cause, Given, Listed, Named, OneOf } from './fact-pieces.js';
import { FLAG_WORDS, type FlagFacts } from './flag-words.js';
import { LIST_WORDS, type ListFacts } from './list-words.js';
import { OPTION_WORDS, type OptionFacts } from './option-words.js';
import { OUTPUT_WORDS, type OutputFacts } from './output-words.js';

/** What can be wrong with a call. */
export type ArgumentFacts = OptionFacts | ListFacts | CommandFacts | FlagFacts | OutputFacts;

type ConfigFacts =
  | Cause<'not-an-object' | 'without-rules', Given>
  | Cause<'unknown-setting', Named>
  | Cause<'rules-not-an-object' | 'limits-not-an-object', Given>
  | Cause<'unknown-rule' | 'unknown-limit', Named & OneOf>
  | Cause<'rule-setting', Named & Given & OneOf>
  | Cause<'fixed-rule' | 'limit', Named & Given>
  | Cause<'too-many', Given & { readonly most: number }>;

/** The facts of problems of a call and of its settings. */
export interface CallFacts {
  /** Which argument is at fault. */
  'usage/argument': ArgumentFacts;
  /** Which setting is at fault. */
  'config/invalid': ConfigFacts;
  /** The packages that are needed. */
  'package/missing': Listed & Because;
}

const SETTINGS = { expected: '{ "rules": { … } }', hint: '写成 { "rules": { "text/unbound": "off" } }' };

/** Problems of a call and of its settings. */
export const CALL_CODES: CodeEntries<CallFacts> = {
  'usage/argument': {
    kind: 'usage',
    means: '命令或函数的参数不对：少写、多写，或互相矛盾；名单写得不对的也算',
    found: '--seal-width 500',
    expected: '大于 0、不超过 100 的毫米数',
    remedy: '按“应为”改正；命令的用法见 nianbao help 命令',
    says: byCause<ArgumentFacts>({
      ...OPTION_WORDS,
      ...LIST_WORDS,
      ...COMMAND_WORDS,
      ...FLAG_WORDS,
      ...OUTPUT_WORDS,
    }),
  },
  'config/invalid': {
    kind: 'usage',
    means: 'nianbao.config.json 里的设置，或代码里的 rules、limits 选项不对',
    found: '"text/figuer": "off"',
    expected: '"text/figure": "off"',
    remedy: '按提示的名称改正；规则见 docs/rules.md，限制见 docs/limits.md',
    says: byCause<ConfigFacts>({
      'not-an-object': ({ given }) => ({ message: '设置应是一个有 rules 的对象', found: given, ...SETTINGS }),
      'unknown-setting': ({ name }) => ({ message: `没有 ${name} 这项设置`, found: name, ...SETTINGS }),
      'without-rules': () => ({ message: '设置里没有 rules', found: '没有 rules', ...SETTINGS }),
      'rules-not-an-object': ({ given }) => ({
        message: 'rules 应是一个对象',
        found: given,
        expected: '{ "规则代码": "off" }',
        hint: '如 { "rules": { "text/unbound": "off", "text/figure": "error" } }',
      }),
      'too-many': ({ given, most }) => ({
        message: '设置太多',
        found: given,
        expected: `不超过 ${most} 项`,
        hint: '只写与平常不同的',
      }),
      'unknown-rule': ({ name, known }) => ({
        message: `没有 ${name} 这条规则`,
        found: name,
        expected: 'docs/rules.md 里的代码',
        hint: didYouMean(name, known),
      }),
      'rule-setting': ({ name, given, known }) => ({
        message: `${name} 的设置不对`,
        found: given,
        expected: known.join('、'),
        hint: 'off 关掉，note、warning、error 改为建议、警告、错误',
      }),
      'fixed-rule': ({ name, given }) => ({
        message: `${name} 是规定的勾稽关系，不能关掉或降低`,
        found: given,
        expected: 'error，或不写',
        hint: '确须按已公布的数字印出的，在那份报告的 waivers 里写明 rule、path 和 reason',
      }),
      'limits-not-an-object': ({ given }) => ({
        message: 'limits 应是一个对象',
        found: given,
        expected: '{ "名称": 数 }',
        hint: '如 { "characters": 200000 }',
      }),
      'unknown-limit': ({ name, known }) => ({
        message: `没有 ${name} 这项限制`,
        found: name,
        expected: 'docs/limits.md 里可改的一项',
        hint: didYouMean(name, known),
      }),
      limit: ({ name, given }) => ({
        message: `限制 ${name} 不对`,
        found: given,
        expected: '大于 0 的整数',
        hint: '如 { "characters": 200000 }',
      }),
    }),
  },
  'package/missing': {
    kind: 'usage',
    means: '要做的事另需一个包，没有安装',
    found: '没有 pdfjs-dist',
    expected: '与 nianbao 装在一处的 pdfjs-dist',
    remedy: '照提示安装，如 npm install pdfjs-dist@5.4.296',
    says: ({ all, reason }) => ({
      message: `缺少 ${all.join('、')}`,
      found: reason,
      expected: `与 nianbao 装在一处的 ${all.join('、')}`,
      hint: `运行 npm install ${all.join(' ')}`,
    }),
  },
};
