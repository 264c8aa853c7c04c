import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { emptyFolder, filesIn, nianbao } from '../cli/nianbao.js';
import { minimal, type Raw } from '../input/example.js';

// The same on the command line.

const folder = emptyFolder();
const write = (name: string, raw: Raw) => writeFileSync(join(folder, name), JSON.stringify(raw, null, 1));
const run = (...args: readonly string[]) => nianbao(args, { cwd: folder });
const FIXTURE = join(process.cwd(), 'fixtures/2021/annotated.json');

test('a report with all of it is checked and rendered, its figures and notes carried apart', () => {
  writeFileSync(join(folder, 'all.json'), readFileSync(FIXTURE));
  expect(run('check', 'all.json', '--strict')).toMatchObject({ code: 0, stderr: '' });
  expect(run('render', 'all.json', '-o', '.', '--attach')).toMatchObject({ code: 0, stderr: '' });
  expect(filesIn(folder)).toEqual(expect.arrayContaining(['all.docx', 'all.pdf']));
});

test('outline shows where everything stands', () => {
  const { stdout } = nianbao(['outline', FIXTURE]);
  expect(stdout).toMatchSnapshot();
});

describe('a section that is not there', () => {
  const { other: _, ...narrative } = minimal().narrative;

  test('is an error, whose hint names the way out', () => {
    write('missing.json', { ...minimal(), narrative });
    const { code, stdout } = run('check', 'missing.json');
    expect(code).toBe(1);
    expect(stdout).toContain('报告里确实没有这一部分的，在 absent.other 里写明理由');
  });

  test('is a warning if it is declared, and does not stop the rendering', () => {
    write('absent.json', { ...minimal(), narrative, absent: { other: '上级机关要求不列' } });
    const { code, stdout } = run('check', 'absent.json');
    expect(code).toBe(0);
    expect(stdout).toContain('警告 section/absent 报告里没有“六、其他需要报告的事项”：上级机关要求不列');
    expect(run('render', 'absent.json', '-o', '.').code).toBe(0);
    expect(filesIn(folder)).toContain('absent.pdf');
  });
});

test('the schema knows each, with a Chinese title', () => {
  const { oneOf, $defs } = JSON.parse(nianbao(['schema']).stdout);
  for (const { title, properties, allOf } of oneOf) {
    expect(title).toContain('政府信息公开工作年度报告');
    for (const key of ['title', 'addressee', 'narrative', 'notes', 'absent', 'tables', 'signoff']) {
      expect(properties[key].title).toMatch(/\p{Script=Han}/u);
    }
    expect(Object.keys(properties.notes.properties)).toEqual(['disclosure', 'requests', 'review']);
    expect(Object.keys(properties.absent.properties)).toHaveLength(6);
    expect(properties.notes.properties.review.description).toContain('可用 {{变量}}');
    expect(JSON.stringify(properties.narrative.properties.disclosure)).toContain('"title":"表后的文字"');
    expect(allOf).toContainEqual({
      anyOf: [{ required: ['review'] }, { required: ['absent'], properties: { absent: { required: ['review'] } } }],
    });
  }
  expect(JSON.stringify($defs.count)).toContain('"title":"格内的注"');
});
