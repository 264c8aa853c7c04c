import { existsSync, mkdirSync, openSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { manifestOf, report, write } from '../batch/made.js';
import { emptyFolder, filesIn, nianbao } from './nianbao.js';

// The commands with files that are there already, with folders that are not, and with standard output.

const DOCX = ['-f', 'docx'];

test('render: what nianbao made is made anew, what the office made stays until it says otherwise', () => {
  const cwd = emptyFolder();
  write(cwd, { '年报.json': report('示例局'), 'b.json': report('另一局') });
  const run = (...args: string[]) => nianbao(['render', ...DOCX, ...args], { cwd });
  expect(run('年报.json').code).toBe(0);
  expect(run('年报.json').code).toBe(0);

  write(cwd, { '年报.docx': 'the office’s own', 'b.docx': 'this one, too' });
  const { code, stdout, stderr } = run('年报.json', 'b.json');
  expect({ code, stdout }).toEqual({ code: 4, stdout: '' });
  expect(stderr).toMatch(/file\/exists 不覆盖已有的文件 年报\.docx[\s\S]*file\/exists 不覆盖已有的文件 b\.docx/);
  expect(stderr).toContain('--force');
  expect(readFileSync(join(cwd, '年报.docx'), 'utf8')).toBe('the office’s own');

  expect(run('年报.json', '--force').code).toBe(0);
  expect(readFileSync(join(cwd, '年报.docx'), 'latin1').slice(0, 2)).toBe('PK');
});

test('folders are made for what is written, and only for that', () => {
  const cwd = emptyFolder();
  write(cwd, { 'a.json': report('示例局'), 'wrong.json': report('示例局', { year: '去年' }) });
  expect(nianbao(['render', 'wrong.json', '-o', 'new/er'], { cwd }).code).toBe(1);
  expect(nianbao(['render', 'a.json', '-o', 'a.json/new'], { cwd }).code).toBe(4);
  expect(filesIn(cwd)).toEqual(['a.json', 'wrong.json']);
  expect(nianbao(['render', 'a.json', ...DOCX, '-o', 'out/2025/x.docx'], { cwd }).code).toBe(0);
  expect(nianbao(['check', 'a.json', '-r', 'found/a.docx'], { cwd }).code).toBe(0);
  expect(nianbao(['outline', 'a.json', '-o', 'text/a.txt'], { cwd }).code).toBe(0);
  expect(['out/2025/x.docx', 'found/a.docx', 'text/a.txt'].map((path) => existsSync(join(cwd, path)))).toEqual([
    true,
    true,
    true,
  ]);
});

describe('an input stays, with --force or without', () => {
  const cwd = emptyFolder();
  write(cwd, { 'a.json': report('示例局'), 'templates/2021/preamble.hbs': '{{agency.name}}的开头。' });
  symlinkSync('a.json', join(cwd, 'link.docx'));
  test.each([
    ['render', 'a.json', ...DOCX, '-o', 'link.docx'],
    ['check', 'a.json', '-r', 'link.docx'],
    ['outline', 'a.json', '-o', 'a.json'],
    ['outline', 'a.json', '-t', 'templates', '-o', 'templates/2021/preamble.hbs'],
    ['init', '-e', '2021', '-y', '2026', '-a', '示例局', '-p', 'a.json', '-o', './a.json'],
  ])('%s', (...args) => {
    const { code, stderr } = nianbao([...args, '--force'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('usage/output-is-input');
    expect(readFileSync(join(cwd, 'a.json'), 'utf8')).toBe(report('示例局'));
  });
});

test('texts: what is there stays if it says something else; what init wrote is its author’s', () => {
  const cwd = emptyFolder();
  const codes = (times: number, ...args: string[]) => Array.from({ length: times }, () => nianbao(args, { cwd }).code);
  expect(codes(2, 'schema', '-o', 'schema.json')).toEqual([0, 0]);
  write(cwd, { 'schema.json': '{}' });
  expect(codes(1, 'schema', '-o', 'schema.json')).toEqual([4]);
  expect(codes(2, 'init', '-e', '2021', '-y', '2025', '-a', '示例局', '-o', 'a.json')).toEqual([0, 4]);
});

describe('-o -', () => {
  const input = report('示例局');

  test('render: the file itself, and everything that is said elsewhere', () => {
    const cwd = emptyFolder();
    const path = join(cwd, 'made');
    const made = openSync(path, 'w');
    const { code, stderr } = nianbao(['render', '-', ...DOCX, '-o', '-'], { cwd, input, stdout: made });
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringMatching(/^已写到标准输出（\d+ KB）\n$/) });
    expect(nianbao(['render', '-', ...DOCX], { cwd, input }).code).toBe(0);
    expect(readFileSync(path).equals(readFileSync(join(cwd, 'report.docx')))).toBe(true);
  });

  test('texts: as without it', () => {
    const args = ['outline', '-'];
    expect(nianbao([...args, '-o', '-'], { input })).toEqual(nianbao(args, { input }));
  });
});

describe('batch', () => {
  const QUICK = [...DOCX, '-j', '1', '-o', '.', '-n', '{agency}.{ext}'];

  test('a report whose files are somebody else’s fails alone; --force makes it', () => {
    const cwd = emptyFolder();
    write(cwd, { 'a.json': report('甲局'), 'b.json': report('乙局'), '甲局.docx': 'own' });
    const first = nianbao(['batch', 'a.json', 'b.json', ...QUICK], { cwd });
    expect(first.code).toBe(1);
    expect(first.stdout).toContain('failed\ta.json\tfile/exists\n');
    expect(first.stdout).toContain('done\tb.json\t乙局.docx\n');
    expect(readFileSync(join(cwd, '甲局.docx'), 'utf8')).toBe('own');
    // Its own files and its own manifest are no hindrance.
    expect(nianbao(['batch', 'a.json', 'b.json', ...QUICK, '--force'], { cwd }).code).toBe(0);
  });

  test('takes no manifest for an input, and writes over none that is another’s', () => {
    const cwd = emptyFolder();
    write(cwd, { 'l.jsonl': `${report('甲局')}\n` });
    // The second time there is a manifest, and the files of the first.
    for (let run = 0; run < 2; run++) expect(nianbao(['batch', '*.jsonl', ...QUICK], { cwd }).code).toBe(0);
    expect(manifestOf(cwd).map(({ id }) => id)).toEqual(['l.jsonl:1']);

    write(cwd, { 'manifest.jsonl': `${report('乙局')}\n` });
    const refused = nianbao(['batch', 'l.jsonl', ...QUICK], { cwd });
    expect(refused).toMatchObject({ code: 4, stderr: expect.stringContaining('file/exists') });
    const own = nianbao(['batch', 'manifest.jsonl', ...QUICK, '--force'], { cwd });
    expect(own).toMatchObject({ code: 2, stderr: expect.stringContaining('usage/output-is-input') });
    expect(readFileSync(join(cwd, 'manifest.jsonl'), 'utf8')).toBe(`${report('乙局')}\n`);
  });

  test('has no standard output', () => {
    const cwd = emptyFolder();
    write(cwd, { 'a.json': report('甲局') });
    expect(nianbao(['batch', 'a.json', '-o', '-'], { cwd }).code).toBe(2);
    expect(filesIn(cwd)).toEqual(['a.json']);
  });

  test('a link in its folder is not followed', () => {
    const cwd = emptyFolder();
    write(cwd, { 'a.json': report('甲局'), 'kept.docx': 'own' });
    mkdirSync(join(cwd, 'out'));
    symlinkSync('../kept.docx', join(cwd, 'out/甲局.docx'));
    expect(nianbao(['batch', 'a.json', ...QUICK, '-o', 'out', '--force'], { cwd }).code).toBe(0);
    expect(readFileSync(join(cwd, 'kept.docx'), 'utf8')).toBe('own');
  });
});
