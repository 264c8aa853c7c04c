import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nianbaoWithFaults, report, write } from '../batch/made.js';
import { emptyFolder, filesIn, nianbao } from '../cli/nianbao.js';
import { fixture } from '../readers/fixtures.mjs';
import { page, small } from '../reading/page.js';

// The command compare.

const [before, after] = ['2021/suqian-2023.yaml', '2021/suqian-2024.yaml'].map((name) => fixture(name).path);

test('it writes what the names of files say, and tells in a few lines what is different', () => {
  const cwd = emptyFolder();
  const names = ['比较.html', '比较.docx', '比较.json'];
  const { code, stdout, stderr } = nianbao(
    ['compare', before ?? '', after ?? '', ...names.flatMap((name) => ['-o', name])],
    { cwd },
  );
  expect({ code, stderr, files: filesIn(cwd) }).toEqual({ code: 0, stderr: '', files: names.toSorted() });
  expect(stdout).toBe(
    [
      '比较了2份报告：另一示例市人民政府2023年；另一示例市人民政府2024年。',
      '一、总体情况：改动4段。',
      '二、主动公开政府信息情况：9格不同。',
      '三、收到和处理政府信息公开申请情况：77格不同。',
      '四、政府信息公开行政复议、行政诉讼情况：14格不同。',
      '五、存在的主要问题及改进情况：增加6段，删去6段。',
      '六、其他需要报告的事项：改动1段，增加2段，删去1段。',
      '',
    ].join('\n'),
  );
  const { kind, sections } = JSON.parse(readFileSync(join(cwd, '比较.json'), 'utf8'));
  expect({ kind, keys: sections.map(({ key }: { key: string }) => key) }).toEqual({
    kind: 'years',
    keys: ['preamble', 'overview', 'disclosure', 'requests', 'review', 'problems', 'other', 'title'],
  });
});

test('files of any kind are read, and years taken in their order, however they are given', () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, '年报.html'), page);
  writeFileSync(join(cwd, 'a.json'), JSON.stringify({ ...small, requests: { ...small.requests }, year: 2025 }));
  const { stdout } = nianbao(['compare', 'a.json', '年报.html', '--json'], { cwd });
  expect(JSON.parse(stdout).reports.map(({ label }: { label: string }) => label)).toEqual(['2024年', '2025年']);
  writeFileSync(join(cwd, 'b.json'), JSON.stringify(small));
  const folder = nianbao(['compare', '.', '--json'], { cwd });
  expect(JSON.parse(folder.stdout).reports.map(({ year }: { year: number }) => year)).toEqual([2024, 2025]);
});

test('versions of a report are called as their files, without the folders that all of them have', () => {
  const cwd = emptyFolder();
  const folders = ['初稿', '定稿'].map((name) => join(cwd, name));
  for (const folder of folders) mkdirSync(folder);
  write(cwd, {
    '初稿/年报.json': JSON.stringify(small),
    '定稿/年报.json': JSON.stringify(small),
    'a.json': JSON.stringify(small),
  });
  const labels = (...files: string[]) =>
    JSON.parse(nianbao(['compare', ...files, '--json'], { cwd }).stdout).reports.map(
      ({ label }: { label: string }) => label,
    );
  expect(labels(...folders.map((folder) => join(folder, '年报.json')))).toEqual([
    join('初稿', '年报.json'),
    join('定稿', '年报.json'),
  ]);
  expect(labels(join(cwd, 'a.json'), join(cwd, '定稿', '年报.json'))).toEqual(['a.json', join('定稿', '年报.json')]);
});

test('what cannot be compared, read or written is told, and nothing is written', () => {
  const cwd = emptyFolder();
  writeFileSync(
    join(cwd, 'a.json'),
    JSON.stringify({ ...small, year: 2020, edition: '2021', agency: { name: '甲局' } }),
  );
  const run = (...args: string[]) => nianbao(['compare', ...args], { cwd });
  expect(run(before ?? '', 'a.json', '-o', 'x.html')).toMatchObject({ code: 2, stdout: '' });
  expect(run(before ?? '', after ?? '', '-o', 'x.txt')).toMatchObject({ code: 2, stdout: '' });
  expect(run(before ?? '', 'nothing.json', '-o', 'x.html')).toMatchObject({ code: 4, stdout: '' });
  expect(run(before ?? '', 'a.json', '--renamed').code).toBe(0);
  expect(filesIn(cwd)).toEqual(['a.json']);
});

test('a file that kills its thread or cannot be read is told, and the others are compared', () => {
  const cwd = emptyFolder();
  const years = [2023, 2024].map((year) => [`${year}.json`, JSON.stringify({ ...small, year })] as const);
  write(cwd, { ...Object.fromEntries(years), '坏.json': '{', '退出局.json': report('退出局') });
  const args = ['compare', '2023.json', '坏.json', '退出局.json', '2024.json', '-o', 'a.json'];
  const { code, stderr } = nianbaoWithFaults(args, cwd);
  expect([code, stderr]).toEqual([70, expect.stringMatching(/坏\.json[\s\S]*退出局\.json：处理这份报告的线程崩溃了/)]);
  const { reports } = JSON.parse(readFileSync(join(cwd, 'a.json'), 'utf8'));
  expect(reports.map(({ year }: { year: number }) => year)).toEqual([2023, 2024]);
});
