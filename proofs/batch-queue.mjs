import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { s3Store } from 'nianbao/batch';
import S3rver from 's3rver';
import { fixture, ROOT } from '../test/readers/fixtures.mjs';
import { run, temporary } from './commands.mjs';
import { check, finish, same } from './proof.mjs';
import { pause, startBatch, startRedis, startWorker, until } from './queue-machines.mjs';

// A batch that several machines share, while servers and machines fail: nothing is lost, nothing is half-written, and whoever
// makes a file, its bytes are the same.

const REPORTS = 30;

const here = temporary();
const shared = join(here, 'shared');
const value = JSON.parse(fixture('2021/minimal.json').text);
const report = (/** @type {string} */ name) => JSON.stringify({ ...value, agency: { ...value.agency, name } });

/** What makes threads fail at the reports of agencies whose names ask for it. */
const faults = `${ROOT}test/batch/faults.mjs`;

/** Writes reports of these agencies into a folder. @param {string} folder @param {readonly string[]} agencies */
function writeReports(folder, agencies) {
  mkdirSync(join(here, folder), { recursive: true });
  for (const name of agencies) writeFileSync(join(here, folder, `${name}.json`), report(name));
}

const agencies = Array.from({ length: REPORTS }, (_, i) => `示例县第${i + 1}局`);
writeReports('in', agencies);
// One whose figures do not add up: its findings are a result like any other.
writeFileSync(join(here, 'in', '错.json'), fixture('broken/wrong-sum.json').text);

const sha256 = (/** @type {Uint8Array} */ bytes) => createHash('sha256').update(bytes).digest('hex');

/** What a run says of itself, without how long it took. @param {string} folder */
const manifestIn = (folder) => readFileSync(join(folder, 'manifest.jsonl'), 'utf8').replace(/,"milliseconds":\d+/g, '');

/** Every file that was made in a folder, with its hash. @param {string} folder @returns {Record<string, string>} */
function filesIn(folder) {
  const names = readdirSync(folder, { recursive: true }).map(String).sort();
  const made = names.filter((name) => /\.(pdf|docx)$/.test(name));
  return Object.fromEntries(made.map((name) => [name, sha256(readFileSync(join(folder, name)))]));
}

/** One process, one thread: what everything is compared with. */
const alone = join(here, 'alone');
const MAIN = `${ROOT}dist/cli/main.js`;
const local = (/** @type {string} */ output, /** @type {number} */ jobs) =>
  run('sh', ['-c', `"${process.execPath}" "${MAIN}" batch in -o "${output}" --jobs ${jobs}; test $? -eq 1`], {
    cwd: here,
  });
local(alone, 1);
const reference = filesIn(alone);

/** Looks again and again whether anything stands under its name that is not the whole file; gives what ends that. */
function guard() {
  /** @type {Set<string>} */
  const faults = new Set();
  const look = () => {
    for (const [name, hash] of Object.entries(reference)) {
      const path = join(shared, name);
      if (existsSync(path) && sha256(readFileSync(path)) !== hash) faults.add(`${name} was not whole`);
    }
  };
  const timer = setInterval(look, 300);
  return () => {
    clearInterval(timer);
    return [...faults];
  };
}

const redis = await startRedis(join(here, 'redis'));
/** Jobs that are waiting or under way, at one moment. */
const ENTRIES = "return redis.call('llen', KEYS[1]) + redis.call('llen', KEYS[2]) + redis.call('zcard', KEYS[3])";
const entries = () =>
  Number(redis.tell('eval', ENTRIES, '3', ...['wait', 'active', 'delayed'].map((list) => `nianbao:reports:${list}`)));
const events = (/** @type {string} */ kind) =>
  redis.tell('xrange', 'nianbao:reports:events', '-', '+').split(`\n${kind}\n`).length - 1;
const worker = () => startWorker(redis.url, shared);
const batch = (/** @type {readonly string[]} */ args = ['in']) =>
  startBatch([...args, '--redis', redis.url, '-o', shared], { cwd: here });

/**
 * A batch over the shared folder, which begins empty: something happens on the way, and what is there in the end must be what one
 * process alone has made.
 *
 * @param {string} name
 * @param {(asked: ReturnType<typeof startBatch>) => Promise<readonly string[] | void>} happens
 */
async function scene(name, happens) {
  await check(name, async () => {
    rmSync(shared, { recursive: true, force: true });
    const unguard = guard();
    const asked = batch();
    const told = await happens(asked);
    const { code } = await asked.ended;
    if (code !== 1) throw new Error(`the batch ended with ${code}: ${asked.errors()}`);
    same(filesIn(shared), reference);
    same(manifestIn(shared), manifestIn(alone));
    same(entries(), 0);
    return [...unguard(), ...(told ?? [])];
  });
}

const some = (/** @type {{ lines: () => readonly string[] }} */ process, least = 4) =>
  until('some reports are done', () => process.lines().length >= least);

