import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readXlsx } from 'hucre/xlsx';
import { readReport, writeWorkbook } from '../../src/index.js';
import { emptyFolder, nianbao } from '../cli/nianbao.js';
import { fixture } from '../readers/fixtures.mjs';
import { changed } from './books.js';

test('one agency: a workbook that stays once it is there', () => {
  const cwd = emptyFolder();
  const args = ['workbook', '--year', '2025', '--agency', '示例县财政局'];
  expect(nianbao(args, { cwd })).toMatchObject({ code: 0, stdout: '已生成 填报.xlsx\n' });
  const again = nianbao(args, { cwd });
  expect([again.code, again.stderr]).toEqual([4, expect.stringContaining('file/exists')]);
});

test.each([
  [['workbook'], '没有写机关全称'],
  [['workbook', '-a', '某局'], '没有写报告年度'],
  [['workbook', '-a', '某局', '-y', '26'], '年份不对'],
  [['workbook', '-a', '某局', '-y', '2026', '-o', 'a.pdf'], '-o 的文件名不对'],
  [['workbook', '--agencies', 'a.csv'], '-o 是文件夹'],
])('a call with something missing: %j', (args, message) => {
  expect(nianbao(args, { cwd: emptyFolder() })).toMatchObject({ code: 2, stderr: expect.stringContaining(message) });
});

test('a list: one each, with last year’s figures found by a former name, and the filled ones as a batch', () => {
  const cwd = emptyFolder();
  writeFileSync(
    join(cwd, 'list.csv'),
    '名称,曾用名,上级\n某县数据局,"某县大数据局、示例市人民政府",某县政府\n某县档案馆,,\n',
  );
  writeFileSync(join(cwd, 'last.yaml'), fixture('2021/huaian-2024.yaml').text);
  const args = ['workbook', '--agencies', 'list.csv', '--previous-folder', '.', '-y', '2025', '-o', '填报/'];
  const { code, stderr } = nianbao(args, { cwd });
  expect([code, stderr]).toEqual([0, '没有找到上年的报告，上年结转空着：某县档案馆\n']);
  expect(readdirSync(join(cwd, '填报')).sort()).toEqual(['某县数据局.xlsx', '某县档案馆.xlsx']);
  const read = nianbao(['read', '填报/某县数据局.xlsx', '--json'], { cwd });
  expect(JSON.parse(read.stdout).report.requests.carriedOver.total).toBe(103);
});

test('what is found in a workbook is written into a copy, cell by cell; only the copy', async () => {
  const cwd = emptyFolder();
  const { report } = readReport(fixture('2021/suqian-2024.yaml').text, 'a.yaml');
  const edits = { 'requests.carriedForward.total': 999, 'requests.received.naturalPerson': '若干' };
  const bytes = await changed(await writeWorkbook(report), edits);
  writeFileSync(join(cwd, 'a.xlsx'), bytes);
  const { code, stdout } = nianbao(['check', 'a.xlsx', '--annotate', 'b.xlsx'], { cwd });
  expect([code, stdout]).toEqual([1, expect.stringContaining('a.xlsx（三!J')]);
  expect(readFileSync(join(cwd, 'a.xlsx'))).toEqual(Buffer.from(bytes));
  const { sheets } = await readXlsx(readFileSync(join(cwd, 'b.xlsx')));
  const remarks = sheets.flatMap(({ cells }) =>
    [...(cells?.values() ?? [])].flatMap(({ comment }) => comment?.text ?? []),
  );
  expect(remarks.join()).toContain('999');
  const unread = sheets.find(({ name }) => name === '三')?.cells?.get('6,3')?.comment;
  expect(unread?.text).toContain('这一格不是数，没有读入');
  expect(nianbao(['check', 'b.xlsx'], { cwd }).stdout).toBe(stdout.replaceAll('a.xlsx', 'b.xlsx'));
});

test('a copy has the extension of its workbook', async () => {
  const cwd = emptyFolder();
  const { report } = readReport(fixture('2021/suqian-2024.yaml').text, 'a.yaml');
  writeFileSync(join(cwd, 'a.xlsm'), await writeWorkbook(report));
  expect(nianbao(['check', 'a.xlsm', '--annotate', 'b.xlsx'], { cwd })).toMatchObject({ code: 2 });
  nianbao(['check', 'a.xlsm', '--annotate', 'b.xlsm'], { cwd });
  expect(readdirSync(cwd).sort()).toEqual(['a.xlsm', 'b.xlsm']);
});
