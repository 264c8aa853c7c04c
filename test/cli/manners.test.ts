import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isColoured } from '../../src/cli/voice.js';
import { builtPackage } from '../readers/built-package.mjs';
import { fixture, ROOT } from '../readers/fixtures.mjs';
import { emptyFolder, filesIn, nianbao } from './nianbao.js';

// What people expect of any command line: helps that explain, mistakes told all at once, silence and colours on demand.

const { path } = fixture('2021/minimal.json');

const names = [...nianbao(['--help']).stdout.matchAll(/^ {2}([a-z]+)(?: |$)/gm)].flatMap(([, name]) => name ?? []);
const commands = names.filter((name) => name !== 'help');

/** What the library for commands says of its own accord, in English. */
const ENGLISH =
  /Usage:|Options:|Commands:|Arguments:|\[options\]|\[command\]|default:|\benv:|choices:|display help|missing|unknown|required|specified|argument missing|too many|expected|did you mean|error:/i;

/** What a person reads of a text in so far as it could be Chinese: without calls, options and the names of operands. */
const wording = (text: string): string =>
  text.replace(/^ {2}nianbao .*$/gm, '').replace(/nianbao [a-z]+|templates copy|--?[a-z][-\w]*|[<[][A-Z.]+[>\]]/g, '');

