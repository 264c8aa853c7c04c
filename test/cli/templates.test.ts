import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixture, ROOT } from '../readers/fixtures.mjs';
import { emptyFolder, filesIn, nianbao } from './nianbao.js';

// Taking the shipped sentences to change them.

const shipped = (edition: string) => readdirSync(`${ROOT}templates/${edition}`).sort();

test('templates copy gives all of an edition, the latest if none is named, and says what to do next', () => {
  const cwd = emptyFolder();
  const { code, stdout, stderr } = nianbao(['templates', 'copy', '我的 模板'], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain(`已把 2021 年版的 ${shipped('2021').length} 个模板文件复制到`);
  expect(stdout.split('\n').at(-2)).toBe('改好后试一试：nianbao check 年报.yaml --templates "我的 模板"');
  expect(filesIn(join(cwd, '我的 模板/2021'))).toEqual(shipped('2021'));
  const copied = readFileSync(join(cwd, '我的 模板/2021/本机关.hbs'));
  expect(copied.equals(readFileSync(`${ROOT}templates/2021/本机关.hbs`))).toBe(true);
  nianbao(['templates', 'copy', '我的 模板', '-e', '2019'], { cwd });
  expect(filesIn(join(cwd, '我的 模板/2019'))).toEqual(shipped('2019'));
});

test('a changed sentence is printed', () => {
  const cwd = emptyFolder();
  const { path } = fixture('2021/huaian-2024.yaml');
  nianbao(['templates', 'copy', 't', '-q'], { cwd });
  writeFileSync(join(cwd, 't/2021/preamble.hbs'), '本年报由{{agency.name}}按改过的模板写出。\n');
  expect(nianbao(['check', path, '-t', 't'], { cwd }).code).toBe(0);
  nianbao(['render', path, '-t', 't', '-f', 'html', '-o', 'a.html'], { cwd });
  expect(readFileSync(join(cwd, 'a.html'), 'utf8')).toContain('按改过的模板写出');
});

test('what is there is not written over, and nothing else is written', () => {
  const cwd = emptyFolder();
  mkdirSync(join(cwd, 't/2021'), { recursive: true });
  writeFileSync(join(cwd, 't/2021/本机关.hbs'), '我们');
  const { code, stderr } = nianbao(['templates', 'copy', 't'], { cwd });
  expect(code).toBe(4);
  expect(stderr).toContain('file/exists');
  expect(stderr).toContain('实际：本机关.hbs');
  expect(filesIn(join(cwd, 't/2021'))).toEqual(['本机关.hbs']);
});

test.each([
  [['templates'], ['没有 copy', '没有 <DIR>']],
  [['templates', 'copy'], ['没有写文件夹']],
  [
    ['templates', 'list', 't'],
    ['没有这个命令', 'nianbao templates [选项] copy <DIR>'],
  ],
  [['templates', 'copy', 't', '-e', '2020'], ['2021、2019']],
  [['templates', 'copy', 'a.txt'], ['要写文件夹，不是文件']],
])('%j is told', (args, words) => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'a.txt'), '');
  const { code, stderr } = nianbao(args, { cwd });
  expect(code).toBe(2);
  for (const word of words) expect(stderr).toContain(word);
  expect(filesIn(cwd)).toEqual(['a.txt']);
});

test('copy is completed', () => {
  expect(nianbao(['complete', '--', 'templates', 'c']).stdout).toMatch(/^copy\t/);
});
