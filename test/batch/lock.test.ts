import { existsSync, mkdirSync, rmdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lock } from '../../src/cli/batch/lock.js';
import { ReportError } from '../../src/index.js';
import { emptyFolder, filesIn } from '../cli/nianbao.js';

// One run at a time in a folder. Time passes where the test says so.

const LOCK = '.nianbao-lock';

/** A folder, a lock of another run if it has been renewed so many milliseconds ago, and what is told and waited for. */
function folderWith(age?: number) {
  const folder = emptyFolder();
  const path = join(folder, LOCK);
  const renew = (ago = 0) => utimesSync(path, (Date.now() - ago) / 1000, (Date.now() - ago) / 1000);
  if (age !== undefined) {
    mkdirSync(path);
    renew(age);
  }
  const told: string[] = [];
  const lost: ReportError[] = [];
  let waited = 0;
  const take = (meanwhile: (waited: number) => void = () => {}) =>
    lock(folder, {
      tell: (text) => told.push(text),
      onLost: (error) => lost.push(error),
      pause: async (milliseconds) => {
        waited += milliseconds;
        meanwhile(waited);
      },
    });
  return { folder, path, renew, told, lost, take, waited: () => waited };
}

const codesOf = (error: unknown) => (error instanceof ReportError ? error.diagnostics.map(({ code }) => code) : error);

test('a folder that nobody has is taken at once, and given back without a trace', async () => {
  const { folder, take, told, waited } = folderWith();
  const release = await take();
  expect([filesIn(folder), told, waited()]).toEqual([[LOCK], [], 0]);
  await release();
  expect(filesIn(folder)).toEqual([]);
});

test('a run that is at work is seen by its renewing the lock: the other is refused at once, and it keeps the lock', async () => {
  const { folder, path, take, told, waited, renew } = folderWith(1000);
  const error = await take((now) => now === 750 && renew()).catch((thrown: unknown) => thrown);
  expect(codesOf(error)).toEqual(['usage/argument']);
  expect(String(error)).toContain('另一次批量生成正在写这个文件夹');
  expect([waited(), told.length, existsSync(path)]).toEqual([750, 1, true]);
  expect(filesIn(folder)).toEqual([LOCK]);
});

test.each([
  ['was killed just now', 0],
  ['was killed, by a clock that is ahead', -3_600_000],
])('of a run that %s the lease is waited for, which is told; then the lock is ours', async (_, age) => {
  const { folder, take, told, waited, lost } = folderWith(age);
  const release = await take();
  expect([waited(), lost]).toEqual([5000, []]);
  expect(told).toEqual([expect.stringContaining('最多等 5 秒')]);
  await release();
  expect(filesIn(folder)).toEqual([]);
});

test('a lock that has not been renewed for long holds nobody up', async () => {
  const { folder, path, take, told, waited } = folderWith(60_000);
  const release = await take();
  expect([told, waited()]).toEqual([[], 0]);
  expect(Date.now() - statSync(path).mtimeMs).toBeLessThan(30_000);
  await release();
  expect(filesIn(folder)).toEqual([]);
});

test('a run that ends meanwhile is not waited for any longer', async () => {
  const { path, take, waited } = folderWith(0);
  const release = await take((now) => now === 500 && rmdirSync(path));
  expect(waited()).toBe(500);
  await release();
});

test('of two that wait, the second is refused once the first has taken the lock', async () => {
  const { path, take, waited, renew } = folderWith(0);
  const error = await take((now) => {
    if (now !== 4750) return;
    rmdirSync(path);
    mkdirSync(path);
    renew(-1000);
  }).catch((thrown: unknown) => thrown);
  expect([codesOf(error), waited()]).toEqual([['usage/argument'], 4750]);
});

test('a lock that is taken away from us is told, and stays with whoever has it', async () => {
  const { folder, path } = folderWith();
  const error = await new Promise((resolve, reject) => {
    lock(folder, { tell: () => {}, onLost: resolve }).then(() => utimesSync(path, 1, 1), reject);
  });
  expect(codesOf(error)).toEqual(['usage/argument']);
  expect(String(error)).toContain('接管');
  expect(filesIn(folder)).toEqual([LOCK]);
});

test('where there can be no lock, that is told', async () => {
  const { folder, path, take } = folderWith();
  writeFileSync(path, '');
  expect(codesOf(await take().catch((thrown: unknown) => thrown))).toEqual(['file/unwritable']);
  expect(filesIn(folder)).toEqual([LOCK]);
});
