import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport, readReport, reportJsonSchema } from '../../src/index.js';
import { fixture } from '../readers/fixtures.mjs';
import { emptyFolder, filesIn, nianbao } from './nianbao.js';

// `nianbao init` and `nianbao schema`: how a new report begins.

test('schema prints the JSON Schema of reports', () => {
  const { code, stdout, stderr } = nianbao(['schema']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(reportJsonSchema())));
});

describe('init', () => {
  const start = ['init', '--edition', '2021', '--year', '2025', '--agency', '示例县示例局'];

  const lines = (text: string) => text.trimEnd().split('\n').length;
  const blank = nianbao(start).stdout;
  /** How many lines a check has, and their codes. */
  const checked = (text: string, ...more: string[]) => {
    const path = join(emptyFolder(), '报告.yaml');
    writeFileSync(path, text);
    const { code, stdout } = nianbao(['check', path, ...more]);
    expect([0, 1]).toContain(code);
    return { code, stdout, lines: lines(stdout), codes: stdout.match(/(?<= (?:错误|警告|建议) )\S+/g) ?? [] };
  };

  test('prints a report to be filled in, as YAML or as JSON', () => {
    const { code, stdout, stderr } = nianbao(start);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const given = { edition: '2021', year: 2025, agency: { name: '示例县示例局' } };
    expect(readReport(stdout, 'a.yaml').report).toMatchObject(given);
    const json = nianbao([...start, '--json']).stdout;
    expect(JSON.parse(json)).toMatchObject({ ...given, review: { reconsideration: { upheld: null } } });
  });

  test('writes what the name of the file says, and over nothing that is there', () => {
    const folder = emptyFolder();
    const write = (name: string, ...more: string[]) => nianbao([...start, '-o', join(folder, name), ...more]).code;
    const names = ['a.yaml', 'b.json', 'c.YML', 'd.JSON', 'e'];
    expect(names.map((name) => write(name))).toEqual([0, 0, 0, 0, 0]);
    const texts = names.map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(texts.map((text) => text[0])).toEqual(['#', '{', '#', '{', '#']);
    writeFileSync(join(folder, 'a.yaml'), 'own');
    expect([write('a.yaml'), readFileSync(join(folder, 'a.yaml'), 'utf8')]).toEqual([4, 'own']);
    expect([write('a.yaml', '--force'), readFileSync(join(folder, 'a.yaml'), 'utf8')]).toEqual([0, blank]);
  });

  test('what is to be done is told in a few lines, and in fewer as it is done', () => {
    const given = '  problems: [公开不够及时。]\n  fees: { cases: 0, amount: "0" }\n';
    const facts = blank.replace(/^facts:.*\n/m, (line) => line + given);
    const disclosure = facts.replace('decisions: ', 'decisions: 3');
    const review = disclosure.replace('upheld: ', 'upheld: 1');
    const received = review.replace(/received: +\{ naturalPerson: /, 'received: { naturalPerson: 2');
    const granted = received.replace(/granted: +\{ naturalPerson: /, 'granted: { naturalPerson: 2');
    const steps = [blank, facts, disclosure, review, received, granted].map((text) => checked(text));
    expect(steps.map((step) => step.codes)).toEqual([
      ['cell/blank', 'cell/blank', 'cell/blank', 'fees/missing', 'template/empty', 'template/empty'],
      ['cell/blank', 'cell/blank', 'cell/blank'],
      ['cell/assumed', 'cell/blank', 'cell/blank'],
      ['cell/assumed', 'cell/blank', 'cell/assumed'],
      ['cell/assumed', 'cell/assumed', 'sum/E1', 'cell/assumed'],
      ['cell/assumed', 'cell/assumed', 'cell/assumed'],
    ]);
    expect(steps.map((step) => step.lines)).toEqual([7, 4, 4, 4, 5, 4]);
    expect(steps.map(({ code }) => code)).toEqual([1, 0, 0, 0, 1, 0]);
  });

  test('sums that do not hold yet are one line a table; --places has each of them', () => {
    const text = blank.replace(
      /(?<=received: +)\{[^}]*\} \}/,
      '{ naturalPerson: 1, organization: { business: 2, research: 3, other: 4 } }',
    );
    const { stdout, lines: few } = checked(text);
    expect(few).toBeLessThan(10);
    expect(stdout).toMatch(/sum\/E1 三、.*：有数字对不上：自然人：.*；商业企业：.*；科研机构：.* 等 5 处/);
    expect(checked(text, '--places').stdout.match(/错误 sum\/E1/g)).toHaveLength(5);
  });

  test('is rendered once it is filled in', () => {
    const folder = emptyFolder();
    const path = join(folder, '报告.yaml');
    writeFileSync(
      path,
      `${blank.replaceAll('decisions: ', 'decisions: 0')}\nnarrative: { problems: 公开不够及时。, other: 未收取信息处理费。 }\n`,
    );
    expect(nianbao(['render', path, '-f', 'docx', '-o', folder]).code).toBe(0);
    expect(filesIn(folder)).toEqual(['报告.docx', '报告.yaml']);
  });

  test('takes over what last year’s report carries forward', () => {
    const { path, text, name } = fixture('2021/suqian-2024.yaml');
    const { report } = readReport(text, name);
    const { carriedForward } = parseReport(report).requests;
    expect(carriedForward.total).toBeGreaterThan(0);
    const json = nianbao([...start, '--json', '--previous', path]).stdout;
    expect(JSON.parse(json).requests.carriedOver).toEqual(carriedForward);
    const yaml = nianbao([...start, '--previous', path]).stdout;
    expect(readReport(yaml, 'a.yaml').report.requests.carriedOver).toEqual(carriedForward);
    expect(yaml).toContain('（已按上年报告填入）');
    const own = yaml.replaceAll('示例县示例局', '另一示例市人民政府');
    expect(checked(own, '--previous', path).lines).toBeLessThan(10);
  });

  test('a place where nothing can be written is told', () => {
    const { code, stderr } = nianbao([...start, '-o', join(fixture('2021/minimal.json').path, 'report.json')]);
    expect(code).toBe(4);
    expect(stderr).toContain('file/unwritable');
  });
});

describe('check for machines', () => {
  const { path } = fixture('broken/wrong-sum.json');

  test('as JSON, SARIF and JUnit, each with every finding', () => {
    for (const format of ['json', 'sarif', 'junit']) {
      const { code, stdout } = nianbao(['check', path, '--format', format]);
      expect(code).toBe(1);
      expect(stdout.match(/sum\/(?:E1|I1|I2|I3)/g)?.length).toBeGreaterThanOrEqual(5);
      if (format === 'junit') expect(stdout).toMatch(/^<\?xml .*<\/testsuites>\s*$/s);
      else expect(() => JSON.parse(stdout)).not.toThrow();
    }
  });

  test('a warning counts as a failure when asked for', () => {
    const warned = fixture('broken/year-outside.json').path;
    expect(nianbao(['check', warned]).code).toBe(0);
    expect(nianbao(['check', warned, '--strict']).code).toBe(1);
  });

  test('the findings as a PDF', () => {
    const folder = emptyFolder();
    expect(nianbao(['check', path, '--report', join(folder, 'findings.pdf')]).code).toBe(1);
    expect(filesIn(folder)).toEqual(['findings.pdf']);
    expect(readFileSync(join(folder, 'findings.pdf'), 'latin1')).toMatch(/^%PDF-/);
  });
});
