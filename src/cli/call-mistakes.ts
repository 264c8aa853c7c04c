import type { ReportError } from '../diagnostics/diagnostic.js';
import type { CommandSpec } from './command.js';
import { misuse } from './misuse.js';

/** What commander says of a call that it does not take. */
interface Refusal {
  readonly code: string;
  readonly exitCode: number;
  readonly message: string;
}

/** What commander names in quotes: a command, an option, an operand. */
const named = ({ message }: Refusal): string => /'([^']*)'/.exec(message)?.[1] ?? '';

/** Mistakes in the call, by the codes of commander: what is wrong, and what was found. */
const MISTAKES: { readonly [code: string]: readonly [message: string, found: (error: Refusal) => string] } = {
  'commander.missingArgument': ['没有指明要处理的文件', (error) => `没有 ${named(error)}`],
  'commander.excessArguments': ['多写了文件或别的参数', (error) => `${named(error)} 后面有多余的`],
  'commander.unknownCommand': ['没有这个命令', named],
  'commander.unknownOption': ['没有这个选项', named],
  'commander.optionMissingArgument': ['选项缺少参数', named],
  'commander.missingMandatoryOptionValue': ['缺少必需的选项', (error) => `没有 ${named(error)}`],
  'commander.help': ['没有指明命令', () => '没有命令'],
};

/** How the command that was called is called, or else any, and where more is said of it. */
function usageOf(args: readonly string[], commands: readonly CommandSpec[]): readonly [usage: string, help: string] {
  const called = commands.find(({ name }) => name === args.find((arg) => !arg.startsWith('-')));
  if (called === undefined) return [`nianbao ${commands.map(({ name }) => name).join('|')}`, 'nianbao --help'];
  const { name, operands = '' } = called;
  return [`nianbao ${name} [选项] ${operands}`.trim(), `nianbao ${name} --help`];
}

/** A mistake in the call, in our own words; undefined for help and version, which are not mistakes. */
export function callMistake(
  error: Refusal,
  args: readonly string[],
  commands: readonly CommandSpec[],
): ReportError | undefined {
  if (error.exitCode === 0) return undefined;
  const [message, found] = MISTAKES[error.code] ?? ['用法不对', named];
  const [usage, help] = usageOf(args, commands);
  return misuse(message, found(error), usage, `用 ${help} 查看用法`);
}
