import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { toDocx } from '../../src/index.js';
import { changed, page, small } from '../reading/page.js';
import { emptyFolder, nianbao } from './nianbao.js';

// `nianbao read`, and the commands that take what it reads.

const folder = emptyFolder();
const at = (name: string) => join(folder, name);
writeFileSync(at('年报.docx'), await toDocx(small));
writeFileSync(at('年报.html'), page);
writeFileSync(at('缺行.html'), changed(/<tr><td>规章<\/td>.*?<\/tr>/s, ''));
writeFileSync(at('错.html'), changed('<td>11</td><td>3</td>', '<td>12</td><td>3</td>'));
writeFileSync(at('通知.html'), '<p>关于放假的通知</p>');
writeFileSync(at('扫描.png'), Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
const run = (...args: readonly string[]) => nianbao(args, { cwd: folder });

describe('read', () => {
  test('gives YAML that reads as the same report', () => {
    const { code, stdout, stderr } = run('read', '年报.docx');
    expect([code, stderr]).toEqual([0, '']);
    expect(nianbao(['outline', '-'], { input: stdout }).stdout).toBe(run('outline', '年报.html').stdout);
  });

  test('writes one file, or one for each input into a folder, and nothing over another', () => {
    expect(run('read', '年报.docx', '-o', '年报.yaml')).toMatchObject({ code: 0, stdout: '已写出 年报.yaml\n' });
    expect(run('read', '年报.docx', '-o', '年报.yaml').code).toBe(4);
    expect(run('read', '年报.docx', '缺行.html', '-o', '数据.yaml').code).toBe(2);
    mkdirSync(at('数据'));
    expect(run('read', '年报.docx', '缺行.html', '-o', '数据').code).toBe(0);
    expect(readFileSync(at('数据/缺行.yaml'), 'utf8')).toContain('示例县交通运输局');
  });

  test('--json gives a line for each input, whatever becomes of it', () => {
    const { code, stdout } = run('read', '--json', '年报.html', '缺行.html', '通知.html');
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(1);
    expect(
      lines.map(({ report, losses }) => [report?.year ?? null, losses.map(({ code: c }: { code: string }) => c)]),
    ).toEqual([
      [2024, []],
      [2024, ['read/missing']],
      [null, ['read/no-report']],
    ]);
  });

  test.each([
    [['年报.html'], 0],
    [['年报.html', '--no-loss'], 0],
    [['缺行.html'], 0],
    [['缺行.html', '--no-loss'], 1],
    [['通知.html'], 1],
    [['扫描.png'], 4],
    [['没有.docx'], 4],
  ])('%j ends with %i', (args, code) => {
    expect(run('read', ...args).code).toBe(code);
  });
});

describe('other commands', () => {
  test('a finding about a document tells where it stands', () => {
    const { code, stdout } = run('check', '错.html');
    expect(code).toBe(1);
    expect(stdout).toContain('错.html（第2张表，第4行第4列） 错误 sum/I2');
  });

  test('check finds in a Word file what it finds in the data, and last year may be a Word file', () => {
    writeFileSync(at('数据.json'), JSON.stringify(small));
    const codes = (...args: readonly string[]) =>
      JSON.parse(run('check', '-f', 'json', ...args).stdout)[0].findings.map(
        ({ code, path }: { code: string; path: object }) => [code, path],
      );
    expect(codes('年报.docx', '-p', '年报.html')).toEqual(codes('数据.json', '-p', '年报.docx'));
  });

  test('render makes the PDF of a Word file, and says why no Word file', () => {
    const before = readFileSync(at('年报.docx'));
    const { code, stdout, stderr } = run('render', '年报.docx');
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^已生成 年报\.pdf/)]);
    expect(stderr).toContain('不生成 年报.docx：它是这次读取的文件');
    expect(run('render', '年报.docx', '-f', 'docx').code).not.toBe(0);
    expect(readFileSync(at('年报.docx'))).toEqual(before);
  });

  test('a PDF is an input like any other', () => {
    const { code, stdout } = run('render', '年报.pdf', '-f', 'docx', '-o', 'of-pdf');
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^已生成 of-pdf\/年报\.docx/)]);
    expect(run('batch', '*.pdf', '-f', 'docx', '-o', 'of-pdfs').code).toBe(0);
    expect(run('read', '年报.pdf', '-o', '-').stdout).toMatch(/^edition: /);
  });

  test('a batch takes documents, and keeps what was lost with its results', () => {
    expect(run('batch', '年报.docx', '-f', 'docx', '-o', 'out').code).toBe(0);
    expect(run('batch', '缺行.html', '-f', 'docx', '-o', 'out').code).toBe(0);
    const entries = readFileSync(at('out/manifest.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const [{ status, findings }] = entries;
    expect([status, findings.map(({ code }: { code: string }) => code)]).toEqual([
      'done',
      ['read/missing', 'cell/blank'],
    ]);
    expect(findings[1].place).toEqual({ file: '缺行.html', at: '第1张表', element: 'table' });
  });

  test('init fills in what last year’s file determines', () => {
    const { stdout } = run('init', '-e', '2021', '-y', '2025', '-a', '示例县交通运输局', '-p', '年报.docx', '--json');
    expect(JSON.parse(stdout).requests.carriedOver.naturalPerson).toBe(0);
  });
});
