import { readFileSync } from 'node:fs';
import { editions } from '../../src/index.js';
import { fixture, ROOT } from '../readers/fixtures.mjs';
import { emptyFolder, filesIn, nianbao } from './nianbao.js';

// How the command line is called, and what it says when it is called wrongly.

const { path } = fixture('2021/minimal.json');

test.each([['--help'], ['-h']])('%s shows commands and exit codes', (flag) => {
  const { code, stdout, stderr } = nianbao([flag]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const word of ['render', 'check', 'outline', 'init', 'schema', '退出码']) expect(stdout).toContain(word);
  expect(stdout).toContain('render <FILE...>');
  for (const exit of [0, 1, 2, 3, 4, 70]) expect(stdout).toMatch(new RegExp(`[：；]${exit} `));
});

test.each(['render', 'check', 'outline', 'init', 'schema'])('%s --help shows how it is called', (command) => {
  const { code, stdout } = nianbao([command, '--help']);
  expect(code).toBe(0);
  expect(stdout).toContain(`用法：nianbao ${command} [选项]`);
});

test('init --help names every edition, the latest first', () => {
  const { stdout } = nianbao(['init', '--help']);
  expect(stdout).toContain(`哪一年版的格式：${Object.keys(editions).reverse().join(' 或 ')}`);
});

test.each([['--version'], ['-V']])('%s shows the version of the package', (flag) => {
  const { version } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));
  expect(nianbao([flag])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

test.each([
  ['no command', [], '没有指明命令'],
  ['a command that is unknown', ['print', path], '没有这个命令'],
  ['no file', ['render'], '没有指明要处理的文件'],
  ['an option that is unknown', ['render', path, '--colour'], '没有这个选项'],
  ['an option without its value', ['render', path, '--format'], '选项缺少参数'],
  ['a format that is unknown', ['render', path, '--format', 'pdf,odt'], '没有 odt 这种格式'],
  [
    'a width of a seal that is no number, also without a seal',
    ['render', path, '--seal-width', 'abc'],
    '印章的宽度不对',
  ],
  ['a format of findings that is unknown', ['check', path, '--format', 'xml'], '没有 xml 这种格式'],
  ['findings of two reports in one file', ['check', path, path, '--report', 'a.pdf'], '--report 只用于一份报告'],
  ['a report to be filled in without its year', ['init', '--edition', '2021', '--agency', '某局'], '没有写报告年度'],
  ['an edition that is unknown', ['init', '-e', '2023', '-y', '2025', '-a', '某局'], '没有这个格式'],
  ['a year that is none', ['init', '-e', '2021', '-y', '去年', '-a', '某局'], '年份不对'],
  [
    'two reports of one name',
    ['render', path, `${ROOT}fixtures/../fixtures/2021/minimal.json`],
    '有两个输入会写成同名的 minimal',
  ],
])('%s is a mistake in the call', (_, args, message) => {
  const cwd = emptyFolder();
  const { code, stdout, stderr } = nianbao(args, { cwd });
  expect({ code, stdout, files: filesIn(cwd) }).toEqual({ code: 2, stdout: '', files: [] });
  expect(stderr).toContain(`错误 usage/argument ${message}`);
  expect(stderr).toContain('提示：');
});
