import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReport, renderReport } from '../../src/index.js';
import { fixture } from '../readers/fixtures.mjs';
import { emptyFolder, filesIn, nianbao } from './nianbao.js';

// `nianbao render`: which files it makes, and where.

const minimal = fixture('2021/minimal.json');
const suqian = fixture('2021/suqian-2024.yaml');

test('makes a PDF and a Word file in the folder, and says so', () => {
  const folder = emptyFolder();
  const { code, stdout, stderr } = nianbao(['render', minimal.path, '-o', folder]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(filesIn(folder)).toEqual(['minimal.docx', 'minimal.pdf']);
  expect(stdout).toMatch(/^已生成 .*minimal\.pdf（\d+ KB）\n已生成 .*minimal\.docx（\d+ KB）\n$/);
});

test('the files are those that the library makes', async () => {
  const folder = emptyFolder();
  nianbao(['render', minimal.path, '-o', folder]);
  const { report } = readReport(minimal.text, minimal.name);
  for (const format of ['pdf', 'docx'] as const) {
    const made = readFileSync(join(folder, `minimal.${format}`));
    expect(made.equals(await renderReport(report, { format }))).toBe(true);
  }
});

test('without a folder, where one stands', () => {
  const cwd = emptyFolder();
  expect(nianbao(['render', minimal.path], { cwd }).code).toBe(0);
  expect(filesIn(cwd)).toEqual(['minimal.docx', 'minimal.pdf']);
});

test('one file under a name of its own', () => {
  const folder = emptyFolder();
  expect(nianbao(['render', minimal.path, '-f', 'pdf', '-o', join(folder, '年报.pdf')]).code).toBe(0);
  expect(filesIn(folder)).toEqual(['年报.pdf']);
});

test('several reports, JSON and YAML', () => {
  const folder = emptyFolder();
  expect(nianbao(['render', minimal.path, suqian.path, '-f', 'docx', '-o', folder]).code).toBe(0);
  expect(filesIn(folder)).toEqual(['minimal.docx', 'suqian-2024.docx']);
});

test.each([minimal, suqian])('standard input: $name', ({ text }) => {
  const folder = emptyFolder();
  expect(nianbao(['render', '-', '-f', 'docx', '-o', folder], { input: text }).code).toBe(0);
  expect(filesIn(folder)).toEqual(['report.docx']);
});

test('with templates of one’s own, and ours for the parts they lack', () => {
  const [folder, templates] = [emptyFolder(), emptyFolder()];
  mkdirSync(join(templates, '2021'));
  writeFileSync(join(templates, '2021', 'preamble.hbs'), '{{agency.name}}的开头。');
  const outline = nianbao(['outline', minimal.path, '-t', templates]).stdout;
  expect(outline.split('\n')[1]).toBe('示例县示例局的开头。');
  expect(nianbao(['render', minimal.path, '-f', 'docx', '-o', folder, '-t', templates]).code).toBe(0);
  expect(filesIn(folder)).toEqual(['minimal.docx']);
});

test('a report that fails does not stop the others', () => {
  const folder = emptyFolder();
  const broken = fixture('broken/wrong-sum.json');
  const { code, stderr } = nianbao(['render', broken.path, minimal.path, '-f', 'docx', '-o', folder]);
  expect(code).toBe(1);
  expect(filesIn(folder)).toEqual(['minimal.docx']);
  expect(stderr).toContain('wrong-sum.json');
  expect(stderr).not.toContain('minimal.json');
});

test('warnings are told, and stop nothing', () => {
  const folder = emptyFolder();
  const { path } = fixture('broken/year-outside.json');
  const { code, stderr } = nianbao(['render', path, '-f', 'docx', '-o', folder]);
  expect(code).toBe(0);
  expect(filesIn(folder)).toEqual(['year-outside.docx']);
  expect(stderr).toMatch(/^.*year-outside\.json:3:3 警告 edition\/year /);
});
