import { type Command, Option } from 'commander';
import { OFFICE_VARIABLE } from '../host/office-variable.js';
import { REPORT_EXTENSION } from '../readers/read-source.js';
import { DOCUMENT_EXTENSION, OFFICE_EXTENSION } from '../readers/source-kinds.js';
import { proveCall } from './call-faults.js';
import { misuse } from './misuse.js';
import { type Example, exampleText, exitText } from './usage-text.js';
import { setVoice } from './voice.js';

const isDocumentName = (name: string): boolean =>
  [REPORT_EXTENSION, DOCUMENT_EXTENSION, OFFICE_EXTENSION].some((pattern) => pattern.test(name));

/** An option of a command, as its usage shows it. */
export interface OptionSpec {
  /** Such as `-o, --output <DIR>`. */
  readonly flags: string;
  /** A function loads the text; it is called only if the command is. */
  readonly description: string | (() => Promise<string>);
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
  /** Such as `<FILE...>`, or `copy <DIR>`, where `copy` is typed as it stands; none if not given. */
  readonly operands?: string;
  readonly description: string;
  readonly options: readonly OptionSpec[];
  /** Calls, without the name of the program, and what they do. */
  readonly examples: readonly Example[];
  /** What the exit code for reports means here, if it is not that a report has errors; `null` for a command that reads none. */
  readonly exit?: string | null;
  /** Loads and runs the command; returns the exit code. Declared as a method so that each command can type its own flags. */
  run(operands: readonly string[], flags: object): Promise<number>;
}

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

function toOption({ flags, description, default: preset, repeatable, env }: OptionSpec): Option {
  const option = new Option(flags, typeof description === 'string' ? description : '');
  if (preset !== undefined) option.default(preset);
  if (repeatable) option.argParser(collect);
  if (env !== undefined) option.env(env);
  return option;
}

/** The command with the descriptions of all its options loaded. */
export async function described(command: CommandSpec): Promise<CommandSpec> {
  const describe = async ({ description, ...option }: OptionSpec): Promise<OptionSpec> => ({
    ...option,
    description: typeof description === 'string' ? description : await description(),
  });
  return { ...command, options: await Promise.all(command.options.map(describe)) };
}

/** Sets the variable by which all that reads knows LibreOffice, workers included. */
function allowOffice(program: unknown): void {
  const name = typeof program === 'string' ? program : 'soffice';
  if (isDocumentName(name)) {
    throw misuse({ cause: 'soffice', given: name });
  }
  process.env[OFFICE_VARIABLE] = name;
}

/** What every command takes. */
export const everywhere: readonly OptionSpec[] = [
  { flags: '-q, --quiet', description: '只说错误，不说做了什么，也不说警告和建议' },
  { flags: '--verbose', description: '说明用了什么设置、每一步用了多久' },
];

/** Operands as commander is told of them: what is missing is found out by `proveCall`, all at once. */
const lenient = (operands: string): string => operands.replace(/[<[]?([^\s<>[\]]+)[>\]]?/g, '[$1]');

/** Adds a command to the program. */
export function addCommand(program: Command, spec: CommandSpec, finish: (exitCode: number) => void): void {
  const { name, operands = '', description, options, examples, exit, run } = spec;
  const command = program
    .command(`${name} ${lenient(operands)}`.trim())
    .usage(`[options] ${operands}`.trim())
    .description(description)
    .allowExcessArguments()
    .helpOption('-h, --help', '显示用法')
    .addHelpText('after', `${exampleText(examples)}${exitText(exit)}`);
  const all = [...options, ...everywhere].map((one): [OptionSpec, Option] => [one, toOption(one)]);
  for (const [, option] of all) command.addOption(option);
  command.action(async () => {
    proveCall(
      command,
      operands,
      all.flatMap(([{ required }, option]) => (required ? option : [])),
    );
    const flags = command.opts();
    setVoice(flags);
    if ('soffice' in flags) allowOffice(flags.soffice);
    finish(await run(command.args, flags));
  });
}
