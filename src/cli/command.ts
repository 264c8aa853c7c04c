import { type Command, Option } from 'commander';

/** An option of a command, as its usage shows it. */
export interface OptionSpec {
  /** Such as `-o, --output <DIR>`. */
  readonly flags: string;
  readonly description: string;
  readonly default?: string;
  readonly required?: true;
  /** May be given several times; its value is a list. */
  readonly repeatable?: true;
  /** The environment variable that holds its value if it is not given. */
  readonly env?: string;
}

/** A command as it registers itself: all that its usage needs, and nothing that takes time to load. */
export interface CommandSpec {
  readonly name: string;
  /** Such as `<FILE...>`; none if not given. */
  readonly operands?: string;
  readonly description: string;
  /** Called only if this command is: what it shows may be loaded first. */
  readonly options: () => readonly OptionSpec[] | Promise<readonly OptionSpec[]>;
  /** Loads what the command needs and runs it; gives the exit code. A method, so that each command can type its own flags. */
  run(operands: readonly string[], flags: object): Promise<number>;
}

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

function toOption({ flags, description, default: preset, required, repeatable, env }: OptionSpec): Option {
  const option = new Option(flags, description);
  if (preset !== undefined) option.default(preset);
  if (required) option.makeOptionMandatory();
  if (repeatable) option.argParser(collect);
  if (env !== undefined) option.env(env);
  return option;
}

/** Adds a command to the program. Without options it can be listed, but not run. */
export function addCommand(
  program: Command,
  { name, operands = '', description, run }: CommandSpec,
  options: readonly OptionSpec[],
  finish: (exitCode: number) => void,
): void {
  const command = program.command(`${name} ${operands}`.trim()).description(description);
  for (const option of options) command.addOption(toOption(option));
  command.action(async () => finish(await run(command.args, command.opts())));
}
