import type { Command, CommanderError, Option } from 'commander';
import { type Diagnostic, diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { didYouMean, nearest } from '../diagnostics/nearest.js';
import { callOf } from './usage-text.js';

// Mistakes in a call, in our own words: commander's are English, and one at a time.

const fault = (message: string, found: string, expected: string, hint: string): Diagnostic =>
  diagnostic('usage/argument', { message, found, expected, hint });

/** Where the usage of a command is read. */
const seeUsage = (command: Command): string =>
  command.parent === null ? '用 nianbao --help 查看用法' : `用 nianbao ${command.name()} --help 查看用法`;

/** What is against an operand: a word that is typed as it stands is another, or one that is needed is not there. */
function operandFault(command: Command, wanted: string, typed: string | undefined): Diagnostic | undefined {
  const isWord = !/^[<[]/.test(wanted);
  if (isWord && typed !== undefined && typed !== wanted) {
    return fault('没有这个命令', `${command.name()} ${typed}`, callOf(command), seeUsage(command));
  }
  if (typed !== undefined || wanted.startsWith('[')) return undefined;
  if (isWord) return fault('命令没有写全', `没有 ${wanted}`, callOf(command), seeUsage(command));
  const what = wanted.startsWith('<DIR') ? '没有写文件夹' : '没有指明要处理的文件';
  return fault(what, `没有 ${wanted}`, callOf(command), seeUsage(command));
}

/**
 * Refuses a call that lacks something, or has too much.
 *
 * @param required the options that must be given
 * @param operands such as `<FILE...>` or `copy <DIR>`
 * @throws ReportError `usage/argument` with everything that is missing
 */
export function proveCall(command: Command, operands: string, required: readonly Option[]): void {
  const wanted = operands.split(' ').filter((one) => one !== '');
  const most = operands.includes('...') ? Infinity : wanted.length;
  const beyond = command.args.slice(most);
  const flags = command.opts();
  const faults = [
    ...wanted.flatMap((one, i) => operandFault(command, one, command.args[i]) ?? []),
    ...required
      .filter((option) => flags[option.attributeName()] === undefined)
      .map(({ flags: written, description }) =>
        fault('缺少必需的选项', `没有 ${written}`, `${written}：${description}`, seeUsage(command)),
      ),
    ...(beyond.length === 0 ? [] : [fault('参数太多', beyond.join(' '), callOf(command), seeUsage(command))]),
  ];
  if (faults.length > 0) throw new ReportError(faults);
}

/** What commander quotes: the command or the option that it speaks of, this without its value, which may be a password. */
const quotedIn = ({ message }: CommanderError): string => /'(-[^'=]*|[^']*)/.exec(message)?.[1] ?? '';

function unknownOption(name: string, command: Command): Diagnostic {
  const known = command.options.flatMap(({ short, long }) => [short, long].flatMap((one) => one ?? []));
  const best = nearest(name, known);
  const hint = best === undefined ? '' : `是不是想写 ${best}？`;
  return fault('没有这个选项', name, callOf(command), `${hint}${seeUsage(command)}`);
}

/**
 * A mistake that commander found; undefined for help and version, which are none.
 *
 * @param command the one that was called; the program itself if none was
 */
export function callFault(
  error: CommanderError,
  program: Command,
  called: Command | undefined,
): Diagnostic | undefined {
  const command = called ?? program;
  if (error.exitCode === 0) return undefined;
  const name = quotedIn(error);
  switch (error.code) {
    case 'commander.help':
      return fault('没有指明命令', '没有命令', callOf(program), seeUsage(program));
    case 'commander.unknownCommand':
      return unknownCommand(name, program);
    case 'commander.unknownOption':
      return unknownOption(name, command);
    case 'commander.optionMissingArgument':
      return fault('选项缺少参数', `${name} 后面没有写值`, name, seeUsage(command));
    default:
      return fault('用法不对', name || '没有看懂这个命令', callOf(command), seeUsage(command));
  }
}

/** A hint that more follows. */
const sentence = (hint: string): string => (/[？。]$/.test(hint) ? hint : `${hint}；`);

/** A command that there is not. */
function unknownCommand(name: string, program: Command): Diagnostic {
  const known = program.commands.map((one) => one.name());
  return fault('没有这个命令', name, callOf(program), `${sentence(didYouMean(name, known))}${seeUsage(program)}`);
}