function expectChinese(text: string): void {
  expect(text).not.toMatch(ENGLISH);
  // Whatever English a library has, it is words in a row.
  expect(wording(text)).not.toMatch(/[A-Za-z]{2,}[ '’][a-z]{2,}/);
}

/** The options of a command that take a value, as its help shows them. */
const valued = (name: string): readonly string[] =>
  [...nianbao(['help', name]).stdout.matchAll(/^ {2}(?:-\w, )?(--[\w-]+) </gm)].flatMap(([, flag]) => flag ?? []);

test('there are the commands that there are', () => {
  expect(commands).toEqual(expect.arrayContaining(['render', 'check', 'rollup', 'fonts', 'info', 'complete']));
});

test.each(['--help', ...commands.map((name) => `help ${name}`)])('nianbao %s is in Chinese', (call) => {
  const { code, stdout, stderr } = nianbao(call.split(' '));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expectChinese(stdout);
  expect(stdout).toContain('退出码：');
});

test('a command that reads no report tells no exit code of one', () => {
  for (const name of ['info', 'complete', 'schema'])
    expect(nianbao(['help', name]).stdout).toMatch(/退出码：0 完成；2 用法不对；4 /);
  expect(nianbao(['help', 'check']).stdout).toMatch(/1 有错误.*；2 用法不对；3 模板/);
});

test.each(commands)('the help of %s has examples, of options that there are', (name) => {
  const { stdout } = nianbao(['help', name]);
  const [options = '', examples = ''] = stdout.split('例子：');
  const calls = [...examples.matchAll(/^ {2}nianbao (.*)$/gm)].flatMap(([, call]) => call ?? []);
  expect(calls.length).toBeGreaterThan(0);
  for (const call of calls) {
    expect(call.split(' ')[0]).toBe(name);
    for (const [flag] of call.matchAll(/(?<= )--?[a-z][\w-]*/g))
      expect(options).toMatch(new RegExp(`^ .*${flag}\\b`, 'm'));
  }
});

test.each([
  ['no command', []],
  ['an unknown command', ['rendr']],
  ['help for an unknown one', ['help', 'rendr']],
  ...commands.flatMap((name): readonly (readonly [string, readonly string[]])[] => [
    [`an unknown option of ${name}`, [name, '--qiet']],
    [`an unknown letter for ${name}`, [name, '-Z']],
    [`too much for ${name}`, [name, ...'abcd', '--nonsense=1']],
    ...valued(name)
      .slice(0, 1)
      .map((flag): readonly [string, readonly string[]] => [`${flag} of ${name} without its value`, [name, flag]]),
  ]),
  ['a font without its role', ['render', path, '--font', 'x.ttf']],
  ['a number of jobs that is none', ['audit', path, '-j', 'x']],
  ['a time that is none', ['batch', path, '-o', 'none', '--timeout', '-1']],
  ['an address of a queue that is none', ['worker', '-o', 'none', '--redis', 'ftp://x']],
  ['years that are none', ['audit', path, '-y', 'x']],
  ['one report to compare', ['compare', path]],
  ['a kind of file that is not written', ['rollup', path, '-a', '某局', '-o', 'x.doc']],
  ['an unknown shell', ['complete', 'tcsh']],
  ['a word that is not copy', ['templates', '甲', '乙']],
  ['nothing of what is needed', ['rollup']],
  ['too many operands', ['init', '-e', '2021', '-y', '2025', '-a', '某局', 'x']],
] as const)('%s is told in Chinese', (_, args) => {
  const { code, stdout, stderr } = nianbao(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('错误 usage/argument');
  expectChinese(stderr);
});

test('all that is missing is told at once, with how this command is called', () => {
  const { stderr } = nianbao(['rollup']);
  expect(stderr.match(/^错误/gm)).toHaveLength(2);
  expect(stderr).toContain('应为：nianbao rollup [选项] <INPUT...>');
  expect(stderr).toContain('没有 -a, --agency <NAME>');
  expect(nianbao(['worker']).stderr.match(/缺少必需的选项/g)).toHaveLength(2);
});

test('who mistypes is told what is near', () => {
  expect(nianbao(['rendr', path]).stderr).toContain('是不是想写 render？');
  expect(nianbao(['render', path, '--drft']).stderr).toContain('是不是想写 --draft？');
  expect(nianbao(['render', path, '-j', '4']).stderr).not.toContain('是不是');
});

test('--quiet leaves errors, --verbose adds how', () => {
  const cwd = emptyFolder();
  const call = ['render', path, '-f', 'html', '-o', 'a.html'];
  expect(nianbao([...call, '--quiet'], { cwd })).toEqual({ code: 0, stdout: '', stderr: '' });
  const { stdout, stderr } = nianbao([...call, '--verbose'], { cwd });
  expect(stdout).toContain('已生成 a.html');
  expect(stderr).toMatch(/读入 .*：\d+ 毫秒/);
  expect(stderr).toMatch(/生成文件：\d+ 毫秒/);
  expect(nianbao(['render', 'none.yaml', '-q'], { cwd }).stderr).toContain('file/not-found');
  const loud = nianbao(['check', path]).stdout;
  expect(loud).toContain('警告');
  expect(nianbao(['check', path, '-q']).stdout).not.toContain('警告');
});

describe('colours', () => {
  const { FORCE_COLOR: forced, NO_COLOR: none, TERM: terminal } = process.env;
  const set = (values: { readonly [name: string]: string | undefined }) => {
    for (const [name, value] of Object.entries(values)) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  };
  afterAll(() => set({ FORCE_COLOR: forced, NO_COLOR: none, TERM: terminal }));

  test.each([
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [false, { FORCE_COLOR: '1' }, true],
    [false, { FORCE_COLOR: '' }, true],
    [true, { FORCE_COLOR: '0' }, false],
    [false, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
    [true, { TERM: 'dumb' }, false],
  ])('terminal: %s, %j: %s', (isTTY, values, expected) => {
    set({ FORCE_COLOR: undefined, NO_COLOR: undefined, TERM: 'xterm', ...values });
    expect(isColoured({ isTTY })).toBe(expected);
  });
});

describe('fonts', () => {
  test('tells the faces of all roles', () => {
    const { code, stdout } = nianbao(['fonts', '--json']);
    const roles = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(roles.map(({ role }: { role: string }) => role)).toEqual([
      'title',
      'heading',
      'subheading',
      'body',
      'table',
    ]);
    expect(roles[3]).toMatchObject({ word: '仿宋_GB2312', uses: expect.arrayContaining(['正文']) });
    expect(nianbao(['fonts']).stdout).toContain('用于主送机关、正文');
  });

  test('tells what an own font lacks, of GB 2312 or of a report', () => {
    const cwd = emptyFolder();
    copyFileSync(`${ROOT}fonts/GongWen-XiaoBiaoSong.ttf`, join(cwd, 'own.ttf'));
    const { stdout } = nianbao(['fonts', '--font', 'body=own.ttf'], { cwd });
    expect(stdout).toContain('GB 2312 的 6763 个汉字');
    expect(stdout).toMatch(/own\.ttf：(?:都有|缺 \d+ 个)/);
    const [, , , body] = JSON.parse(nianbao(['fonts', path, '--font', 'body=own.ttf', '--json'], { cwd }).stdout);
    expect(body.missing).toEqual([]);
    expect(nianbao(['fonts', '--font', 'body=none.ttf'], { cwd }).code).toBe(3);
  });
});

test('info tells versions and folders', () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'nianbao.config.json'), '{ "rules": {} }');
  const found = JSON.parse(nianbao(['info', '--json'], { cwd }).stdout);
  expect(found).toMatchObject({ node: process.version, config: join(cwd, 'nianbao.config.json') });
  expect(existsSync(found.folders.templates)).toBe(true);
  expect(found.packages['pdfjs-dist']).toMatch(/^\d/);
  expect(nianbao(['info']).stdout).toContain('可选的包');
});

describe('completion', () => {
  test.each([
    [['re'], 'render', 4],
    [['help', 'ch'], 'check', 4],
    [['render', '--dr'], '--draft', 4],
    [['render', 'a.yaml', '-q', '--se'], '--seal', 4],
  ])('%j', (words, expected, means) => {
    const lines = nianbao(['complete', '--', ...words])
      .stdout.trimEnd()
      .split('\n');
    expect(lines.map((line) => line.split('\t')[0])).toContain(expected);
    expect(lines.at(-1)).toBe(`:${means}`);
  });

  test.each([[['render', '']], [['render', '-o', '']], [['verify', 'a.html', 'b']]])('%j may be a file', (words) => {
    expect(nianbao(['complete', '--', ...words]).stdout).toBe(':0\n');
  });

  test.each(['bash', 'zsh', 'fish', 'powershell'])('there is a script for %s', (shell) => {
    expect(nianbao(['complete', shell]).stdout).toContain('nianbao complete');
  });
});

test('--open hands what was made to the program of the desktop', async () => {
  const cwd = emptyFolder();
  const opener = process.platform === 'darwin' ? 'open' : 'xdg-open';
  writeFileSync(join(cwd, opener), `#!/bin/sh\necho "$1" > opened\n`);
  chmodSync(join(cwd, opener), 0o755);
  const env = { ...process.env, PATH: `${cwd}${delimiter}${process.env.PATH}` };
  const main = `${builtPackage()}dist/cli/main.js`;
  const child = spawn(process.execPath, [main, 'render', path, '-f', 'html', '--open'], { cwd, env, stdio: 'ignore' });
  expect(await once(child, 'exit')).toEqual([0, null]);
  while (!existsSync(join(cwd, 'opened'))) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(readFileSync(join(cwd, 'opened'), 'utf8').trim()).toBe('minimal.html');
});

test('--watch renders again what has changed, and survives what is wrong', async () => {
  const cwd = emptyFolder();
  const report = JSON.parse(readFileSync(path, 'utf8'));
  const save = (text: string) => writeFileSync(join(cwd, 'a.json'), text);
  save(JSON.stringify(report));
  const main = `${builtPackage()}dist/cli/main.js`;
  const child = spawn(process.execPath, [main, 'render', 'a.json', '-f', 'html', '--watch'], { cwd });
  let told = '';
  const until = async (words: string) => {
    while (!told.includes(words)) await new Promise((resolve) => setTimeout(resolve, 20));
    told = told.slice(told.indexOf(words) + words.length);
  };
  child.stderr.on('data', (data) => {
    told += data;
  });
  await until('Ctrl+C');
  save('{');
  await until('syntax/invalid');
  await until('Ctrl+C');
  save(JSON.stringify({ ...report, agency: { ...report.agency, name: '改过名的某局' } }));
  await until('Ctrl+C');
  child.kill();
  await once(child, 'exit');
  expect(readFileSync(join(cwd, 'a.html'), 'utf8')).toContain('改过名的某局');
  expect(filesIn(cwd)).toEqual(['a.html', 'a.json']);
});
