import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReport, renderReport } from '../../src/index.js';
import { report } from '../batch/made.js';
import { emptyFolder, filesIn } from '../cli/nianbao.js';
import { fixture } from '../readers/fixtures.mjs';
import { start } from './client.js';
import { exampleProject, removeProject } from './project.mjs';

// The small examples.

describe('script.mjs', () => {
  const project = exampleProject();
  afterAll(() => removeProject(project));

  const run = (file: string) => {
    const cwd = emptyFolder();
    copyFileSync(fixture(file).path, join(cwd, 'report.yaml'));
    const { status, stderr } = spawnSync(process.execPath, [join(project, 'script.mjs'), 'report.yaml'], {
      cwd,
      encoding: 'utf8',
    });
    return { cwd, status, stderr };
  };

  test('makes both files, those that the library makes', async () => {
    const { name, text } = fixture('2021/suqian-2024.yaml');
    const { cwd, status } = run(name);
    expect(status).toBe(0);
    expect(filesIn(cwd)).toEqual(['report.docx', 'report.pdf', 'report.yaml']);
    const { report: read } = readReport(text, 'report.yaml');
    for (const format of ['pdf', 'docx'] as const) {
      const made = readFileSync(join(cwd, `report.${format}`));
      expect(made.equals(await renderReport(read, { format }))).toBe(true);
    }
  });

  test('says what is wrong, with its line, and makes nothing', () => {
    const { cwd, status, stderr } = run('broken/wrong-sum.json');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^report\.yaml:\d+:\d+ 错误 sum\/E1 /m);
    expect(filesIn(cwd)).toEqual(['report.yaml']);
  });
});

describe('express.mjs', () => {
  test('renders what is sent, and says what is wrong with it', async () => {
    const server = await start('express.mjs');
    const made = await server.post('/render', report('示例局'));
    expect(made.status).toBe(200);
    expect(made.headers['content-type']).toBe('application/pdf');
    expect(made.headers['content-disposition']).toContain(
      `filename*=UTF-8''${encodeURIComponent('示例局2025年政府信息公开工作年度报告.pdf')}`,
    );
    const { report: read } = readReport(report('示例局'), 'report.json');
    expect(made.body.equals(await renderReport(read, { format: 'pdf' }))).toBe(true);

    const refused = await server.post('/render', fixture('broken/wrong-sum.json').text);
    expect(refused.status).toBe(422);
    expect(refused.json()[0]).toMatchObject({ code: 'sum/I2', place: { file: 'report.json' } });

    expect((await server.post('/render', 'x', { 'content-type': 'text/plain' })).status).toBe(415);
    expect(await server.stop()).toEqual({ code: 0, signal: null });
  });
});