await check('two threads make what one makes', () => {
  const both = join(here, 'both');
  local(both, 2);
  same(filesIn(both), reference);
  same(manifestIn(both), manifestIn(alone));
});

let [first, second] = await Promise.all([worker(), worker()]);

await scene('two workers make what one process makes, and leave nothing in Redis', async (asked) => {
  const { code } = await asked.ended;
  same(code, 1);
  const left = redis
    .tell('--scan')
    .split('\n')
    .filter((key) => /^nianbao:reports:[0-9a-f]{64}/.test(key));
  const tried = [...first.lines(), ...second.lines()].filter((line) => line.includes('错.json'));
  return [
    ...left.map((key) => `${key} is left`),
    ...([first, second].every((one) => one.lines().length > 0) ? [] : ['one of them did nothing']),
    ...(tried.length === 1 ? [] : [`a report that is wrong was tried ${tried.length} times`]),
  ];
});

await check('no more than asked for are in the queue at once', async () => {
  rmSync(shared, { recursive: true, force: true });
  const asked = batch(['in', '--jobs', '3']);
  let most = 0;
  let isOver = false;
  asked.ended.then(() => {
    isOver = true;
  });
  while (!isOver) {
    most = Math.max(most, entries());
    await pause(20);
  }
  same(filesIn(shared), reference);
  return most > 0 && most <= 3 ? [] : [`${most} were`];
});

await scene('Redis is killed in mid-batch and comes back', async (asked) => {
  await some(asked);
  await redis.kill();
  await pause(3000);
  await redis.revive();
  await asked.ended;
  return asked.errors().includes('又连上了 Redis') ? [] : ['nobody was told'];
});

await scene('Redis is killed in mid-batch and has forgotten everything', async (asked) => {
  await some(asked);
  await redis.kill();
  await redis.revive({ forgets: true });
});

await scene('a worker is told to end while Redis is away: it ends when that is back', async (asked) => {
  await some(asked);
  await redis.kill();
  const ending = first.kill('SIGTERM');
  await pause(500);
  await redis.revive();
  same((await ending).code, 0);
});
first = await worker();

/** What is wrong with what stands there after so many renderings. @param {number} before @param {number} renderings */
function sameAfter(before, renderings) {
  same(filesIn(shared), reference);
  same(manifestIn(shared), manifestIn(alone));
  same(entries(), 0);
  const made = first.lines().length + second.lines().length - before;
  return made === renderings ? [] : [`${REPORTS + 1} reports were rendered ${made} times, not ${renderings}`];
}

for (const least of [1, 4, 9, 16]) {
  await check(`the process that asked is killed after ${least} results, and started again`, async () => {
    rmSync(shared, { recursive: true, force: true });
    const before = first.lines().length + second.lines().length;
    const asked = batch();
    await some(asked, least);
    await asked.kill('SIGKILL');
    await batch().ended;
    return sameAfter(before, REPORTS + 1);
  });
}

await check('a file that is taken away before the batch goes on is made again', async () => {
  rmSync(shared, { recursive: true, force: true });
  const before = first.lines().length + second.lines().length;
  const asked = batch();
  await some(asked);
  await asked.kill('SIGKILL');
  await until('the workers have done what is queued', () => entries() === 0);
  const [name] = Object.keys(filesIn(shared));
  rmSync(join(shared, name));
  await batch().ended;
  return sameAfter(before, REPORTS + 2);
});

await scene('a worker is told to end in mid-batch: it finishes what it has', async (asked) => {
  await some(asked);
  const stalled = events('stalled');
  const { code } = await first.kill('SIGTERM');
  same(code, 0);
  await asked.ended;
  return events('stalled') === stalled ? [] : ['it left something behind'];
});

first = await worker();
await scene('a worker is killed in mid-job: another takes the job over', async (asked) => {
  const stalled = events('stalled');
  await some(asked);
  await first.kill('SIGKILL');
  await asked.ended;
  return events('stalled') > stalled ? [] : ['it was not in mid-job'];
});

await second.kill('SIGTERM');

const good = agencies.slice(0, 6);

/**
 * What became of each report of a folder, by the manifest, must be this: the good ones are done.
 *
 * @param {string} folder
 * @param {Record<string, string>} others
 */
function sameFates(folder, others) {
  const entries = manifestIn(shared)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const found = entries.map(({ id, status, findings }) => [id, status === 'done' ? status : findings[0].code]);
  const wanted = [...good.map((name) => [name, 'done']), ...Object.entries(others)];
  same(found.sort(), wanted.map(([name, fate]) => [`${folder}/${name}.json`, fate]).sort());
}

await check('reports that kill, block or leave their thread fail, and the batch goes on', async () => {
  rmSync(shared, { recursive: true, force: true });
  writeReports('poison', [...good, '抛错局', '退出局', '空转局']);
  const poisoned = await startWorker(redis.url, shared, { faults, args: ['--timeout', '2'] });
  const asked = batch(['poison']);
  const { code } = await asked.ended;
  await poisoned.kill('SIGTERM');
  same(code, 1);
  sameFates('poison', { 抛错局: 'worker/crashed', 退出局: 'worker/crashed', 空转局: 'worker/timeout' });
  const tries = poisoned.lines().filter((line) => line.includes('空转局')).length;
  return tries === 3 ? [] : [`tried ${tries} times`];
});

