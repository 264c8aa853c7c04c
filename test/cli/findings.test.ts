import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../src/index.js';
import { emptyFolder, filesIn, nianbao } from './nianbao.js';

// `nianbao check`: the forms in which findings are told, and what decides its exit code.

const SEED = 'fixtures/2019/yinchuan-2020.json';
const WRONG = 'fixtures/broken/wrong-sum.json';
const LAST_YEAR = 'fixtures/2021/suqian-2023.yaml';
const MINIMAL = readFileSync(new URL('../../fixtures/2021/minimal.json', import.meta.url), 'utf8');
const THIS_YEAR = 'fixtures/2021/suqian-2024.yaml';

describe('for people', () => {
  test('grouped by the parts of the report, plain where it is not a terminal, with a table after several files', () => {
    const { stdout } = nianbao(['check', WRONG, SEED]);
    expect(stdout).toMatch(/^三、收到和处理政府信息公开申请情况$/m);
    expect(stdout).not.toContain('\u001B');
    expect(stdout).toMatch(/^ +5 +0 +0 +0 {2}fixtures\/broken\/wrong-sum\.json$/m);
    expect(stdout).toMatch(/^ +0 +4 +0 +3 {2}fixtures\/2019\/yinchuan-2020\.json$/m);
  });
});

describe('for programs', () => {
  test('json: every finding as its record, and how often each rule held', () => {
    const { code, stdout } = nianbao(['check', SEED, '--format', 'json']);
    const [only] = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(only.counts).toEqual({ errors: 0, warnings: 4, notes: 0, waived: 3 });
    expect(only.findings).toContainEqual(
      expect.objectContaining({
        code: 'sum/I2',
        facts: expect.objectContaining({ left: '0', right: '1', difference: '1' }),
        waived: expect.any(String),
      }),
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
    expect(stdout.match(/<skipped message="(?!未核对)/g)).toHaveLength(3);
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
  const changed = join(emptyFolder(), 'last-year.yaml');
  const text = readFileSync(new URL(`../../${LAST_YEAR}`, import.meta.url), 'utf8');
  writeFileSync(changed, text.replace(/inForce: (\d+)/, 'inForce: 1$1'));
  expect(counts(changed)).toMatchObject([
    { code: 'years/C1', passed: 7, failed: 0 },
    { code: 'years/C2', passed: 1, failed: 1 },
  ]);
  const { code, stdout } = nianbao(['check', THIS_YEAR, '--previous', THIS_YEAR]);
  expect(code).toBe(1);
  expect(stdout).toMatch(new RegExp(`^${THIS_YEAR}:4:1 错误 previous/year .*2024 年度`, 'm'));
  expect(stdout).toMatch(/^ {4}years\/C1 7 处：所给的上年报告（previous）是 2024 年度的/m);
});

describe('odd names and characters give valid files', () => {
  const folder = emptyFolder();
  const odd = join(folder, 'a#1 甲?%.json');
  const report = { ...JSON.parse(MINIMAL), 'bad\u0001\ud800<key>': 1, year: '2025' };
  writeFileSync(odd, JSON.stringify(report));

  test('sarif: the address of a file is encoded', () => {
    const [run] = JSON.parse(nianbao(['check', 'a#1 甲?%.json', '-f', 'sarif'], { cwd: folder }).stdout).runs;
    expect(run.results).toHaveLength(2);
    for (const { locations } of run.results) {
      const { uri } = locations[0].physicalLocation.artifactLocation;
      expect(uri).toMatch(/^[\w%.-]+$/);
      expect(decodeURIComponent(uri)).toBe('a#1 甲?%.json');
    }
  });

  test('junit: XML that any reader takes', () => {
    const { stdout } = nianbao(['check', odd, '-f', 'junit']);
    expect(stdout).toContain('bad\\u0001\\ud800&lt;key&gt;');
    expect(stdout).not.toMatch(/[\u0000-\u0008\u000B-\u001F\uFFFD]/);
    expect(nianbao(['check', odd]).stdout).not.toContain('\u0001');
  });
});

describe('few messages, and every place on request', () => {
  const blank = join(emptyFolder(), 'blank.json');
  beforeAll(() => writeFileSync(blank, nianbao(['init', '-e', '2021', '-y', '2025', '-a', '某机关', '--json']).stdout));

  test('blank cells are a line a table', () => {
    const { stdout } = nianbao(['check', blank]);
    expect(stdout.match(/ cell\/blank /g)).toHaveLength(3);
    expect(stdout).toContain('三、收到和处理政府信息公开申请情况：有 175 格留空');
    expect(stdout).not.toContain('requests.received.naturalPerson');
  });

  test('--places lists them with their lines; json and sarif have them anyhow', () => {
    expect(nianbao(['check', blank, '--places']).stdout).toMatch(
      /^ {4}\S+:\d+:\d+ 一、本年新收政府信息公开申请数量 · 自然人（requests\.received\.naturalPerson）$/m,
    );
    const [json] = JSON.parse(nianbao(['check', blank, '-f', 'json']).stdout);
    const places = json.findings.flatMap(({ places = [] }: { places?: unknown[] }) => places);
    expect(places).toHaveLength(200);
    expect(places).toContainEqual({
      path: ['requests', 'received', 'naturalPerson'],
      label: '一、本年新收政府信息公开申请数量 · 自然人',
      place: { file: blank, line: expect.any(Number), column: expect.any(Number) },
    });
    const [run] = JSON.parse(nianbao(['check', blank, '-f', 'sarif']).stdout).runs;
    expect(run.results[1].locations).toHaveLength(175);
  });

  test('sums over blanks are told as not assessed, in text and junit', () => {
    const begun = join(emptyFolder(), 'begun.json');
    writeFileSync(begun, readFileSync(blank, 'utf8').replace('"naturalPerson": null', '"naturalPerson": 3'));
    expect(nianbao(['check', blank]).stdout).not.toContain('未能核对');
    expect(nianbao(['check', begun]).stdout).toMatch(/^ {4}sum\/I2 \d+ 处：有空白的单元格/m);
    expect(nianbao(['check', blank, '-f', 'junit']).stdout).toMatch(
      /name="sum\/I2 未核对 \d+ 处：有空白的单元格"><skipped message="[^"]+">[^<]*requests\.received\.total/,
    );
  });
});

test('a waiver lists what it waived, in every form', () => {
  const file = join(emptyFolder(), 'zero-column.json');
  const row = (naturalPerson: number) => ({ naturalPerson, total: 0 });
  const requests = {
    fill: 0,
    received: row(3),
    disposition: { granted: row(2), denied: { stateSecret: row(1) }, total: row(3) },
  };
  const waivers = [{ rule: 'sum/I2', path: 'requests.**.total', reason: '原样' }];
  writeFileSync(file, JSON.stringify({ ...JSON.parse(MINIMAL), requests, waivers }, null, 1));
  const { code, stdout } = nianbao(['check', file]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^已豁免 sum\/I2 4 处\n( {4}\S+:\d+:\d+ .* · 总计 是 0，应为 \d\n){4} {4}豁免理由：原样$/m);
  const [json] = JSON.parse(nianbao(['check', file, '-f', 'json']).stdout);
  expect(json.waivers).toMatchObject([{ ...waivers[0], findings: Array(4).fill({ code: 'sum/I2', waived: '原样' }) }]);
  const [run] = JSON.parse(nianbao(['check', file, '-f', 'sarif']).stdout).runs;
  expect(run.results.filter(({ suppressions }: { suppressions?: unknown }) => suppressions)).toHaveLength(4);
  expect(nianbao(['check', file, '-f', 'junit']).stdout.match(/<skipped message="原样"\/>/g)).toHaveLength(4);
});

test('where a row and a column fail alike, one message names the cell where they cross', () => {
  const file = join(emptyFolder(), 'crossing.json');
  const review = { fill: 0 };
  const row = (naturalPerson: number, business: number, total: number) => {
    return { naturalPerson, organization: { business }, total };
  };
  const disposition = { granted: row(5, 1, 7), partial: row(2, 0, 2), total: row(8, 1, 9) };
  const requests = { fill: 0, received: row(8, 1, 9), disposition };
  writeFileSync(file, JSON.stringify({ ...JSON.parse(MINIMAL), requests, review }, null, 1));
  const { stdout } = nianbao(['check', file]);
  expect(stdout.match(/ 错误 /g)).toHaveLength(1);
  expect(stdout).toContain('错误 sum/I2、sum/I1 很可能是 三、（一）予以公开 · 自然人 错了：是 5，改为 6');
  expect(stdout.match(/有关：\S+:\d+:\d+ sum/g)).toHaveLength(2);
  const [run] = JSON.parse(nianbao(['check', file, '-f', 'sarif']).stdout).runs;
  expect(run.results.map((one: { relatedLocations: unknown[] }) => one.relatedLocations)).toHaveLength(2);
});

describe('--report: the findings as a document of their own', () => {
  test.each(['pdf', 'docx', 'html'])('%s', (format) => {
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
  writeFileSync(path, nianbao(['init', '-p', THIS_YEAR, '--json']).stdout);
  const [only] = JSON.parse(nianbao(['check', path, '-p', THIS_YEAR, '-f', 'json']).stdout);
  expect(only.rules).toContainEqual(expect.objectContaining({ code: 'years/C1', passed: 7, failed: 0 }));
  expect(nianbao(['init', '-e', '2022', '-y', '2025', '-a', '某机关']).code).toBe(2);
  expect(nianbao(['init', '-e', '2021', '-y', '二〇二五', '-a', '某机关']).code).toBe(2);
});
