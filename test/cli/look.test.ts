import { composeReport, outlineDocument, readReport } from '../../src/index.js';
import { fixture, validFixtures } from '../readers/fixtures.mjs';
import { emptyFolder, filesIn, nianbao } from './nianbao.js';

// `nianbao check` and `nianbao outline` look at reports and write no file.

const minimal = fixture('2021/minimal.json');
const broken = fixture('broken/wrong-sum.json');

describe('check', () => {
  test('tells the findings of each report and sums them up; a waived problem stops nothing', () => {
    const cwd = emptyFolder();
    const paths = validFixtures.map(({ path }) => path);
    const { code, stdout, stderr } = nianbao(['check', ...paths], { cwd });
    expect({ code, stderr, files: filesIn(cwd) }).toEqual({ code: 0, stderr: '', files: [] });
    const summaries = [...stdout.matchAll(/^(.*)：\d+ 个错误，\d+ 个警告，\d+ 个建议，\d+ 个已豁免$/gm)];
    expect(summaries.map(([, path]) => path)).toEqual(paths);
    expect(stdout).toContain(`${minimal.path}：0 个错误，0 个警告，0 个建议，0 个已豁免`);
    expect(stdout).toMatch(/yinchuan-2020\.json：0 个错误，4 个警告，0 个建议，3 个已豁免/);
    expect(stdout).toContain('豁免理由：');
  });

  test('a report with errors does not hide the next', () => {
    const { code, stdout } = nianbao(['check', broken.path, minimal.path]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/wrong-sum\.json:14:80 错误 sum\/E1 /);
    expect(stdout).toContain('wrong-sum.json：5 个错误，0 个警告，0 个建议，0 个已豁免');
    expect(stdout).toContain('minimal.json：0 个错误，0 个警告，0 个建议，0 个已豁免');
  });

  test('standard input', () => {
    const { code, stdout } = nianbao(['check', '-'], { input: broken.text });
    expect(code).toBe(1);
    expect(stdout).toContain('标准输入:14:80 错误 sum/E1 ');
  });
});

describe('outline', () => {
  test('is the document as text', () => {
    const { code, stdout, stderr } = nianbao(['outline', minimal.path]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(outlineDocument(composeReport(readReport(minimal.text, minimal.name).report)));
  });

  test('tells problems with line and column, as the other commands do', () => {
    const { code, stdout, stderr } = nianbao(['outline', broken.path]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/wrong-sum\.json:14:80 错误 sum\/E1 /);
  });

  test('a report that fails does not stop the others', () => {
    const { code, stdout } = nianbao(['outline', broken.path, minimal.path]);
    expect(code).toBe(1);
    expect(stdout).toContain('# 示例县示例局');
  });
});
