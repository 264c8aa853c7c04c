import { type Command, Help, type Option } from 'commander';
import { EXIT } from './exit-codes.js';

// How usages look: in Chinese throughout, and wrapped by the columns that Chinese characters take.

/** What commander calls the parts of a usage. */
const TITLES: { readonly [title: string]: string } = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

/** Characters that take two columns of a terminal. */
const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/u;

/** The columns of a terminal that a text takes. */
export const columnsOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);

/** What lines are broken between: words, and single Chinese characters with the marks that belong to them. */
const CHUNKS = /\s*[“（《〈【]*(?:[\x21-\x7e]+|[^\s])[”）》〉】，。；：、！？…]*/gu;

/** A text in lines of so many columns. */
export function wrapped(text: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const chunk of text.match(CHUNKS) ?? []) {
    if (line !== '' && columnsOf(line + chunk) > width) {
      lines.push(line);
      line = chunk.trimStart();
    } else line += chunk;
  }
  return [...lines, line].join('\n');
}

/** An option's description with what holds if it is not given. */
function optionDescription({ description, defaultValue, envVar }: Option): string {
  const preset = defaultValue === undefined ? '' : `（不写则为 ${defaultValue}）`;
  const variable = envVar === undefined ? '' : `（也可用环境变量 ${envVar}）`;
  return `${description}${preset}${variable}`;
}

const inChinese = (usage: string): string => usage.replace('[options]', '[选项]').replace('[command]', '[命令]');

/** How a command is called: `nianbao render [选项] <FILE...>`. */
export function callOf(command: Command): string {
  return inChinese(command.createHelp().commandUsage(command));
}

/** What makes commander write usages as they are here. */
export const chineseHelp: Partial<Help> = {
  styleTitle: (title) => TITLES[title] ?? title,
  styleUsage: inChinese,
  subcommandTerm: (command) => `${command.name()} ${command.usage().replace('[options]', '').trim()}`.trim(),
  optionDescription,
  // The title ends with a mark that is as wide as the space behind it.
  formatHelp: (command, helper) => Help.prototype.formatHelp.call(helper, command, helper).replace('： ', '：'),
  displayWidth: columnsOf,
  boxWrap: wrapped,
};

/** A call and what it does. */
export type Example = readonly [call: string, does: string];

/** Examples with their explanations above them, as an end of a usage. */
export function exampleText(examples: readonly Example[]): string {
  if (examples.length === 0) return '';
  const lines = examples.map(([call, does]) => `  # ${does}\n  nianbao ${call}`);
  return `\n例子：\n${lines.join('\n')}\n`;
}

/** The exit codes, as an end of a usage. @param ofReport what it means that a report is not in order; `null` for a command that reads none */
export function exitText(ofReport: string | null = '报告有问题'): string {
  const [report, resource] =
    ofReport === null ? ['', ''] : [`${EXIT.report} ${ofReport}；`, `${EXIT.resource} 模板或字体有问题；`];
  return `\n退出码：${EXIT.done} 完成；${report}${EXIT.usage} 用法不对；${resource}${EXIT.io} 不能读写文件；${EXIT.internal} 程序出错`;
}
