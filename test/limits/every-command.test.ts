import { mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { emptyFolder, nianbao, type Outcome } from '../cli/nianbao.js';
import { fixture } from '../input/example.js';

// What holds of every command that reads reports: the limits of the settings, files too large to be read whole, names that a terminal would obey.

const report = fixture('2021/minimal.json');

/** Calls of every command that reads a report, each of which reads the one that is named. */
const callsOn = (file: string): { readonly [command: string]: readonly string[] } => ({
  render: [file, '-f', 'html', '-o', 'made/'],
  batch: [file, '-f', 'html', '-o', 'batch', '--jobs', '1'],
  check: [file],
  read: [file],
  verify: ['good.json', file],
  compare: [file, 'good.json', '--jobs', '1'],
  audit: [file, '--jobs', '1'],
  export: [file],
  rollup: [file, '--agency', '示例县人民政府', '--jobs', '1'],
  init: ['-p', file],
  workbook: ['-p', file, '-o', 'blank.xlsx'],
  outline: [file],
  fonts: [file],
});

const run = (cwd: string, [command, args]: readonly [string, readonly string[]]): Outcome & { command: string } => ({
  command,
  ...nianbao([command, ...args], { cwd }),
});

const everywhere = (cwd: string, file: string) => Object.entries(callsOn(file)).map((call) => run(cwd, call));

function folderWith(limits: object): string {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'nianbao.config.json'), JSON.stringify({ limits }));
  return cwd;
}

test('every command that reads reports is among them', () => {
  const { stdout } = nianbao(['--help']);
  const named = [...stdout.matchAll(/^ {2}([a-z]+) /gm)].flatMap(([, name = '']) => name);
  const others = ['worker', 'schema', 'templates', 'info', 'complete', 'help'];
  expect(named.filter((name) => !others.includes(name)).toSorted()).toEqual(Object.keys(callsOn('')).toSorted());
});

test('limits of the settings hold for every command', () => {
  const cwd = folderWith({ characters: 10 });
  writeFileSync(join(cwd, 'a.json'), report);
  writeFileSync(join(cwd, 'good.json'), report);
  const passed = everywhere(cwd, 'a.json').filter(
    ({ stdout, stderr }) => !/shape\/too-large|超过 10 字/.test(stdout + stderr),
  );
  expect(passed).toEqual([]);
});

test('so they do for lists of agencies', () => {
  const cwd = folderWith({ listRows: 2 });
  writeFileSync(join(cwd, 'a.json'), report);
  writeFileSync(join(cwd, 'list.csv'), '名称\n甲局\n乙局\n');
  const list = ['--agencies', 'list.csv'];
  const calls: readonly (readonly [command: string, args: readonly string[]])[] = [
    ['audit', ['a.json', '--jobs', '1', ...list]],
    ['rollup', ['a.json', '--agency', '示例县人民政府', '--jobs', '1', ...list]],
    ['workbook', ['-y', '2025', '-o', 'blank', ...list]],
  ];
  const passed = calls.map((call) => run(cwd, call)).filter(({ stderr }) => !/超过 2 行.*listRows/s.test(stderr));
  expect(passed).toEqual([]);
});

test('a file that is too large is refused before it is read', () => {
  const cwd = folderWith({});
  writeFileSync(join(cwd, 'good.json'), report);
  writeFileSync(join(cwd, 'a.json'), '');
  // More than Node reads into one piece of memory.
  truncateSync(join(cwd, 'a.json'), 3 * 2 ** 30);
  const large = Object.entries(callsOn('a.json')).filter(([command]) => !['read', 'export', 'init'].includes(command));
  const passed = large
    .map((call) => run(cwd, call))
    .filter(({ stdout, stderr }) => !/超过 62914560 字节/.test(stdout + stderr));
  expect(passed).toEqual([]);
});

test('a line that is too large is refused, and those after it are read', () => {
  const cwd = folderWith({ fileBytes: 20_000 });
  const line = JSON.stringify(JSON.parse(report));
  writeFileSync(join(cwd, 'a.jsonl'), `{"x":"${'甲'.repeat(20_000)}"}\n${line}\n`);
  const batch = nianbao(['batch', 'a.jsonl', '-f', 'html', '-o', 'out'], { cwd });
  expect(batch.stdout).toMatch(/^failed\ta\.jsonl:1\tread\/too-large$/m);
  expect(batch.stdout).toMatch(/^done\ta\.jsonl:2\t/m);
  const { unread, reports } = JSON.parse(nianbao(['audit', 'a.jsonl', '-o', '-', '--jobs', '1'], { cwd }).stdout);
  expect([unread.length, reports.length]).toEqual([1, 1]);
});

test('no name of a file or an agency is obeyed by a terminal, or begins a line', () => {
  const cwd = emptyFolder();
  const odd = '年\u001B[31m\n报\u009B2J';
  mkdirSync(join(cwd, odd));
  writeFileSync(join(cwd, 'good.json'), report);
  const named = JSON.parse(report);
  named.agency.name = `示例${odd}局`;
  writeFileSync(join(cwd, `${odd}.json`), report);
  writeFileSync(join(cwd, odd, 'a.json'), JSON.stringify(named));
  writeFileSync(join(cwd, 'agencies.csv'), `名称\n"示例${odd}局"\n另一个局\n`);
  const calls: readonly (readonly [string, readonly string[]])[] = [
    ...Object.entries(callsOn(join(odd, 'a.json'))),
    ...Object.entries(callsOn(`${odd}-missing.json`)).filter(([name]) => ['render', 'batch', 'rollup'].includes(name)),
    ['render', [`${odd}.json`, '-f', 'html', '-o', `${odd}/`, '-v']],
    ['batch', ['good.json', '-f', 'html', '-o', odd]],
    ['check', [`${odd}.json`, '--fix', '--dry-run']],
    [
      'rollup',
      [odd, 'good.json', '--agency', `示例${odd}`, '--agencies', 'agencies.csv', '-o', `${odd}/合.yaml`, '--jobs', '1'],
    ],
    ['audit', [odd, 'good.json', '--agencies', 'agencies.csv', '-o', `${odd}.html`, '--jobs', '1']],
    ['workbook', ['--agencies', 'agencies.csv', '-y', '2025', '-o', `${odd}-books`]],
    ['workbook', ['-a', `示例${odd}`, '-y', '2025', '-o', `${odd}.xlsx`]],
    ['init', ['-a', `示例${odd}`, '-y', '2025', '-o', `${odd}.yaml`]],
    ['verify', [`${odd}.json`, 'good.json']],
    ['fonts', ['--font', `body=${odd}.ttf`]],
    ['render', ['good.json', '--templates', odd, '--seal', odd, '--form', odd, '-o', 'x']],
    [odd, []],
  ];
  const obeyed = calls
    .map((call) => run(cwd, call))
    .flatMap(({ command, stdout, stderr }) => {
      const said = `${stdout}${stderr}`.replaceAll('\r\n', '\n');
      const [found] = /.*(?:[\u0000-\u0008\u000B-\u001F\u007F-\u009F]|^报).*/m.exec(said) ?? [];
      return found === undefined ? [] : [`${command}: ${found.slice(0, 200)}`];
    });
  expect(obeyed).toEqual([]);
  expect(readdirSync(cwd).length).toBeGreaterThan(4);
});
