import { script } from '@bomb.sh/tab';
import { type CommandSpec, everywhere, type OptionSpec } from './command.js';
import { EXIT } from './exit-codes.js';
import { misuse } from './misuse.js';
import { give } from './voice.js';

const SHELLS: readonly string[] = ['bash', 'zsh', 'fish', 'powershell'];

/** What shells are told of a completion: that files may be meant, or that nothing else can be. */
const MEANS = { files: 0, nothing: 4 } as const;

/** A word that may be meant, and what it does. */
interface Candidate {
  readonly word: string;
  readonly does: string;
}

const flagsOf = ({ flags, description }: OptionSpec): readonly Candidate[] =>
  (flags.match(/(?<!\S)--?[a-z][\w-]*/gi) ?? []).map((word) => ({
    word,
    does: typeof description === 'string' ? description : '',
  }));

const takesValue = ({ flags }: OptionSpec): boolean => flags.includes('<');

/** What the last of some words may become. */
export function candidates(
  words: readonly string[],
  commands: readonly CommandSpec[],
): { readonly found: readonly Candidate[]; readonly means: keyof typeof MEANS } {
  const typed = words.at(-1) ?? '';
  const [name, ...before] = words.slice(0, -1);
  const begins = ({ word }: Candidate) => word.startsWith(typed);
  if (name === undefined || (name === 'help' && before.length === 0)) {
    const all = commands.map((one) => ({ word: one.name, does: one.description }));
    return { found: all.filter(begins), means: 'nothing' };
  }
  const command = commands.find((one) => one.name === name);
  if (command === undefined) return { found: [], means: 'files' };
  const options = [...command.options, ...everywhere];
  const last = options.find((option) => flagsOf(option).some(({ word }) => word === before.at(-1)));
  if (last !== undefined && takesValue(last)) return { found: [], means: 'files' };
  if (typed.startsWith('-')) return { found: options.flatMap(flagsOf).filter(begins), means: 'nothing' };
  const [word = ''] = command.operands?.match(/^[a-z]+(?= )/) ?? [];
  if (word !== '' && before.length === 0)
    return { found: [{ word, does: command.description }].filter(begins), means: 'nothing' };
  return { found: [], means: command.operands === undefined ? 'nothing' : 'files' };
}

/** The library's script for bash offers no files where a command takes some. */
const withFiles = (text: string): string => text.replace(/^complete -F/m, 'complete -o default -F');

/** The script of a shell, which asks `nianbao complete -- …`. The library prints it. */
function printScript(shell: string): void {
  const { log } = console;
  const lines: string[] = [];
  console.log = (text: string) => lines.push(text);
  try {
    script(shell, 'nianbao', 'nianbao');
  } finally {
    console.log = log;
  }
  give(`${withFiles(lines.join('\n'))}\n`);
}

/** `nianbao complete`: a shell's script, or what that script asks for. */
export async function complete(words: readonly string[], commands: readonly CommandSpec[]): Promise<number> {
  const [shell = ''] = words;
  if (process.argv.includes('--')) {
    const { found, means } = candidates(words, commands);
    const lines = found.map(({ word, does }) => `${word}\t${does}`);
    give([...lines, `:${MEANS[means]}`, ''].join('\n'));
    return EXIT.done;
  }
  if (!SHELLS.includes(shell)) {
    throw misuse({ cause: 'unknown-shell', given: shell, known: SHELLS });
  }
  printScript(shell);
  return EXIT.done;
}
