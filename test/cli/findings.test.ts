import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../src/index.js';
import { emptyFolder, filesIn, nianbao } from './nianbao.js';

// `nianbao check`: the forms in which findings are told, and what decides its exit code.

const SEED = 'fixtures/2019/yinchuan-2020.json';
const WRONG = 'fixtures/broken/wrong-sum.json';
const LAST_YEAR = 'fixtures/2021/suqian-2023.yaml';
const THIS_YEAR = 'fixtures/2021/suqian-2024.yaml';

describe('for people', () => {
  test('grouped by the parts of the report, plain where it is not a terminal, with a table after several files', () => {
    const { stdout } = nianbao(['check', WRONG, SEED]);
    expect(stdout).toMatch(/^三、收到和处理政府信息公开申请情况$/m);
    expect(stdout).not.toContain('\u001B');
    expect(stdout).toMatch(/^ +5 +0 +0 +0 {2}fixtures\/broken\/wrong-sum\.json$/m);
    expect(stdout).toMatch(/^ +0 +1 +0 +3 {2}fixtures\/2019\/yinchuan-2020\.json$/m);
  });
});

describe('for programs', () => {
  test('json: every finding as its record, and how often each rule held', () => {
    const { code, stdout } = nianbao(['check', SEED, '--format', 'json']);
    const [only] = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(only.counts).toEqual({ errors: 0, warnings: 1, notes: 0, waived: 3 });
    expect(only.findings).toContainEqual(
      expect.objectContaining({ code: 'sum/I2', left: '0', right: '1', difference: '1', waived: expect.any(String) }),
    );
    expect(only.rules.map(({ code: rule }: { code: string }) => rule)).toEqual(rules.map((rule) => rule.code));
    expect(only.rules).toContainEqual(expect.objectContaining({ code: 'sum/I3', passed: 3, failed: 0 }));
    expect(only.rules).toContainEqual(
      expect.objectContaining({ code: 'years/C1', unassessed: expect.arrayContaining([expect.anything()]) }),
    );
  });

  test('sarif: rules, places, and waivers as suppressions', () => {
    const log = JSON.parse(nianbao(['check', SEED, WRONG, '--format', 'sarif']).stdout);
    const [run] = log.runs;
    expect(log.version).toBe('2.1.0');
    expect(run.tool.driver.rules).toHaveLength(rules.length);
    expect(run.results.filter((result: { suppressions?: unknown }) => result.suppressions)).toHaveLength(3);
    const wrong = run.results.find((result: { ruleId: string }) => result.ruleId === 'sum/I3');
    expect(wrong.locations[0].physicalLocation.artifactLocation.uri).toBe(WRONG);
    expect(wrong.locations[0].physicalLocation.region.startLine).toBeGreaterThan(1);
  });

  test('junit: failures, waived ones skipped, rules that held', () => {
    const { code, stdout } = nianbao(['check', SEED, WRONG, '--format', 'junit']);
    expect(code).toBe(1);
    expect(stdout.match(/<failure /g)).toHaveLength(5);
    expect(stdout.match(/<skipped /g)).toHaveLength(3);
    expect(stdout).toContain(`<testcase classname="${SEED}" name="sum/I3"/>`);
  });

  test('another name is a mistake in the call', () => {
    expect(nianbao(['check', SEED, '--format', 'xml']).code).toBe(2);
  });
});

test('--strict lets warnings fail, but nothing that is waived', () => {
  expect(nianbao(['check', SEED]).code).toBe(0);
  expect(nianbao(['check', SEED, '--strict']).code).toBe(1);
  expect(nianbao(['check', THIS_YEAR, '--strict']).code).toBe(0);
});

test('--previous: the figures of two years are held against each other', () => {
  const counts = (previous: string) => {
    const [only] = JSON.parse(nianbao(['check', THIS_YEAR, '--previous', previous, '-f', 'json']).stdout);
    return only.rules.filter(({ code }: { code: string }) => /C[12]/.test(code));
  };
  expect(counts(LAST_YEAR)).toMatchObject([
    { code: 'years/C1', passed: 7, failed: 0 },
    { code: 'years/C2', passed: 2, failed: 0 },
  ]);
  expect(counts(THIS_YEAR)).toMatchObject([
    { code: 'years/C1', passed: 3, failed: 4 },
    { code: 'years/C2', passed: 0, failed: 2 },
  ]);
});

describe('--report: the findings as a document of their own', () => {
  test.each(['pdf', 'docx'])('%s', (format) => {
    const folder = emptyFolder();
    expect(nianbao(['check', SEED, '--report', join(folder, `findings.${format}`)]).code).toBe(0);
    expect(filesIn(folder)).toEqual([`findings.${format}`]);
  });

  test('one report at a time, in a format there is', () => {
    const folder = emptyFolder();
    expect(nianbao(['check', SEED, WRONG, '--report', join(folder, 'findings.pdf')]).code).toBe(2);
    expect(nianbao(['check', SEED, '--report', join(folder, 'findings.odt')]).code).toBe(2);
    expect(filesIn(folder)).toEqual([]);
  });
});

test('init fills in from last year what last year decides', () => {
  const folder = emptyFolder();
  const path = join(folder, 'next.json');
  const start = ['init', '-e', '2021', '-y', '2025', '-a', '另一示例市人民政府'];
  writeFileSync(path, nianbao([...start, '-p', THIS_YEAR]).stdout);
  const [only] = JSON.parse(nianbao(['check', path, '-p', THIS_YEAR, '-f', 'json']).stdout);
  expect(only.rules).toContainEqual(expect.objectContaining({ code: 'years/C1', passed: 7, failed: 0 }));
  expect(nianbao(['init', '-e', '2022', '-y', '2025', '-a', '某机关']).code).toBe(2);
  expect(nianbao(['init', '-e', '2021', '-y', '二〇二五', '-a', '某机关']).code).toBe(2);
});
