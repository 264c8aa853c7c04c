import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { builtPackage } from '../readers/built-package.mjs';
import { fixture, ROOT } from '../readers/fixtures.mjs';
import { emptyFolder, filesIn, nianbao } from './nianbao.js';

// What the shell is told: whose fault it is.

const { path } = fixture('2021/minimal.json');
const wrong = fixture('broken/wrong-sum.json').path;
const codeOf = (...args: string[]) => nianbao(args, { cwd: emptyFolder() }).code;

test('0: done', () => expect(codeOf('check', path)).toBe(0));

test('1: the report is at fault', () => expect(codeOf('check', wrong)).toBe(1));

describe('1: so is a text that the report itself carries', () => {
  const told = (narrative: object) => {
    const file = join(emptyFolder(), 'report.json');
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), narrative }, null, 2));
    return nianbao(['check', file]);
  };

  test.each([
    ['template/unknown-variable', '{{yaer}}年。'],
    ['template/unknown-helper', '{{summ 1 2}}件。'],
    ['template/missing-value', '{{agency.fax}}。'],
    ['template/bad-value', '{{share 1 0}}。'],
    ['template/syntax', '{{#if year}}。'],
    ['template/empty', '{{#if agency.fax}}有{{/if}}'],
    ['template/empty', '　'],
  ])('%s in “%s”, at the line of the file', (code, overview) => {
    const { code: exit, stdout } = told({ overview: ['第一段。', overview].slice(code === 'template/empty' ? 1 : 0) });
    expect(exit).toBe(1);
    expect(stdout).toMatch(new RegExp(`report\\.json:\\d+:\\d+ 错误 ${code}`));
    if (code !== 'template/empty') expect(stdout).toContain('位置：narrative.overview[1]');
  });
});

test('2: the call is at fault', () => expect(codeOf('check', '--no-such-option', path)).toBe(2));

test('3: a template is at fault', () => {
  const templates = emptyFolder();
  mkdirSync(join(templates, '2021'));
  writeFileSync(join(templates, '2021', 'preamble.hbs'), '{{agency.nme}}');
  const { code, stdout } = nianbao(['check', path, '-t', templates]);
  expect(code).toBe(3);
  expect(stdout).toContain(`${templates}/2021/preamble.hbs:1:`);
  expect(codeOf('check', path, '-t', join(templates, 'missing'))).toBe(3);
  writeFileSync(join(templates, '2021', 'preamble.hbs'), ' ');
  expect(codeOf('check', path, '-t', templates)).toBe(3);
});

test('4: a file cannot be read', () => {
  expect(codeOf('check', join(emptyFolder(), 'missing.json'))).toBe(4);
  expect(codeOf('check', emptyFolder())).toBe(4);
});

test('of several the gravest', () => {
  const missing = join(emptyFolder(), 'missing');
  expect(codeOf('check', wrong, path, '-t', missing)).toBe(3);
  expect(codeOf('check', path, '/missing.json', wrong, '-t', missing)).toBe(4);
});

describe('a package that is not whole', () => {
  /** A copy of the built package, as far as it must be one, that lacks one file; a part's name goes on with a hash. */
  function without(part: string): string {
    const folder = emptyFolder();
    const own = ['dist', 'package.json', part.split('/')[0]];
    for (const name of readdirSync(builtPackage())) {
      const from = join(builtPackage(), name);
      if (own.includes(name)) cpSync(from, join(folder, name), { recursive: true, dereference: true });
      else symlinkSync(from, join(folder, name));
    }
    mkdirSync(join(folder, 'node_modules'));
    for (const name of readdirSync(`${ROOT}node_modules`)) {
      symlinkSync(`${ROOT}node_modules/${name}`, join(folder, 'node_modules', name));
    }
    const { dir, base } = parse(join(folder, part));
    for (const name of readdirSync(dir)) if (name.startsWith(base)) rmSync(join(dir, name));
    return `${folder}/`;
  }

  test.each([
    ['70, and the fault is ours: a module is missing', 'node_modules/docx', 70, 'nianbao 自身出错'],
    ['3: a font is missing', 'fonts/GongWen-Kai.ttf', 3, 'assets/missing'],
    ['3: a template is missing', 'templates/2021/preamble.hbs', 3, 'template/missing-file'],
  ])('%s', (_, part, expected, message) => {
    const output = emptyFolder();
    const { code, stderr } = nianbao(['render', path, '-o', output], { from: without(part) });
    expect({ code, files: filesIn(output) }).toEqual({ code: expected, files: [] });
    expect(stderr).toContain(message);
  });
});
