import type { Command, CommanderError, Option } from 'commander';
import type { FactsOf } from '../diagnostics/codes.js';
import { type Diagnostic, diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import { callOf } from './usage-text.js';

// Mistakes in a call, in our own words: commander's are English, and one at a time.

const fault = (facts: FactsOf<'usage/argument'>): Diagnostic => diagnostic('usage/argument', facts);

/** Where the usage of a command is read. */
const seeUsage = (command: Command): string =>
  command.parent === null ? '用 nianbao --help 查看用法' : `用 nianbao ${command.name()} --help 查看用法`;

/** The usage of a command, and how to see its help. */
const ofCall = (command: Command) => ({ usage: callOf(command), help: seeUsage(command) });

/** What is against an operand: a word that is typed as it stands is another, or one that is needed is not there. */
function operandFault(command: Command, wanted: string, typed: string | undefined): Diagnostic | undefined {
  const call = ofCall(command);
  const isWord = !/^[<[]/.test(wanted);
  if (isWord && typed !== undefined && typed !== wanted) {
    return fault({ cause: 'unknown-word', given: `${command.name()} ${typed}`, ...call });
  }
  if (typed !== undefined || wanted.startsWith('[')) return undefined;
  const cause = isWord ? 'missing-word' : wanted.startsWith('<DIR') ? 'missing-folder' : 'missing-file';
  return fault({ cause, name: wanted, ...call });
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
        fault({ cause: 'missing-option', name: written, description, ...ofCall(command) }),
      ),
    ...(beyond.length === 0 ? [] : [fault({ cause: 'too-many', given: beyond.join(' '), ...ofCall(command) })]),
  ];
  if (faults.length > 0) throw new ReportError(faults);
}

/** What commander quotes: the command or the option that it speaks of, this without its value, which may be a password. */
const quotedIn = ({ message }: CommanderError): string => /'(-[^'=]*|[^']*)/.exec(message)?.[1] ?? '';

const longOptions = (command: Command): readonly string[] => command.options.flatMap(({ long }) => long ?? []);

function unknownOption(name: string, command: Command): Diagnostic {
  // Letters are all alike: one that is unknown says nothing of which was meant.
  const near = name.startsWith('--') ? nearest(name, longOptions(command)) : undefined;
  return fault({ cause: 'unknown-option', given: name, near, ...ofCall(command) });
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
      return fault({ cause: 'no-command', ...ofCall(program) });
    case 'commander.unknownCommand':
      return unknownCommand(name, program);
    case 'commander.unknownOption':
      return unknownOption(name, command);
    case 'commander.optionMissingArgument':
      return fault({ cause: 'option-without-value', name, ...ofCall(command) });
    default:
      return fault({ cause: 'not-understood', given: name, ...ofCall(command) });
  }
}

/** A command that there is not. */
function unknownCommand(name: string, program: Command): Diagnostic {
  const known = program.commands.map((one) => one.name());
  return fault({ cause: 'unknown-command', given: name, known, ...ofCall(program) });
}
