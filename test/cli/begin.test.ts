import { readFileSync } from 'node:fs';
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

  test('prints a report to be filled in', () => {
    const { code, stdout, stderr } = nianbao(start);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ edition: '2021', year: 2025, agency: { name: '示例县示例局' } });
  });

  test('writes it to a file, from which the other commands go on', () => {
    const folder = emptyFolder();
    const path = join(folder, 'report.json');
    expect(nianbao([...start, '-o', path]).code).toBe(0);
    expect(filesIn(folder)).toEqual(['report.json']);
    const { code, stdout } = nianbao(['check', path]);
    expect(code).not.toBe(70);
    expect(stdout).toContain(`${path}：`);
  });

  test('takes over what last year’s report carries forward', () => {
    const { path, text, name } = fixture('2021/suqian-2024.yaml');
    const { stdout } = nianbao([...start, '--previous', path]);
    const { report } = readReport(text, name);
    const { carriedForward } = parseReport(report).requests;
    expect(carriedForward.total).toBeGreaterThan(0);
    expect(JSON.parse(stdout).requests.carriedOver).toEqual(carriedForward);
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
