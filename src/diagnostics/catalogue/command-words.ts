import { didYouMean } from '../nearest.js';
import type { Words } from './code-entry.js';
import type { Cause, Given, Named, Near, OneOf } from './fact-pieces.js';

/** A call that was not understood. */
interface OfCall {
  /** The usage of the command that was called. */
  readonly usage: string;
  /** How to see its help. */
  readonly help: string;
}

/** An option with a value. */
interface Described extends Named {
  /** What it is for. */
  readonly description: string;
}

/** What can be wrong with a call of the command line as such. */
export type CommandFacts =
  | Cause<'no-command', OfCall>
  | Cause<'unknown-command', Given & OneOf & OfCall>
  | Cause<'unknown-word', Given & OfCall>
  | Cause<'missing-word' | 'missing-folder' | 'missing-file', Named & OfCall>
  | Cause<'missing-option', Described & OfCall>
  | Cause<'too-many', Given & OfCall>
  | Cause<'unknown-option', Given & Near & OfCall>
  | Cause<'option-without-value', Named & OfCall>
  | Cause<'not-understood', Given & OfCall>;

/** A hint that more follows. */
const sentence = (hint: string): string => (/[？。]$/.test(hint) ? hint : `${hint}；`);

/** What is said of a call of the command line. */
export const COMMAND_WORDS: Words<CommandFacts> = {
  'no-command': ({ usage, help }) => ({ message: '没有指明命令', found: '没有命令', expected: usage, hint: help }),
  'unknown-command': ({ given, known, usage, help }) => ({
    message: '没有这个命令',
    found: given,
    expected: usage,
    hint: `${sentence(didYouMean(given, known))}${help}`,
  }),
  'unknown-word': ({ given, usage, help }) => ({ message: '没有这个命令', found: given, expected: usage, hint: help }),
  'missing-word': ({ name, usage, help }) => ({
    message: '命令没有写全',
    found: `没有 ${name}`,
    expected: usage,
    hint: help,
  }),
  'missing-folder': ({ name, usage, help }) => ({
    message: '没有写文件夹',
    found: `没有 ${name}`,
    expected: usage,
    hint: help,
  }),
  'missing-file': ({ name, usage, help }) => ({
    message: '没有指明要处理的文件',
    found: `没有 ${name}`,
    expected: usage,
    hint: help,
  }),
  'missing-option': ({ name, description, help }) => ({
    message: '缺少必需的选项',
    found: `没有 ${name}`,
    expected: `${name}：${description}`,
    hint: help,
  }),
  'too-many': ({ given, usage, help }) => ({ message: '参数太多', found: given, expected: usage, hint: help }),
  'unknown-option': ({ given, near, usage, help }) => ({
    message: '没有这个选项',
    found: given,
    expected: usage,
    hint: `${near === undefined ? '' : `是不是想写 ${near}？`}${help}`,
  }),
  'option-without-value': ({ name, help }) => ({
    message: '选项缺少参数',
    found: `${name} 后面没有写值`,
    expected: name,
    hint: help,
  }),
  'not-understood': ({ given, usage, help }) => ({
    message: '用法不对',
    found: given || '没有看懂这个命令',
    expected: usage,
    hint: help,
  }),
};
