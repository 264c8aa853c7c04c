import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileStore } from '../../src/batch/store.js';
import { unwritable } from '../../src/host/unwritable.js';
import { sweep, writeFiles } from '../../src/host/write-files.js';
import { ReportError } from '../../src/index.js';
import { emptyFolder, filesIn } from '../cli/nianbao.js';

// A folder as a store: what is put appears whole or not at all.

const bytes = Buffer.from('%PDF-');
const SHA256 = '38523c087796e5d5dd1cf9bad1fb026781a838dd9dd2cf8af58b9f6502a46778';

/** The code of what a store says is wrong. */
async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof ReportError ? error.diagnostics.map(({ code }) => code).join() : String(error);
}

test('what is put can be got and measured, in folders that it makes', async () => {
  const folder = emptyFolder();
  const store = fileStore(folder);
  expect(await store.get('2025/某局.pdf')).toBeUndefined();
  expect(await store.stat('2025/某局.pdf')).toBeUndefined();
  await store.put('2025/某局.pdf', bytes);
  expect(await store.get('2025/某局.pdf')).toEqual(bytes);
  expect(await store.stat('2025/某局.pdf')).toEqual({ size: 5, sha256: SHA256 });
  expect(filesIn(folder)).toEqual(['2025']);
});

test('the same again, and something else in its place', async () => {
  const folder = emptyFolder();
  const store = fileStore(folder);
  for (const content of ['one', 'one', 'other']) {
    await store.put('a.pdf', Buffer.from(content));
    expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe(content);
  }
  expect(filesIn(folder)).toEqual(['a.pdf']);
});

test('many at once', async () => {
  const folder = emptyFolder();
  const store = fileStore(folder);
  const names = Array.from({ length: 50 }, (_, i) => `${i % 5}/${i}.pdf`);
  await Promise.all(names.map((name) => store.put(name, Buffer.from(name))));
  for (const name of names) expect(readFileSync(join(folder, name), 'utf8')).toBe(name);
  expect(filesIn(folder)).toEqual(['0', '1', '2', '3', '4']);
});

test.each(['../a.pdf', '/a.pdf', 'a/../../b.pdf', 'a//b.pdf', './a.pdf', 'a\\..\\b.pdf', 'a\0.pdf', ''])(
  'a name that leads elsewhere: %j',
  async (name) => {
    const folder = join(emptyFolder(), 'inner');
    mkdirSync(folder);
    expect(await codeOf(fileStore(folder).put(name, bytes))).toBe('file/unwritable');
    expect(await codeOf(fileStore(folder).get(name))).toBe('file/unwritable');
    expect(filesIn(join(folder, '..'))).toEqual(['inner']);
    expect(filesIn(folder)).toEqual([]);
  },
);

test('what cannot be written is told, and leaves nothing', async () => {
  const folder = emptyFolder();
  const store = fileStore(folder);
  mkdirSync(join(folder, 'taken.pdf'));
  writeFileSync(join(folder, 'file'), '');
  expect(await codeOf(store.put('taken.pdf', bytes))).toBe('file/unwritable');
  expect(await codeOf(store.put('file/a.pdf', bytes))).toBe('file/unwritable');
  expect(await codeOf(fileStore(join(folder, 'missing')).put('a.pdf', bytes))).toBe('file/unwritable');
  expect(filesIn(folder)).toEqual(['file', 'taken.pdf']);
});

test.each(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO'])(
  'a disk that takes no more files is told apart from a file: %s',
  (code) => {
    const codes = (error: object) => unwritable('a.pdf', error).diagnostics.map((one) => one.code);
    expect(codes({ code, message: '' })).toEqual(['file/no-space']);
    expect(codes({ code: 'EACCES', message: '' })).toEqual(['file/unwritable']);
  },
);

test('of several files none appears before all are written', () => {
  const folder = emptyFolder();
  const files = (...names: string[]) => names.map((name) => ({ path: join(folder, name), bytes }));
  writeFileSync(join(folder, 'file'), '');
  expect(() => writeFiles(files('a.pdf', 'new/er/b.pdf', 'file/c.pdf'))).toThrow('file/unwritable');
  expect(() => writeFiles(files('a.pdf', `new/${'长'.repeat(90)}/c.pdf`))).toThrow('file/unwritable');
  expect(() => writeFiles(files('a.pdf', 'missing/b.pdf', 'file/c.pdf'), folder)).toThrow('file/unwritable');
  expect(filesIn(folder)).toEqual(['file']);
  writeFiles(files('new/er/b.pdf'));
  writeFiles(files('a.pdf', 'missing/b.pdf'), folder);
  expect(filesIn(folder)).toEqual(['a.pdf', 'file', 'missing', 'new']);
});

test('sweeping removes what killed processes have left, and nothing else', async () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, '.nianbao-tmp-abc123'));
  writeFileSync(join(folder, '.nianbao-tmp-abc123', 'file'), 'half');
  for (const name of ['.nianbao-tmp-def456', 'a.pdf', 'a.tmp', '.hidden']) writeFileSync(join(folder, name), '');
  await sweep(folder);
  expect(filesIn(folder)).toEqual(['.hidden', 'a.pdf', 'a.tmp']);
});