await check('a worker that is told twice to end does so at once', async () => {
  const url = `${redis.url}/3`;
  writeReports('endless', ['空转局']);
  const busy = await startWorker(url, shared, { faults });
  const asked = startBatch(['endless', '--redis', url, '-o', shared], { cwd: here });
  await until('it has a job', () => redis.tell('-n', '3', 'llen', 'nianbao:reports:active') === '1');
  busy.kill('SIGTERM');
  await until('it has heard', () => busy.errors().includes('做完手上的就结束'));
  const { code } = await busy.kill('SIGTERM');
  await asked.kill('SIGKILL');
  same(code, 143);
});

await check('a report that takes its machine down is given up after three machines', async () => {
  rmSync(shared, { recursive: true, force: true });
  writeReports('cut', [...good, '断电局']);
  let losses = 0;
  let isOver = false;
  const machine = async () => {
    while (!isOver) {
      const one = await startWorker(redis.url, shared, { faults: `${ROOT}proofs/power-cut.mjs` });
      last = one;
      const { signal } = await one.ended;
      losses += signal === 'SIGKILL' ? 1 : 0;
    }
  };
  /** @type {Awaited<ReturnType<typeof startWorker>> | undefined} */
  let last;
  const supervised = machine();
  const asked = batch(['cut']);
  await asked.ended;
  isOver = true;
  await last?.kill('SIGTERM');
  await supervised;
  sameFates('cut', { 断电局: 'queue/abandoned' });
  same(losses, 3);
});

await check('machines that would make other files, or put them elsewhere, say so', async () => {
  const words = { asking: '这里的开头。', doing: '那里的开头。' };
  for (const [machine, text] of Object.entries(words)) {
    mkdirSync(join(here, machine, 'templates/2021'), { recursive: true });
    writeFileSync(join(here, machine, 'templates/2021/preamble.hbs'), text);
  }
  writeFileSync(join(here, 'asking', 'a.json'), report('甲局'));
  const listed = ['--templates', 'templates'];
  /** @type {[string, string, string, string[]][]} */
  const cases = [
    ['1', 'out', '内容不同的字体或模板', listed],
    ['2', '../elsewhere', '另一个输出位置', listed],
    ['3', 'out', 'templates', []],
  ];
  const found = cases.map(async ([database, output, why, more]) => {
    const url = `${redis.url}/${database}`;
    const there = await startWorker(url, output === 'out' ? `../asking/out${database}` : output, {
      cwd: join(here, 'doing'),
      args: more,
    });
    const args = ['a.json', '-t', 'templates', '--redis', url, '-o', `out${database}`];
    await startBatch(args, { cwd: join(here, 'asking') }).ended;
    await there.kill('SIGTERM');
    const out = join(here, 'asking', `out${database}`);
    const [finding] = JSON.parse(manifestIn(out)).findings;
    same([finding.code, finding.found], ['queue/mismatch', why]);
    same(filesIn(out), {});
  });
  await Promise.all(found);
});

const S3 = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
const bucket = new S3rver({
  address: '127.0.0.1',
  port: 0,
  silent: true,
  directory: join(here, 's3'),
  configureBuckets: [{ name: 'reports', configs: [] }],
});
const { port } = await bucket.run();
const env = {
  AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}`,
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: S3.accessKeyId,
  AWS_SECRET_ACCESS_KEY: S3.secretAccessKey,
};
Object.assign(process.env, env);

await check('through S3: the same files, though one of two workers is killed', async () => {
  const target = 's3://reports/2025/年报';
  const start = () => startWorker(redis.url, target, { env, args: ['--s3-path-style'] });
  const [one, other] = await Promise.all([start(), start()]);
  const args = ['in', '--redis', redis.url, '-o', target, '--s3-path-style', '--manifest', 'kept'];
  const asked = startBatch(args, { cwd: here, env });
  await some(asked);
  await one.kill('SIGKILL');
  const { code } = await asked.ended;
  await other.kill('SIGTERM');
  same(code, 1);
  same(manifestIn(join(here, 'kept')), manifestIn(alone));
  const store = await s3Store({ bucket: 'reports', prefix: '2025/年报', forcePathStyle: true });
  for (const [name, hash] of Object.entries(reference)) {
    const bytes = await store.get(name);
    same(bytes && sha256(bytes), hash);
    same((await store.stat(name))?.sha256, hash);
  }
  const manifest = await store.get('manifest.jsonl');
  same(manifest && Buffer.from(manifest).toString('utf8'), readFileSync(join(here, 'kept/manifest.jsonl'), 'utf8'));
});

await bucket.close();
await redis.kill();
finish();
