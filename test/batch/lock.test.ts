import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lock } from '../../src/cli/batch/lock.js';
import { renewLock } from '../../src/cli/batch/lock-file.js';
import { ReportError } from '../../src/index.js';
import { emptyFolder, filesIn } from '../cli/nianbao.js';

// One run at a time in a folder. Time passes where the test says so.

const LOCK = '.nianbao-lock';
const OTHER = '0f0e0d0c-0b0a-4908-8706-050403020100';

/** A folder, a lock of another run if it has been renewed so many milliseconds ago, and what is told and waited for. */
function folderWith(age?: number) {
  const folder = emptyFolder();
  const path = join(folder, LOCK);
  if (age !== undefined) {
    writeFileSync(path, `${OTHER} 7\n`);
    utimesSync(path, (Date.now() - age) / 1000, (Date.now() - age) / 1000);
  }
  const told: string[] = [];
  const lost: ReportError[] = [];
  const holders: string[] = [];
  let waited = 0;
  const take = (meanwhile: (waited: number) => void = () => {}) =>
    lock(folder, {
      tell: (text) => told.push(text),
      onLost: (error) => lost.push(error),
      pause: async (milliseconds) => {
        waited += milliseconds;
        meanwhile(waited);
      },
      renew: ({ holder }) => {
        holders.push(holder);
        return async () => {};
      },
    });
  const holder = () => readFileSync(path, 'utf8').split(' ')[0];
  return { folder, path, told, lost, take, holder, holders, waited: () => waited };
}

const codesOf = (error: unknown) => (error instanceof ReportError ? error.diagnostics.map(({ code }) => code) : error);
const caught = (promise: Promise<unknown>) => promise.catch((thrown: unknown) => thrown);

test('a folder that nobody has is taken at once, and given back without a trace', async () => {
  const { folder, take, told, waited } = folderWith();
  const { confirm, release } = await take();
  expect([filesIn(folder), told, waited()]).toEqual([[LOCK], [], 0]);
  expect(confirm).not.toThrow();
  await release();
  expect(filesIn(folder)).toEqual([]);
});

test.each([
  ['just now', 0],
  ['by a clock that is ahead', -3_600_000],
  ['by a clock that is behind', 50_000],
])(
  'a run that renews its lock, %s, is at work: the other is refused at once, and it keeps the lock',
  async (_, age) => {
    const { folder, path, take, told, waited, holder } = folderWith(age);
    const error = await caught(take((now) => now === 750 && renewLock(path, OTHER, 8)));
    expect(codesOf(error)).toEqual(['usage/argument']);
    expect(String(error)).toContain('另一次批量生成正在写这个文件夹');
    expect([waited(), told.length, holder()]).toEqual([750, 1, OTHER]);
    expect(filesIn(folder)).toEqual([LOCK]);
  },
);

test('of a run that was killed just now the lease is waited for, which is told; then the lock is ours', async () => {
  const { folder, take, told, waited, lost, holder, holders } = folderWith(0);
  const { release } = await take();
  expect([waited(), lost, holder()]).toEqual([5000, [], holders[0]]);
  expect(told).toEqual([expect.stringContaining('最多等 5 秒')]);
  await release();
  expect(filesIn(folder)).toEqual([]);
});

test('a lock that has not been renewed for long holds nobody up', async () => {
  const { folder, take, told, waited } = folderWith(120_000);
  const { release } = await take();
  expect([told, waited()]).toEqual([[], 0]);
  await release();
  expect(filesIn(folder)).toEqual([]);
});

test('a run that ends meanwhile is not waited for any longer', async () => {
  const { path, take, waited } = folderWith(0);
  const { release } = await take((now) => now === 500 && rmSync(path));
  expect(waited()).toBe(500);
  await release();
});

test('of two that wait for the same lock one gets it', async () => {
  const { folder, path, take, holder, holders } = folderWith(0);
  const renewing = (now: number) => holders[0] !== undefined && renewLock(path, holders[0], now);
  const results = await Promise.all([take(renewing), take(renewing)].map(caught));
  expect(results.map(codesOf)).toContainEqual(['usage/argument']);
  expect([holders.length, holder(), filesIn(folder)]).toEqual([1, holders[0], [LOCK]]);
});

test('one that was killed while it took over a lock holds nobody up for good', async () => {
  const { folder, path, take, holder, holders, waited } = folderWith(120_000);
  writeFileSync(`${path}-${OTHER}`, '');
  await take();
  expect([holder(), filesIn(folder), waited()]).toEqual([holders[0], [LOCK], 5000]);
});

test('a lock that another has taken is not ours: nothing may be written, and it stays with whoever has it', async () => {
  const { folder, path, take, holder } = folderWith();
  const { confirm, release } = await take();
  writeFileSync(path, `${OTHER} 0\n`);
  expect(confirm).toThrow('接管');
  await release();
  expect([filesIn(folder), holder()]).toEqual([[LOCK], OTHER]);
  rmSync(path);
  expect(confirm).toThrow('接管');
});

test('a lock that says nothing yet is one', async () => {
  const { path, take, waited } = folderWith();
  writeFileSync(path, '');
  expect(codesOf(await caught(take((now) => now === 250 && writeFileSync(path, `${OTHER} 0\n`))))).toEqual([
    'usage/argument',
  ]);
  expect(waited()).toBe(250);
});

test.each([
  ['a folder', (path: string) => mkdirSync(path)],
  ['a link', (path: string) => symlinkSync('../elsewhere', path)],
])('where there can be no lock, that is told: %s', async (_, make) => {
  const { folder, path, take } = folderWith();
  make(path);
  expect(codesOf(await caught(take()))).toEqual(['file/unwritable']);
  expect([filesIn(folder), existsSync(join(folder, '../elsewhere'))]).toEqual([[LOCK], false]);
});
