import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkedLine } from '../../src/host/checked-line.js';
import { emptyFolder, filesIn, nianbao } from '../cli/nianbao.js';
import { builtPackage } from '../readers/built-package.mjs';
import { openDocx } from '../readers/docx-package.mjs';
import { docxTexts } from '../readers/docx-text.mjs';
import { fixture } from '../readers/fixtures.mjs';
import { fates, manifestOf, report, write } from './made.js';

// `nianbao batch`: what it makes, what it says, what it refuses.

const QUICK = ['-f', 'docx', '-j', '1'];
const [a, b, c] = ['甲局', '乙局', '丙局'].map((agency) => report(agency)) as [string, string, string];

test('the same files as one at a time, of any look; a line for each for programs, a summary for people', () => {
  const cwd = emptyFolder();
  write(cwd, { '甲.json': a, 'templates/2021/preamble.hbs': '{{agency.name}}的开头。' });
  const { path } = fixture('2021/huaian-2024.yaml');
  const look = ['--draft', '--attach', '--templates', 'templates', '--embed-fonts'];
  const { code, stdout, stderr } = nianbao(['batch', '甲.json', path, '-o', 'out', '-j', '2', ...look], { cwd });
  expect(code).toBe(0);
  expect(new Set(stdout.split('\n'))).toEqual(
    new Set([
      'done\t甲.json\t2025/甲局.pdf\t2025/甲局.docx',
      `done\t${path}\t2024/示例市人民政府.pdf\t2024/示例市人民政府.docx`,
      '',
    ]),
  );
  expect(stderr).toMatch(/^共 2 份：生成 2，沿用 0，失败 0；用时 \d+ 秒；清单 out\/manifest\.jsonl\n$/);
  expect(filesIn(join(cwd, 'out'))).toEqual(['2024', '2025', 'manifest.jsonl']);

  expect(nianbao(['render', '甲.json', path, ...look], { cwd }).code).toBe(0);
  for (const format of ['pdf', 'docx']) {
    const [one, other] = [`甲.${format}`, `huaian-2024.${format}`].map((name) => readFileSync(join(cwd, name)));
    expect(readFileSync(join(cwd, `out/2025/甲局.${format}`)).equals(one ?? a)).toBe(true);
    expect(readFileSync(join(cwd, `out/2024/示例市人民政府.${format}`)).equals(other ?? a)).toBe(true);
  }
  const [first] = manifestOf(join(cwd, 'out'));
  expect(first).toMatchObject({ id: '甲.json', status: 'done', findings: [], milliseconds: expect.any(Number) });

  const again = nianbao(['batch', '甲.json', path, '-o', 'out', '-c', ...look], { cwd });
  expect(again).toMatchObject({ code: 0, stdout: '' });
  expect(again.stderr).toContain('生成 0，沿用 2，失败 0');
});

test('lines of JSON on standard input; numbers stay as they are written', () => {
  const cwd = emptyFolder();
  const amount = report('丁局', { disclosure: { fill: 0, fees: { amount: 'as written' } } }).replace(
    '"as written"',
    '0.10',
  );
  const input = `${a}\n\n{"id":"丁-1","report":${amount}}\r\n{"id":7,"report":${c}}`;
  const { code } = nianbao(['batch', '-', '-n', '{id}.{ext}', '-o', 'out', ...QUICK], { cwd, input });
  const out = join(cwd, 'out');
  expect({ code, fates: fates(out) }).toEqual({ code: 0, fates: { '-:1': 'done', '丁-1': 'done', 7: 'done' } });
  expect(filesIn(out)).toEqual(['-_1.docx', '7.docx', 'manifest.jsonl', '丁-1.docx']);
  expect(docxTexts(openDocx(readFileSync(join(out, '丁-1.docx')))).join('\n')).toContain('0.10');
});

test('what fails stops nothing: exit code 1, codes for programs, words and places for people', () => {
  const cwd = emptyFolder();
  const wrong = fixture('broken/wrong-sum.json').path;
  const warned = fixture('broken/year-outside.json').path;
  write(cwd, {
    'lines.jsonl': `${a}\n{"id":"x","report":${report('乙局', { year: '去年' })}}\n{\n{"id":"x","report":${b}}\n${a}\n`,
    'list.txt': `missing.json\n${wrong}\n${warned}\nc.json`,
    'c.json': c,
  });
  mkdirSync(join(cwd, 'out/2025/丙局.docx'), { recursive: true });
  const { code, stdout, stderr } = nianbao(['batch', 'lines.jsonl', 'list.txt', '-o', 'out', ...QUICK], { cwd });
  expect(code).toBe(1);
  expect(fates(join(cwd, 'out'))).toEqual({
    'lines.jsonl:1': 'done',
    x: 'shape/type',
    'lines.jsonl:3': 'syntax/invalid',
    'lines.jsonl:4': 'batch/same-id',
    'lines.jsonl:5': 'batch/same-name',
    'missing.json': 'file/not-found',
    [wrong]: 'sum/I2 sum/I1 sum/E1 sum/I3',
    [warned]: 'done',
    'c.json': 'file/unwritable',
  });
  expect(stdout).toContain(`failed\t${wrong}\tsum/I2\tsum/I1\tsum/E1\tsum/I3\n`);
  expect(stderr).toMatch(/^失败 x\nlines\.jsonl:2:38 错误 shape\/type .*\n {4}位置：year$/m);
  expect(stderr).toMatch(/^失败 lines\.jsonl:3\nlines\.jsonl:3:1 错误 syntax\/invalid /m);
  expect(stderr).toMatch(/^共 9 份：生成 2，沿用 0，失败 7；/m);
  // Warnings are for the manifest.
  expect(stderr).not.toContain('警告');
  const found = manifestOf(join(cwd, 'out')).find(({ id }) => id === warned)?.findings;
  expect(found?.map(({ severity }) => severity)).toContain('warning');
});

