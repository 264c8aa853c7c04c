import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ROOT } from '../readers/fixtures.mjs';
import { emptyFolder, filesIn, nianbao } from './nianbao.js';

// The commands verify and export.

const report = `${ROOT}fixtures/2021/minimal.json`;

test('verify says whether a file still shows the report: 0 the same, 1 different, 4 not readable', () => {
  const cwd = emptyFolder();
  const page = join(cwd, '年报.html');
  expect(nianbao(['render', report, '-f', 'html', '-o', page]).code).toBe(0);
  expect(nianbao(['verify', '年报.html', report], { cwd })).toEqual({
    code: 0,
    stdout: `年报.html 与 ${report} 一致\n`,
    stderr: '',
  });
  const html = readFileSync(page, 'utf8').replace(/(data-path="disclosure.rules.issued">)0/, '$17');
  const changed = nianbao(['verify', '-', report, '--json'], { cwd, input: html });
  expect(changed.code).toBe(1);
  expect(JSON.parse(changed.stdout)).toMatchObject({
    isSame: false,
    differences: [{ code: 'verify/changed', found: '7', expected: '0', path: ['disclosure', 'rules', 'issued'] }],
  });
  writeFileSync(join(cwd, '坏.pdf'), '%PDF-1.7\n');
  expect(nianbao(['verify', '坏.pdf', report], { cwd })).toMatchObject({ code: 4, stdout: '' });
  const json = nianbao(['verify', '没有.html', report, '--json'], { cwd });
  expect(json.code).toBe(4);
  expect(JSON.parse(json.stdout)).toMatchObject({ isSame: null, problems: [{ code: 'file/not-found' }] });
  expect(nianbao(['verify', '-', '-'], { cwd }).code).toBe(2);
});

test('verify asks for the rules that the settings name', () => {
  const cwd = emptyFolder();
  const settings = { rules: { 'text/half-width': 'off' } };
  writeFileSync(join(cwd, 'nianbao.config.json'), JSON.stringify(settings));
  expect(nianbao(['render', report, '-f', 'html', '-o', '年报.html'], { cwd }).code).toBe(0);
  expect(nianbao(['verify', '年报.html', report], { cwd })).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('不检查 text/half-width'),
  });
});

test('export writes the cells of a folder; a file that cannot be read does not stop the others', () => {
  const cwd = emptyFolder();
  copyFileSync(report, join(cwd, 'a.json'));
  const alone = nianbao(['export', '.', '--bom', '-o', 'data.csv'], { cwd });
  expect(alone).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(filesIn(cwd)).toEqual(['a.json', 'data.csv']);
  expect(readFileSync(join(cwd, 'data.csv'), 'utf8')).toMatch(
    /^\uFEFFagency,year,edition,path,label,value,unit,note,id\r\n/,
  );
  writeFileSync(join(cwd, 'b.json'), '{');
  const both = nianbao(['export', '.', '-f', 'jsonl'], { cwd });
  expect(both).toMatchObject({ code: 1, stderr: expect.stringContaining('b.json') });
  expect(JSON.parse(both.stdout.split('\n')[0] ?? '')).toMatchObject({ agency: '示例县示例局' });
  expect(nianbao(['export', '.', '-f', 'xml'], { cwd }).code).toBe(2);
});
