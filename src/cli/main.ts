#!/usr/bin/env node
import { Command, CommanderError, Option } from 'commander';
import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { formatDiagnostic } from '../diagnostics/problem-text.js';
import { EXIT, exitCodeFor } from './exit-codes.js';
import { version } from './version.js';

// What a command needs is loaded when it is called, so that the usage is told at once.

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** Adds the options that say which formats are made, and how they look. */
function withLook(command: Command): Command {
  return command
    .option('-f, --format <LIST>', '格式，用逗号分开', 'pdf,docx')
    .option('-t, --templates <DIR>', '自己的模板文件夹')
    .option('-d, --draft', '每页衬印“草稿”')
    .option('-s, --seal <PNG>', '落款处的印章图片')
    .option('--seal-width <MM>', '印章的宽度（毫米）', '42')
    .option('-a, --attach', '文件里附带报告数据')
    .option('--embed-fonts', 'Word 文件里嵌入字体')
    .option('--font <ROLE=FILE>', '自己的字体，可重复；角色有 title、heading、subheading、body、table', collect);
}

/** Adds the options of those that render many reports: how many at once, what each may use, and where files go. */
function withThreads(command: Command): Command {
  return command
    .option('-j, --jobs <N>', '同时生成几份；不写则与处理器核数相同')
    .option('--timeout <SECONDS>', '每份报告最多用的时间（秒）', '60')
    .option('--memory <MB>', '每个线程最多用的内存（MB）', '512')
    .option('--s3-path-style', 'S3 的存储桶写在路径里，不写在主机名里');
}

const redis = (text: string): Option => new Option('--redis <URL>', text).env('NIANBAO_REDIS');

/** The arguments' definition. An action's number becomes the exit code. */
function program(finish: (code: number) => void): Command {
  const command = new Command('nianbao')
    .description('生成政府信息公开工作年度报告的 PDF 和 Word 文件')
    .version(version, '-V, --version', '显示版本')
    .helpOption('-h, --help', '显示用法')
    .helpCommand(false)
    .addHelpText('after', '\n退出码：0 完成；1 报告有问题；2 用法不对；3 模板或字体有问题；4 不能读写文件；70 程序出错')
    .configureOutput({ outputError: () => {} })
    .exitOverride();
  withLook(command.command('render <FILE...>'))
    .description('生成文件；FILE 是 JSON 或 YAML，- 表示标准输入')
    .option('-o, --output <PATH>', '写到这个文件夹；只生成一个文件时也可以是文件名', '.')
    .action(async (files, flags) => finish(await (await import('./render-command.js')).render(files, flags)));
  withThreads(withLook(command.command('batch <INPUT...>')))
    .description('批量生成；INPUT 是报告、文件夹、通配符、列出路径的文本文件、JSONL，- 表示标准输入的 JSONL')
    .requiredOption('-o, --output <DIR>', '写到这个文件夹，连同清单 manifest.jsonl；或 s3://桶/前缀')
    .option('-n, --name <PATTERN>', '文件名；可用 {year}、{agency}、{edition}、{id}', '{year}/{agency}.{ext}')
    .option('-c, --changed', '只重新生成有变化的')
    .addOption(redis('交给各台机器上的 nianbao worker；--jobs 成为队列里最多几份，--timeout、--memory 由 worker 定'))
    .option('--manifest <DIR>', '写到 S3 时，清单所在的文件夹；不写则是当前文件夹')
    .action(async (inputs, flags) => finish(await (await import('./batch/batch-command.js')).batch(inputs, flags)));
  withThreads(command.command('worker'))
    .description('做队列里的报告，直到收到 SIGINT 或 SIGTERM')
    .addOption(redis('队列所在的 Redis，如 redis://127.0.0.1:6379').makeOptionMandatory())
    .requiredOption('-o, --output <DIR>', '写到这个共享文件夹，或 s3://桶/前缀；与 batch 的 -o 指同一处')
    .option('--stalled-after <SECONDS>', '多久没有动静就把手上的交给别的 worker（秒）', '30')
    .action(async (flags) => finish(await (await import('./worker-command.js')).worker(flags)));
  command
    .command('check <FILE...>')
    .description('检查报告，不生成文件')
    .option('-t, --templates <DIR>', '自己的模板文件夹')
    .option('-f, --format <NAME>', 'text、json、sarif 或 junit', 'text')
    .option('-p, --previous <FILE>', '上年的报告，用来核对跨年的数字')
    .option('-s, --strict', '有警告也算不通过')
    .option('-r, --report <PATH>', '把校验结果另存为 PDF 或 DOCX')
    .action(async (files, flags) => finish(await (await import('./check-command.js')).check(files, flags)));
  command
    .command('init')
    .description('写出一份待填的报告')
    .requiredOption('-e, --edition <ID>', '版式：2021 或 2019')
    .requiredOption('-y, --year <YEAR>', '报告年度')
    .requiredOption('-a, --agency <NAME>', '机关全称')
    .option('-p, --previous <FILE>', '上年的报告，据以填写上年结转')
    .option('-o, --output <PATH>', '写到这个文件；不写则输出到屏幕')
    .action(async (flags) => finish((await import('./init-command.js')).init(flags)));
  command
    .command('schema')
    .description('输出报告的 JSON Schema，编辑器据以补全和检查')
    .action(async () => {
      const { reportJsonSchema } = await import('../index.js');
      process.stdout.write(`${JSON.stringify(reportJsonSchema(), null, 2)}\n`);
      finish(EXIT.done);
    });
  command
    .command('outline <FILE...>')
    .description('以文字列出报告的全部内容和表格结构')
    .option('-t, --templates <DIR>', '自己的模板文件夹')
    .action(async (files, flags) => finish((await import('./outline-command.js')).outline(files, flags)));
  return command;
}

const MISTAKES: Partial<Record<string, string>> = {
  'commander.missingArgument': '没有指明要处理的文件',
  'commander.unknownCommand': '没有这个命令',
  'commander.unknownOption': '没有这个选项',
  'commander.optionMissingArgument': '选项缺少参数',
  'commander.missingMandatoryOptionValue': '缺少必需的选项',
  'commander.help': '没有指明命令',
};

/** A mistake in the call, in our words; help and version are none. */
function asReportError(error: CommanderError): ReportError | undefined {
  if (error.exitCode === 0) return undefined;
  return new ReportError([
    diagnostic('usage/argument', {
      message: MISTAKES[error.code] ?? '用法不对',
      found: error.code === 'commander.help' ? '没有命令' : error.message.replace(/^error: /, ''),
      expected: 'nianbao render|batch|check|outline FILE…',
      hint: '用 nianbao --help 查看用法',
    }),
  ]);
}

/** The exit code for something thrown, after it has been told. */
function tell(thrown: unknown): number {
  const error = thrown instanceof CommanderError ? asReportError(thrown) : thrown;
  if (error === undefined) return EXIT.done;
  if (error instanceof ReportError) {
    process.stderr.write(`${error.diagnostics.map(formatDiagnostic).join('\n')}\n`);
    return exitCodeFor(error.diagnostics);
  }
  process.stderr.write(
    `nianbao 自身出错，请带上这段文字报告：\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return EXIT.internal;
}

// A reader that has seen enough (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? EXIT.done : EXIT.io);
});

try {
  await program((code) => {
    process.exitCode = code;
  }).parseAsync();
} catch (error) {
  process.exitCode = tell(error);
}
