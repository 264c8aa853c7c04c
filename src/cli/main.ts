#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { ReportError } from '../diagnostics/diagnostic.js';
import { formatDiagnostic } from '../diagnostics/problem-text.js';
import { auditCommand } from './audit/audit-command.js';
import { batchCommand } from './batch/batch-command.js';
import { callMistake } from './call-mistakes.js';
import { checkCommand } from './check-command.js';
import { addCommand, type CommandSpec, described } from './command.js';
import { compareCommand } from './compare-command.js';
import { EXIT, exitCodeFor } from './exit-codes.js';
import { exportCommand } from './export-command.js';
import { initCommand } from './init-command.js';
import { outlineCommand } from './outline-command.js';
import { readCommand } from './read-command.js';
import { withoutPasswords } from './redis-flag.js';
import { renderCommand } from './render-command.js';
import { rollupCommand } from './rollup-command.js';
import { schemaCommand } from './schema-command.js';
import { verifyCommand } from './verify-command.js';
import { version } from './version.js';
import { workbookCommand } from './workbook-command.js';
import { workerCommand } from './worker-command.js';

/** Every command, in the order in which the usage lists them. */
const commands: readonly CommandSpec[] = [
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
];

const setExitCode = (code: number): void => {
  process.exitCode = code;
};

async function programFor(args: readonly string[]): Promise<Command> {
  const program = new Command('nianbao')
    .description('生成政府信息公开工作年度报告的 PDF、OFD、Word 文件和网页')
    .version(version, '-V, --version', '显示版本')
    .helpOption('-h, --help', '显示用法')
    .helpCommand(false)
    .addHelpText('after', '\n退出码：0 完成；1 报告有问题；2 用法不对；3 模板或字体有问题；4 不能读写文件；70 程序出错')
    .configureOutput({ outputError: () => {} })
    .exitOverride();
  const called = args.find((arg) => !arg.startsWith('-'));
  for (const command of commands) {
    addCommand(program, command.name === called ? await described(command) : command, setExitCode);
  }
  return program;
}

/** Prints an error and returns its exit code. */
function report(thrown: unknown): number {
  const error = thrown instanceof CommanderError ? callMistake(thrown, process.argv.slice(2), commands) : thrown;
  if (error === undefined) return EXIT.done;
  if (error instanceof ReportError) {
    process.stderr.write(`${withoutPasswords(error.diagnostics.map(formatDiagnostic).join('\n'))}\n`);
    return exitCodeFor(error.diagnostics);
  }
  const text = error instanceof Error ? error.stack : String(error);
  process.stderr.write(`nianbao 自身出错，请带上这段文字报告：\n${text}\n`);
  return EXIT.internal;
}

// A reader that closes the pipe early (`| head`) is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? EXIT.done : EXIT.io);
});

try {
  const program = await programFor(process.argv.slice(2));
  await program.parseAsync();
} catch (error) {
  setExitCode(report(error));
}
