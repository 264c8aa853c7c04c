import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fixture, ROOT } from '../test/readers/fixtures.mjs';
import { temporary } from './commands.mjs';
import { check, finish, same } from './proof.mjs';

// A batch whose process, threads and disk fail: nothing is lost, nothing is half-written, and what is made has the bytes that an
// undisturbed run gives it.

const REPORTS = 40;
const KILLS = 20;
const MAIN = `${ROOT}dist/cli/main.js`;

const here = temporary();
const least = JSON.parse(fixture('2021/minimal.json').text);
const report = (/** @type {string} */ name) => JSON.stringify({ ...least, agency: { name } });

/** Writes reports into a folder, by name. @param {string} folder @param {Record<string, string>} texts */
function write(folder, texts) {
  mkdirSync(join(here, folder), { recursive: true });
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(here, folder, `${name}.json`), text);
}

const names = Array.from({ length: REPORTS }, (_, i) => `示例县第${i + 1}局`);
write('in', Object.fromEntries(names.map((name) => [name, report(name)])));

const call = (/** @type {string} */ input, /** @type {string} */ output, /** @type {string[]} */ ...more) => [
  MAIN,
  'batch',
  join(here, input),
  '-o',
  join(here, output),
  ...more,
];

/** Runs a batch to its end. @param {string[]} args */
function run(args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** Every file in a folder with its hash; those of a run under way are not counted. @param {string} folder */
function filesIn(folder) {
  const all = readdirSync(folder, { recursive: true }).map(String);
  const made = all.filter((name) => /\.(?:pdf|docx)$/.test(name)).sort();
  const others = all.filter((name) => !made.includes(name) && !/^(?:\d{4}$|\.nianbao-|manifest\.jsonl$)/.test(name));
  if (others.length > 0) throw new Error(`strange files: ${others.join(', ')}`);
  return Object.fromEntries(
    made.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}

/** The manifest without what no two runs have in common. @param {string} output */
const manifestOf = (output) =>
  readFileSync(join(here, output, 'manifest.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => ({ ...JSON.parse(line), milliseconds: 0 }));

const fatesOf = (/** @type {string} */ output) =>
  Object.fromEntries(
    manifestOf(output).map(({ id, status, findings }) => {
      const codes = findings.map((/** @type {any} */ { code }) => code);
      return [id.replace(/^.*\/|\.json$/g, ''), status === 'done' ? status : codes.join(' ')];
    }),
  );

/** What is under a final name and not as it must be. @param {string} folder */
const wrongIn = (folder) =>
  Object.entries(filesIn(folder)).flatMap(([name, hash]) => (whole[name] === hash ? [] : [`${name} is wrong`]));

const first = run(call('in', 'whole', '--jobs', '2'));
if (first.status !== 0) throw new Error(first.stderr);
const whole = filesIn(join(here, 'whole'));
const manifest = manifestOf('whole');

await check(`${REPORTS} reports give ${2 * REPORTS} files`, () => same(Object.keys(whole).length, 2 * REPORTS));

await check('one thread makes the same bytes as two', () => {
  same(run(call('in', 'alone', '--jobs', '1')).status, 0);
  same(filesIn(join(here, 'alone')), whole);
  same(manifestOf('alone'), manifest);
});

/** Numbers from 0 to 1, the same every time. */
let state = 1;
const chance = () => {
  state = (state * 48271) % 2147483647;
  return state / 2147483647;
};

/**
 * Starts a batch and kills it: before its first report, or some time after one of the first. Gives whether it was killed in time.
 *
 * @param {string[]} args
 */
async function kill(args) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const over = once(child, 'exit');
  const lines = Math.floor(chance() * 4);
  let seen = 0;
  const enough = new Promise((resolve) => {
    if (lines === 0) resolve(undefined);
    child.stdout.on('data', (data) => {
      seen += String(data).split('\n').length - 1;
      if (seen >= lines) resolve(undefined);
    });
  });
  await Promise.race([enough, over]);
  await Promise.race([pause(chance() * (lines === 0 ? 800 : 120)), over]);
  child.kill('SIGKILL');
  const [, signal] = await over;
  return signal === 'SIGKILL';
}

/** Makes the lock that a killed run has left one that has run out, so that the next does not wait for that. @param {string} folder */
function runOut(folder) {
  const lock = join(folder, '.nianbao-lock');
  if (existsSync(lock)) utimesSync(lock, 1, 1);
}

let kills = 0;
for (let round = 1; kills < KILLS; round++) {
  const output = `killed-${round}`;
  const folder = join(here, output);
  const before = kills;
  while (kills < KILLS && (await kill(call('in', output, '--jobs', '2')))) {
    kills += 1;
    runOut(folder);
    await check(`kill ${kills}: what has its name is whole`, () => (existsSync(folder) ? wrongIn(folder) : []));
  }
  await check(`round ${round}: killed ${kills - before} times and gone on with, it ends as if undisturbed`, () => {
    same(run(call('in', output, '--jobs', '2')).status, 0);
    same(filesIn(folder), whole);
    same(manifestOf(output), manifest);
    return readdirSync(folder).flatMap((name) => (name.startsWith('.') ? [`${name} is left`] : []));
  });
}

await check(
  'a run that is started right after one was killed waits until the lock has run out, and tells so',
  async () => {
    while (!(await kill(call('in', 'locked', '--jobs', '2'))) || !existsSync(join(here, 'locked', '.nianbao-lock')));
    const { status, stderr } = run(call('in', 'locked', '--jobs', '2'));
    same([status, stderr.includes('最多等 5 秒')], [0, true]);
    same(filesIn(join(here, 'locked')), whole);
  },
);

await check('a run that is whole and run again over what is unchanged makes nothing', () => {
  const { status, stdout } = run(call('in', 'whole', '--jobs', '2', '--changed'));
  same([status, stdout], [0, '']);
  same(manifestOf('whole'), manifest);
});

// The names are those that `faults.mjs` listens for.
write('bad', {
  ...Object.fromEntries(names.slice(0, 12).map((name) => [name, report(name)])),
  示例县第10局a: report('抛错局'),
  示例县第11局a: report('退出局'),
  示例县第12局a: report('空转局'),
  示例县第1局a: report('无度局'),
  示例县第2局a: report('抛错局二'),
});

for (const jobs of ['1', '2']) {
  await check(`threads that throw, exit, spin and grow cost their reports alone, --jobs ${jobs}`, () => {
    const faults = ['--import', `${ROOT}test/batch/faults.mjs`];
    const args = [...faults, ...call('bad', `bad-${jobs}`, '--jobs', jobs, '--timeout', '10', '--memory', '64')];
    const { status, stderr } = run(args);
    same(status, 1);
    same(stderr.includes('失败 5'), true);
    same(fatesOf(`bad-${jobs}`), {
      ...Object.fromEntries(manifestOf(`bad-${jobs}`).map(({ id }) => [id.replace(/^.*\/|\.json$/g, ''), 'done'])),
      示例县第10局a: 'worker/crashed',
      示例县第11局a: 'worker/crashed',
      示例县第12局a: 'worker/timeout',
      示例县第1局a: 'worker/memory',
      示例县第2局a: 'worker/crashed',
    });
    same(Object.keys(filesIn(join(here, `bad-${jobs}`))).length, 24);
    return wrongIn(join(here, `bad-${jobs}`));
  });
}

/** A disk of a few megabytes, in a name space of its own: full at first, then larger. What is on it is copied each time. */
const DISK = `
set -u
mount -t tmpfs -o size=2m tmpfs "$1"
shift
"$@" >first.out 2>first.err
echo $? >first.status
cp -a disk full
mount -o remount,size=64m disk
"$@" >second.out 2>second.err
echo $? >second.status
cp -a disk larger
`;

await check('a disk that is full: told, nothing half-written; with room, only what is left is made', () => {
  mkdirSync(join(here, 'disk'));
  const spaces = process.getuid?.() === 0 ? ['-m'] : ['-U', '-r', '-m'];
  const batch = [process.execPath, ...call('in', 'disk', '--jobs', '2')];
  const { status, stderr } = spawnSync('unshare', [...spaces, 'sh', '-c', DISK, 'sh', 'disk', ...batch], {
    cwd: here,
    encoding: 'utf8',
  });
  same([status, stderr], [0, '']);
  const read = (/** @type {string} */ name) => readFileSync(join(here, name), 'utf8');
  same(read('first.status'), '4\n');
  same(/^错误 file\/no-space 磁盘写不下 .*\n {4}实际：.*（ENOSPC）/m.test(read('first.err')), true);
  const left = readdirSync(join(here, 'full')).filter((name) => name.startsWith('.'));
  same(left, ['.nianbao-batch.jsonl']);
  const made = Object.keys(filesIn(join(here, 'full'))).length;
  if (made === 0 || made === 2 * REPORTS) throw new Error(`${made} files fit`);
  same(read('second.status'), '0\n');
  const [, kept = 0] = /沿用 (\d+)/.exec(read('second.err')) ?? [];
  if (Number(kept) < Math.floor(made / 2) - 1) throw new Error(`${kept} reports were kept of ${made} files`);
  same(filesIn(join(here, 'larger')), whole);
  return wrongIn(join(here, 'full'));
});
finish();
