import { spawnSync } from 'node:child_process';
import { mkdirSync, openSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scopeOf } from '../../src/cli/glob.js';
import { expandFiles } from '../../src/cli/inputs.js';
import { ReportError } from '../../src/index.js';
import { report, write } from '../batch/made.js';
import { emptyFolder, nianbao } from './nianbao.js';

// Files that are named by patterns and folders.

const folder = emptyFolder();
// And what is no file, but is named like one: a link to a folder, a pipe.
const names = ['a.json', 'b.yaml', 'c.YML', '[草]年报.json', 'd/e.json', 'n.txt', '.h.json'];
write(folder, Object.fromEntries(names.map((name) => [name, ''])));
symlinkSync('..', join(folder, 'd/loop'));
symlinkSync('d', join(folder, 'linked'));
symlinkSync('d', join(folder, 'folder.json'));
symlinkSync('circle', join(folder, 'circle'));
spawnSync('mkfifo', [join(folder, 'pipe.json')]);
mkdirSync(join(folder, 'empty'));

const meant = (...args: string[]) => {
  try {
    return expandFiles(args.map((arg) => (arg === '-' ? arg : join(folder, arg)))).map((path) =>
      path.replace(`${folder}/`, ''),
    );
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return error.diagnostics.map(({ code }) => code);
  }
};

test.each([
  ['*.json', ['[草]年报.json', 'a.json']],
  ['[a-c].*', ['a.json', 'b.yaml', 'c.YML']],
  ['**/*.json', ['[草]年报.json', 'a.json', 'd/e.json']],
  ['d', ['d/e.json']],
  ['linked', ['linked/e.json']],
  ['linked/*.json', ['linked/e.json']],
  ['.', ['[草]年报.json', 'a.json', 'b.yaml', 'c.YML', 'd/e.json']],
  ['[草]年报.json', ['[草]年报.json']],
  ['missing.json', ['missing.json']],
  ['n.txt', ['n.txt']],
  ['-', ['-']],
])('%s', (arg, expected) => {
  expect(meant(arg)).toEqual(expected);
});

test('what is named by itself is not meant again', () => {
  expect(meant('b.yaml', '*.*', '*.json', '-')).toEqual(['b.yaml', '[草]年报.json', 'a.json', 'c.YML', '-']);
  expect(meant('a.json', 'a.json')).toEqual(['a.json', 'a.json']);
});

test.each(['*.toml', '[z-a].json', '[a.json', '{a,b.json', 'missing/*.json', 'empty', `*${'a'.repeat(70_000)}.json`])(
  'what means nothing is told: %#',
  (arg) => {
    expect(meant('a.json', arg)).toEqual(['file/not-found']);
  },
);

test.each([
  ['a/b/*.json', 'a/b', '*.json'],
  ['*.json', '.', '*.json'],
  ['./a/*/c', 'a', '*/c'],
  ['/*.json', '/', '*.json'],
  ['/tmp/**', '/tmp', '**'],
])('%s is searched from its last plain folder', (typed, from, pattern) => {
  expect(scopeOf(typed, false)).toEqual({ folder: from, pattern });
  expect(scopeOf(typed.replaceAll('/', '\\'), true)).toEqual({ folder: from, pattern });
});

test.each([
  ['C:\\reports\\2024\\*.json', 'C:/reports/2024', '*.json'],
  ['C:\\*.json', 'C:/', '*.json'],
  ['\\\\server\\share\\*.json', '//server/share', '*.json'],
  ['.\\2024/*.json', '2024', '*.json'],
])('on Windows: %s', (typed, from, pattern) => {
  expect(scopeOf(typed, true)).toEqual({ folder: from, pattern });
});

test('elsewhere a backslash is part of a name', () => {
  expect(scopeOf('a\\b*.json', false)).toEqual({ folder: '.', pattern: 'a\\b*.json' });
});

test('the commands take both', () => {
  const cwd = emptyFolder();
  write(cwd, { 'in/a.json': report('甲局'), 'in/b.json': report('乙局') });
  const checked = nianbao(['check', 'in/*.json'], { cwd });
  expect(checked.stdout).toMatch(/^in\/a\.json：0 个错误.*\nin\/b\.json：0 个错误/);
  expect(nianbao(['check', 'in'], { cwd })).toEqual(checked);
  expect(nianbao(['render', 'in/*.json', '-f', 'docx', '-o', 'out'], { cwd }).stdout).toMatch(/a\.docx.*\n.*b\.docx/);
  expect(nianbao(['outline', 'in/[z-a].json'], { cwd }).code).toBe(4);
});

test.each([
  ['check', '-'],
  ['render', '-'],
  ['batch', '-', '-o', 'out'],
])('standard input that is a folder: %s', (...args) => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'x'), '');
  const { code, stdout, stderr } = nianbao(args, { cwd, stdin: openSync(cwd, 'r') });
  expect(code).toBe(4);
  expect(stdout + stderr).toContain('file/unreadable');
});
