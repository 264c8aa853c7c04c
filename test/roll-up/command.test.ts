import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { emptyFolder, filesIn, nianbao } from '../cli/nianbao.js';
import { formProject } from '../forms/form-project.js';
import { page } from '../reading/page.js';

const text = (name: string, received: number | string) => `edition: "2021"
year: 2024
agency: { name: ${JSON.stringify(name)} }
disclosure: { fill: 0 }
requests:
  fill: 0
  totals: compute
  received: { naturalPerson: ${received} }
  disposition: { granted: { naturalPerson: ${received} } }
review: { fill: 0 }
`;

const NONE = { edition: '2021', year: 2024, disclosure: { fill: 0 }, requests: { fill: 0 }, review: { fill: 0 } };

const LIST = '名称,上级\n示例县交通运输局,示例县人民政府\n甲镇人民政府,示例县人民政府\n甲镇中心,甲镇人民政府\n';

/** A county with reports of several kinds in a folder, and a list. */
function county(): string {
  const cwd = emptyFolder();
  mkdirSync(join(cwd, '年报'));
  writeFileSync(join(cwd, '名单.csv'), LIST);
  writeFileSync(join(cwd, '年报', '局.html'), page);
  writeFileSync(join(cwd, '年报', '镇.yaml'), text('甲镇人民政府', 5));
  writeFileSync(join(cwd, '年报', '中心.json'), JSON.stringify({ not: 'a report' }));
  return cwd;
}

const ARGS = ['rollup', '年报', '-a', '示例县人民政府', '--agencies', '名单.csv'];

test('files of several kinds, a list, and one that cannot be read', () => {
  const cwd = county();
  const outputs = ['-o', '汇总.yaml', '-o', '汇总.json', '-o', '各机关.xlsx'];
  const { code, stdout, stderr } = nianbao([...ARGS, ...outputs], { cwd });
  expect([code, stdout]).toEqual([
    1,
    [
      '示例县人民政府2024年度：应报 2 个机关，计入 2 个；各格都有合计',
      '读不了：年报/中心.json',
      '有读不了的文件，汇总不算完整',
      '已写出 汇总.yaml',
      '已写出 汇总.json',
      '已写出 各机关.xlsx',
      '',
    ].join('\n'),
  ]);
  expect(stderr).toContain('edition/unknown');
  expect(filesIn(cwd)).toEqual(['各机关.xlsx', '名单.csv', '年报', '汇总.json', '汇总.yaml'].sort());
  const whole = JSON.parse(readFileSync(join(cwd, '汇总.json'), 'utf8'));
  expect([whole.agency.name, whole.disclosure.licensing.decisions]).toEqual(['示例县人民政府', 1234]);
  const again = nianbao([...ARGS, ...outputs], { cwd });
  expect([again.code, again.stderr]).toEqual([4, expect.stringContaining('file/exists')]);
  const compared = nianbao(['rollup', '年报/*.*ml', ...ARGS.slice(2), '--against', '汇总.yaml', '--json'], { cwd });
  const { isComplete, compared: cells } = JSON.parse(compared.stdout);
  expect([compared.code, isComplete, new Set(cells.map(({ result }: { result: string }) => result))]).toEqual([
    0,
    true,
    new Set(['equal']),
  ]);
});

test('what is wrong with a line of a file is told with that line', () => {
  const cwd = county();
  const town = { ...NONE, agency: { name: '甲镇人民政府' } };
  writeFileSync(join(cwd, 'a.jsonl'), `${JSON.stringify(town)}\n一行字\n${JSON.stringify({ ...town, year: 2023 })}\n`);
  const { code, stderr } = nianbao(['rollup', 'a.jsonl', ...ARGS.slice(2), '-y', '2024'], { cwd });
  expect(code).toBe(1);
  expect(stderr).toContain('a.jsonl:2：报告应是一个对象');
  expect(stderr).toContain('没有计入甲镇人民政府2023年度的报告（a.jsonl:3）');
});

test('without an output the whole is printed, and nothing of it is made up', () => {
  const cwd = county();
  writeFileSync(join(cwd, '名单.csv'), `${LIST}乙局,示例县人民政府\n`);
  const { code, stdout, stderr } = nianbao(ARGS, { cwd });
  expect(code).toBe(1);
  expect(stdout).toContain('decisions: null');
  expect(stdout).toContain('缺：乙局（没有报告）');
  expect(stderr).toContain('没有“乙局”2024年度的报告，合计不全');
  expect(stderr).toContain('没有报告：乙局\n');
});

test.each([
  [['rollup', '年报'], 2, '缺少必需的选项'],
  [[...ARGS, '-o', 'a.pdf'], 2, '-o 的扩展名不对'],
  [[...ARGS, '-y', '24'], 2, '年份不对'],
  [[...ARGS.slice(0, 3), '示例县人民政俯', ...ARGS.slice(4)], 2, '是不是“示例县人民政府”？'],
  [['rollup', 'nothing.yaml', '-a', '某县'], 4, 'file/not-found'],
  [[...ARGS, '--against', 'nothing.yaml'], 4, 'file/not-found'],
])('a call that cannot be done: %j', (args, code, message) => {
  expect(nianbao(args, { cwd: county() })).toMatchObject({ code, stderr: expect.stringContaining(message) });
});

test('a form of an office’s own', () => {
  const { folder, nianbao: run, write, remove } = formProject();
  const report = readFileSync(join(folder, 'report.yaml'), 'utf8');
  const name = /name: (.+)/.exec(report)?.[1] ?? '';
  write('other.yaml', report.replaceAll(name, '另一市热线'));
  const { code, stdout } = run('rollup', 'report.yaml', 'other.yaml', '-a', '示例省', '--form', 'form.mjs', '--json');
  const { cells, edition } = JSON.parse(stdout);
  remove();
  expect([code, edition]).toEqual([0, 'rexian-2024']);
  for (const { value, contributions } of cells) {
    const amounts = [value, ...contributions[0].values].map((one) => Number(one?.value ?? one));
    expect(amounts[0]).toBeCloseTo(2 * (amounts[1] ?? 0), 6);
  }
});

test('a pipe that nobody writes into is one line of the result, and the command ends', () => {
  const cwd = county();
  spawnSync('mkfifo', [join(cwd, '管道.json')]);
  const args = ['rollup', '管道.json', '年报/镇.yaml', '-a', '示例县人民政府', '-j', '1', '--timeout', '0.5'];
  const { code, stderr } = nianbao(args, { cwd });
  expect([code, stderr]).toEqual([70, expect.stringMatching(/worker\/timeout 管道\.json.*读不了：管道\.json\n$/su)]);
});

test("a child's report among the inputs is not written over, an earlier total is", () => {
  const cwd = county();
  const into = (file: string) => nianbao([...ARGS, '-o', `年报/${file}`, '--force'], { cwd });
  const before = readFileSync(join(cwd, '年报', '镇.yaml'), 'utf8');
  expect(into('镇.yaml')).toMatchObject({ code: 2, stderr: expect.stringContaining('usage/output-is-input') });
  expect(readFileSync(join(cwd, '年报', '镇.yaml'), 'utf8')).toBe(before);
  expect(into('汇总.yaml')).toMatchObject({ code: 1, stdout: expect.stringContaining('计入 2 个') });
  expect(into('汇总.yaml')).toMatchObject({ code: 1, stdout: expect.stringContaining('计入 2 个') });
});
