import { Command, CommanderError } from 'commander';
import { ReportError } from '../diagnostics/diagnostic.js';
import { formatDiagnostic } from '../diagnostics/problem-text.js';
import { auditCommand } from './audit/audit-command.js';
import { batchCommand } from './batch/batch-command.js';
import { callFault } from './call-faults.js';
import { checkCommand } from './check-command.js';
import { addCommand, type CommandSpec, described } from './command.js';
import { compareCommand } from './compare-command.js';
import { completeCommand } from './complete-command.js';
import { EXIT, exitCodeFor } from './exit-codes.js';
import { exportCommand } from './export-command.js';
import { fontsCommand } from './fonts-command.js';
import { infoCommand } from './info-command.js';
import { initCommand } from './init-command.js';
import { outlineCommand } from './outline-command.js';
import { readCommand } from './read-command.js';
import { withoutPasswords } from './redis-flag.js';
import { renderCommand } from './render-command.js';
import { rollupCommand } from './rollup-command.js';
import { schemaCommand } from './schema-command.js';
import { templatesCommand } from './templates-command.js';
import { chineseHelp, exitText } from './usage-text.js';
import { verifyCommand } from './verify-command.js';
import { version } from './version.js';
import { tellLines } from './voice.js';
import { workbookCommand } from './workbook-command.js';
import { workerCommand } from './worker-command.js';

/** Every command, in the order in which the usage lists them. */
const named: readonly CommandSpec[] = [
  renderCommand,
  batchCommand,
  workerCommand,
  checkCommand,
  readCommand,
  verifyCommand,
  compareCommand,
  auditCommand,
  exportCommand,
  rollupCommand,
  initCommand,
  workbookCommand,
  schemaCommand,
  outlineCommand,
  templatesCommand,
  fontsCommand,
  infoCommand,
];

const commands: readonly CommandSpec[] = [...named, completeCommand(named)];

/** What threads do; they run this program as well (`kept-thread.ts`). */
export const threadFunctions = (): Promise<typeof import('../batch/thread.js')> => import('../batch/thread.js');

/** The names of the commands. */
export const names: readonly string[] = commands.map(({ name }) => name);

const setExitCode = (code: number): void => {
  process.exitCode = code;
};

/** The command that is called, also where its help is asked for: `nianbao help render`. */
const calledIn = (args: readonly string[]): string | undefined => args.find((arg) => !arg.startsWith('-'));

async function programFor(args: readonly string[]): Promise<Command> {
  const program = new Command('nianbao')
    .description('生成、读入、核对、汇总政府信息公开工作年度报告')
    .version(version, '-V, --version', '显示版本')
    .helpOption('-h, --help', '显示用法')
    .helpCommand('help [命令]', '显示一个命令的用法')
    .configureHelp(chineseHelp)
    .addHelpText('after', `\n用 nianbao help <命令> 看一个命令的选项和例子。\n${exitText()}`)
    .configureOutput({ outputError: () => {} })
    .exitOverride();
  const called = calledIn(args);
  for (const command of commands) {
    addCommand(program, command.name === called ? await described(command) : command, setExitCode);
  }
  return program;
}

/** `help render` as `render --help`, `help` as `--help`. */
function asOption(typed: readonly string[]): readonly string[] {
  const [first, asked] = typed;
  if (first !== 'help') return typed;
  if (asked === undefined || asked === 'help') return ['--help'];
  return commands.some(({ name }) => name === asked) ? [asked, '--help'] : [asked];
}

/** Prints an error and returns its exit code. */
function report(thrown: unknown): number {
  if (thrown instanceof ReportError) {
    tellLines(withoutPasswords(thrown.diagnostics.map(formatDiagnostic).join('\n')));
    return exitCodeFor(thrown.diagnostics);
  }
  const text = thrown instanceof Error ? thrown.stack : String(thrown);
  tellLines(`nianbao 自身出错，请带上这段文字报告：\n${text}`);
  return EXIT.internal;
}

/** An error of commander's in our own words; undefined for help and version, which are none. */
function inOwnWords(thrown: unknown, program: Command, called: string | undefined): unknown {
  if (!(thrown instanceof CommanderError)) return thrown;
  const command = program.commands.find((one) => one.name() === called);
  const fault = callFault(thrown, program, command);
  return fault && new ReportError([fault]);
}

/** Runs what the process was called with, and sets its exit code. */
export async function runCommandLine(): Promise<void> {
  // A reader that closes the pipe early (`| head`) is not an error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? EXIT.done : EXIT.io);
  });
  const args = asOption(process.argv.slice(2));
  const program = await programFor(args);
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    const thrown = inOwnWords(error, program, calledIn(args));
    if (thrown !== undefined) setExitCode(report(thrown));
  }
}
