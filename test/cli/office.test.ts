import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { toDocx } from '../../src/index.js';
import { builtPackage } from '../readers/built-package.mjs';
import { small } from '../reading/page.js';
import { emptyFolder } from './nianbao.js';

// Files that only an office program knows: told by name, or turned into Word files by a program that the user allows. The programs here
// are stand-ins; a proof runs the real one.

const folder = emptyFolder();
const at = (name: string) => join(folder, name);
const temporary = emptyFolder();
writeFileSync(at('年报.doc'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]));
writeFileSync(at('年报.rtf'), '{\\rtf1 }');
writeFileSync(at('转好.docx'), await toDocx(small));

/** A program that does what it is told with the folder for results, the last argument but one. */
function program(name: string, does: string): string {
  const path = at(name);
  writeFileSync(path, `#!/bin/sh\nfor one in "$@"; do before=$out; out=$last; last=$one; done\n${does}\n`, {
    mode: 0o755,
  });
  return path;
}

const converts = program('转', `mkdir -p "$out" && cp "${at('转好.docx')}" "$out/source.docx"`);
const slow = program('慢', `sleep 0.3; mkdir -p "$out" && cp "${at('转好.docx')}" "$out/source.docx"`);
const idles = program('不动', `touch "${at('有过')}"; sleep 987 & sleep 987`);
const fails = program('不会', 'exit 1');

function run(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`${builtPackage()}dist/cli/main.js`, 'read', '--json', ...args],
    { cwd: folder, encoding: 'utf8', env: { PATH: process.env.PATH, TMPDIR: temporary, ...env } },
  );
  const line = stdout === '' ? undefined : JSON.parse(stdout);
  return { code: status, year: line?.report?.year, told: line?.losses, stderr };
}

test('without leave they are told by name, with the way out', () => {
  const { code, told } = run(['年报.doc']);
  expect(code).toBe(4);
  expect(told).toMatchObject([{ code: 'read/unsupported', hint: expect.stringContaining('--soffice') }]);
});

test.each([
  ['by a flag', ['年报.doc', '--soffice', converts], {}],
  ['by a flag with a path from here', ['年报.doc', '--soffice', './转'], {}],
  ['by the environment', ['年报.rtf'], { NIANBAO_SOFFICE: converts }],
])('with leave %s they are read, and that is said', (_, args, env) => {
  const { code, year, told } = run(args, env);
  expect([code, year]).toEqual([0, small.year]);
  expect(told).toMatchObject([{ code: 'read/interpreted', message: expect.stringContaining('LibreOffice') }]);
});

test.each([
  ['is not there', at('没有'), 'read/unsupported'],
  ['is below a file', at('年报.rtf/soffice'), 'read/unsupported'],
  ['makes nothing', fails, 'read/damaged'],
])('a program that %s is told', (_, path, expected) => {
  expect(run(['年报.doc', '--soffice', path])).toMatchObject({ code: 4, told: [{ code: expected }] });
});

test('a program that does not end is ended, with what it has started', () => {
  const { code, told } = run(['年报.doc', '--soffice', idles], { NIANBAO_SOFFICE_SECONDS: '0.5' });
  expect([code, told]).toMatchObject([4, [{ code: 'read/damaged', found: expect.stringContaining('时限') }]]);
  expect(readdirSync(folder)).toContain('有过');
  expect(spawnSync('pgrep', ['-f', 'sleep 987']).stdout.toString()).toBe('');
});

test('a time limit longer than timers take is none that has passed', () => {
  const env = { NIANBAO_SOFFICE_SECONDS: '9999999' };
  expect(run(['年报.doc', '--soffice', slow], env)).toMatchObject({ code: 0, year: small.year });
});

test('a report is not taken for the program', () => {
  expect(run(['--soffice', '年报.doc', '年报.rtf'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--soffice'),
  });
});

const year = ['-e', '2021', '-y', '2025', '-a', '示例县交通运输局'];
test.each([
  ['init', ['init', ...year, '--previous', '年报.doc']],
  ['workbook', ['workbook', ...year, '--previous', '年报.doc', '-o', '填报.xlsx']],
  ['export', ['export', '年报.doc']],
])('%s takes them with leave', (_, args) => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [`${builtPackage()}dist/cli/main.js`, ...args, '--soffice', converts],
    { cwd: folder, encoding: 'utf8', env: { PATH: process.env.PATH, TMPDIR: temporary } },
  );
  expect([status, stderr]).toEqual([0, expect.not.stringContaining('错误')]);
});

test('nothing is left behind', () => {
  expect(readdirSync(temporary)).toEqual([]);
});