test('a run that was broken off is gone on with', () => {
  const cwd = emptyFolder();
  write(cwd, { 'a.json': a, 'b.json': b });
  const call = ['batch', 'a.json', 'b.json', '-o', 'out', ...QUICK];
  nianbao(call, { cwd });
  const [first = ''] = readFileSync(join(cwd, 'out/manifest.jsonl'), 'utf8').split('\n');
  const line = checkedLine(Buffer.from(first)).toString();
  write(cwd, { 'out/.nianbao-batch.jsonl': `${line}\n{"id":`, 'out/.nianbao-lock': '' });
  utimesSync(join(cwd, 'out/.nianbao-lock'), 1, 1);
  const { code, stdout, stderr } = nianbao(call, { cwd });
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'done\tb.json\t2025/乙局.docx\n' });
  expect(stderr).toMatch(/^上一次没有做完，接着做剩下的\n共 2 份：生成 1，沿用 1，失败 0；/);
  expect(filesIn(join(cwd, 'out'))).toEqual(['2025', 'manifest.jsonl']);
});

test('a second run in the same folder is kept out while the first is under way', async () => {
  const cwd = emptyFolder();
  write(cwd, { 'a.json': a });
  const main = `${builtPackage()}dist/cli/main.js`;
  const first = spawn(process.execPath, [main, 'batch', '-', '-o', 'out', ...QUICK], { cwd });
  const isOver = once(first, 'close');
  first.stdin.write(`${b}\n`);
  await once(first.stdout, 'data');
  const { code, stderr } = nianbao(['batch', 'a.json', '-o', './out/', ...QUICK], { cwd });
  first.stdin.end(`${c}\n`);
  expect(code).toBe(2);
  expect(stderr).toContain('另一次批量生成正在写这个文件夹');
  expect(await isOver).toEqual([0, null]);
  expect(fates(join(cwd, 'out'))).toEqual({ '-:1': 'done', '-:2': 'done' });
});

test.each([
  ['broken off by a signal', 'SIGINT', 130],
  ['ended by a signal', 'SIGTERM', 143],
] as const)('a run that is %s leaves no lock behind', async (_, signal, expected) => {
  const cwd = emptyFolder();
  const run = spawn(process.execPath, [`${builtPackage()}dist/cli/main.js`, 'batch', '-', '-o', 'out', ...QUICK], {
    cwd,
  });
  const isOver = once(run, 'close');
  run.stdin.write(`${a}\n`);
  await once(run.stdout, 'data');
  expect(filesIn(join(cwd, 'out'))).toContain('.nianbao-lock');
  run.kill(signal);
  expect((await isOver)[0]).toBe(expected);
  expect(filesIn(join(cwd, 'out'))).not.toContain('.nianbao-lock');
});

test('a run that another has taken the folder from ends, and leaves the lock to it', async () => {
  const cwd = emptyFolder();
  const run = spawn(process.execPath, [`${builtPackage()}dist/cli/main.js`, 'batch', '-', '-o', 'out', ...QUICK], {
    cwd,
  });
  const isOver = once(run, 'close');
  const told: string[] = [];
  run.stderr.on('data', (text) => told.push(String(text)));
  run.stdin.write(`${a}\n`);
  await once(run.stdout, 'data');
  writeFileSync(join(cwd, 'out/.nianbao-lock'), `${randomUUID()} 1\n`);
  expect((await isOver)[0]).toBe(2);
  expect(told.join('')).toContain('被另一次批量生成接管');
  expect(filesIn(join(cwd, 'out'))).toEqual(['.nianbao-batch.jsonl', '.nianbao-lock', '2025']);
});

describe('nothing is done when', () => {
  test.each([
    ['there is no input', [], '没有指明要处理的文件', 2],
    ['there is no such file', ['missing.json'], '找不到文件 missing.json', 4],
    ['no file matches', ['*.yaml'], '*.yaml 里没有报告', 4],
    ['a pattern leads to no folder', ['missing/*.json'], 'missing/*.json 里没有报告', 4],
    ['a pattern leads through a file', ['a.json/*.json'], '无法读取文件夹 a.json', 4],
    ['a format is unknown', ['a.json', '-f', 'odt'], '没有 odt 这种格式', 2],
    ['the pattern of names is wrong', ['a.json', '-n', '{agency}'], '文件名要以 .{ext} 结尾', 2],
    ['the number of jobs is none', ['a.json', '-j', '0'], '--jobs 的值不对', 2],
    ['the time is none', ['a.json', '--timeout', ''], '--timeout 的值不对', 2],
    ['the memory is too little for any', ['a.json', '--memory', '1'], '--memory 的值不对', 2],
    ['a font is missing', ['a.json', '--font', 'body=missing.ttf'], 'font/missing-file 找不到字体文件 missing.ttf', 3],
  ])('%s', (_, args, message, expected) => {
    const cwd = emptyFolder();
    write(cwd, { 'a.json': a });
    const { code, stdout, stderr } = nianbao(['batch', '-o', 'out', ...args], { cwd });
    expect(stderr).toContain(message);
    expect({ code, stdout, files: filesIn(cwd) }).toEqual({ code: expected, stdout: '', files: ['a.json'] });
  });

  test('there is nowhere to put it', () => {
    const cwd = emptyFolder();
    write(cwd, { 'a.json': a, taken: '' });
    expect(nianbao(['batch', 'a.json'], { cwd }).stderr).toContain('缺少必需的选项');
    const { code, stderr } = nianbao(['batch', 'a.json', '-o', 'taken/out'], { cwd });
    expect(code).toBe(4);
    expect(stderr).toContain('file/unwritable');
  });
});
