import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixture, ROOT } from '../test/readers/fixtures.mjs';
import { temporary } from './commands.mjs';
import { check, finish, same } from './proof.mjs';

// Two batches as in two containers on one volume: processes, network and host name of each are its own, and only the folder is shared.
// One works, the other is refused, and the manifest is whole; also where the first stands still for longer than its lock holds.

const MAIN = `${ROOT}dist/cli/main.js`;
const REPORTS = 6;

const here = temporary();
const least = JSON.parse(fixture('2021/minimal.json').text);
const lines = Array.from({ length: REPORTS }, (_, i) =>
  JSON.stringify({ ...least, agency: { name: `示例县第${i + 1}局` } }),
);
writeFileSync(join(here, 'in.jsonl'), lines.join('\n'));

const spaces = process.getuid?.() === 0 ? [] : ['--user', '--map-root-user'];

/** Starts a batch in spaces of its own. @param {string} output @param {string} input standard input, which stays open, or a file */
function start(output, input) {
  const batch = [process.execPath, MAIN, 'batch', input, '-o', join(here, output), '-f', 'docx', '-j', '1'];
  const own = [...spaces, '--pid', '--net', '--uts', '--fork', '--mount-proc'];
  const child = spawn('unshare', [...own, ...batch], { detached: true });
  const told = { out: '', err: '' };
  child.stdout.on('data', (text) => {
    told.out += text;
  });
  child.stderr.on('data', (text) => {
    told.err += text;
  });
  const ended = once(child, 'close').then(([code]) => code);
  return { child, told, ended };
}

/** Ids of the manifest; throws where it is not whole. @param {string} output */
const idsIn = (output) =>
  readFileSync(join(here, output, 'manifest.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map(({ id, status }) => `${id} ${status}`);

const allOf = (/** @type {string} */ input) => lines.map((_, i) => `${input}:${i + 1} done`);
const leftIn = (/** @type {string} */ output) => readdirSync(join(here, output)).filter((name) => name.startsWith('.'));

/** The process of a batch below those that made its spaces. @param {number | undefined} pid */
function innermost(pid) {
  let one = String(pid);
  for (;;) {
    const children = readFileSync(`/proc/${one}/task/${one}/children`, 'utf8').trim().split(' ');
    if (children[0] === undefined || children[0] === '') return Number(one);
    one = children[0];
  }
}

await check('of two in spaces of their own the second is refused, and the first goes on undisturbed', async () => {
  mkdirSync(join(here, 'one'));
  const first = start('one', '-');
  first.child.stdin.write(`${lines[0]}\n`);
  await once(first.child.stdout, 'data');
  const second = start('one', join(here, 'in.jsonl'));
  same([await second.ended, second.told.out], [2, '']);
  same(second.told.err.includes('另一次批量生成正在写这个文件夹'), true);
  first.child.stdin.end(lines.slice(1).join('\n'));
  same(await first.ended, 0);
  same(idsIn('one'), allOf('-'));
  same(leftIn('one'), []);
});

await check('one that stood still until another took its place writes nothing more; the other ends whole', async () => {
  mkdirSync(join(here, 'two'));
  const first = start('two', '-');
  first.child.stdin.write(`${lines[0]}\n`);
  await once(first.child.stdout, 'data');
  const pid = innermost(first.child.pid);
  process.kill(pid, 'SIGSTOP');
  const second = start('two', '-');
  second.child.stdin.write(`${lines.slice(0, 2).join('\n')}\n`);
  await once(second.child.stdout, 'data');
  process.kill(pid, 'SIGCONT');
  first.child.stdin.end(lines.slice(1).join('\n'));
  same(await first.ended, 2);
  same(first.told.err.includes('接管'), true);
  second.child.stdin.end(lines.slice(2).join('\n'));
  same(await second.ended, 0);
  same(idsIn('two'), allOf('-'));
  same(leftIn('two'), []);
});

await check('of many that begin at once one works, the others are refused, and the manifest is whole', async () => {
  mkdirSync(join(here, 'many'));
  writeFileSync(join(here, 'many', '.nianbao-lock'), '');
  spawnSync('touch', ['-d', '2001-01-01', join(here, 'many', '.nianbao-lock')]);
  const runs = [1, 2, 3, 4].map(() => start('many', join(here, 'in.jsonl')));
  const codes = await Promise.all(runs.map(({ ended }) => ended));
  const wrong = codes.filter((code) => code !== 0 && code !== 2);
  same([wrong, codes.includes(0)], [[], true]);
  same(idsIn('many'), allOf(join(here, 'in.jsonl')));
  same(leftIn('many'), []);
});

finish();
