import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { builtPackage } from '../readers/built-package.mjs';
import { fixture } from '../readers/fixtures.mjs';
import { emptyFolder } from './nianbao.js';

// What the command line keeps of V8's work between runs: nothing that it says depends on it.

const { path } = fixture('broken/wrong-sum.json');

/** A run with the code kept in this folder. */
function run(home: string, args: readonly string[], env: NodeJS.ProcessEnv = {}, flags: readonly string[] = []) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...flags, `${builtPackage()}dist/cli/main.js`, ...args],
    {
      encoding: 'utf8',
      env: { ...process.env, XDG_CACHE_HOME: home, ...env },
    },
  );
  return { status, stdout, stderr };
}

const OFF = { NODE_DISABLE_COMPILE_CACHE: '1' };

/** The shortest run that there is. */
const help = (home: string, env?: NodeJS.ProcessEnv, flags?: readonly string[]) => run(home, ['help'], env, flags);
const usual = help(emptyFolder(), OFF);

const once = emptyFolder();
help(once);

/** A folder in which a run has kept its code. */
function kept() {
  const home = emptyFolder();
  cpSync(once, home, { recursive: true });
  const folder = join(home, 'nianbao');
  chmodSync(folder, 0o700);
  return { home, folder, file: join(folder, readdirSync(folder)[0] ?? '') };
}

/** Spoilt in its middle. With a sum that is right, V8 would take it, and fall. */
function spoil(file: string, { isSummed = false } = {}): Buffer {
  const bytes = readFileSync(file);
  for (let at = 5000; at < 6000; at++) bytes[at] = 0xff - (bytes[at] ?? 0);
  if (isSummed) bytes.writeUInt32BE(crc32(bytes.subarray(4)));
  writeFileSync(file, bytes);
  return bytes;
}

test('the first run keeps its code for the user alone, the next ones say the same with it', () => {
  const [home, args] = [emptyFolder(), ['check', path]];
  const expected = run(home, args, OFF);
  expect(expected).toMatchObject({ status: 1, stdout: expect.stringContaining('sum/'), stderr: '' });
  expect(run(home, args)).toEqual(expected);
  const folder = join(home, 'nianbao');
  const names = readdirSync(folder);
  expect(names).toEqual([expect.stringMatching(`^check-[0-9a-f]+-${process.version}-`)]);
  const file = join(folder, names[0] ?? '');
  expect([folder, file].map((one) => statSync(one).mode & 0o777)).toEqual([0o700, 0o600]);
  const { mtimeMs } = statSync(file);
  expect(run(home, args)).toEqual(expected);
  expect(statSync(file).mtimeMs).toBe(mtimeMs);
});

test.each([
  ['spoilt', (file: string) => spoil(file)],
  ['cut short', (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 9000))],
  ['empty', (file: string) => writeFileSync(file, '')],
])('code that is %s is not taken, and made anew', (_, damage) => {
  const { home, file } = kept();
  const before = readFileSync(file).length;
  damage(file);
  expect(help(home)).toEqual(usual);
  const bytes = readFileSync(file);
  expect(bytes.readUInt32BE()).toBe(crc32(bytes.subarray(4)));
  expect(bytes.length).toBeGreaterThan(before / 2);
});

test('code of a V8 with other flags is not taken, and made anew', () => {
  const { home, file } = kept();
  const before = readFileSync(file);
  expect(help(home, {}, ['--no-lazy-feedback-allocation'])).toEqual(usual);
  expect(readFileSync(file).equals(before)).toBe(false);
});

test('nothing is taken from a folder or a file that others could write into', () => {
  const { home, folder, file } = kept();
  const bytes = spoil(file, { isSummed: true });
  chmodSync(folder, 0o755);
  expect(help(home)).toEqual(usual);
  expect(readFileSync(file).equals(bytes)).toBe(true);
  chmodSync(folder, 0o700);
  chmodSync(file, 0o666);
  expect(help(home)).toEqual(usual);
});

test('a link is no folder, and what cannot be made is no fault', () => {
  const [home, elsewhere] = [emptyFolder(), emptyFolder()];
  chmodSync(elsewhere, 0o700);
  symlinkSync(elsewhere, join(home, 'nianbao'));
  expect(help(home)).toEqual(usual);
  expect(readdirSync(elsewhere)).toEqual([]);
  writeFileSync(join(elsewhere, 'file'), '');
  expect(help(join(elsewhere, 'file'))).toEqual(usual);
});

test('NODE_DISABLE_COMPILE_CACHE turns it off', () => {
  const home = emptyFolder();
  expect(help(home, OFF)).toEqual(usual);
  expect(existsSync(join(home, 'nianbao'))).toBe(false);
});

test('of what was kept before, the newest is left', () => {
  const home = emptyFolder();
  mkdirSync(join(home, 'nianbao'), { mode: 0o700 });
  for (let i = 0; i < 60; i++) writeFileSync(join(home, 'nianbao', `help-${i}`), '');
  help(home);
  expect(readdirSync(join(home, 'nianbao'))).toHaveLength(40);
});

test('a word that is no command keeps nothing', () => {
  const home = emptyFolder();
  expect(run(home, ['chekc']).status).toBe(2);
  expect(existsSync(join(home, 'nianbao'))).toBe(false);
});

test('threads keep their code as well, once they have done ten reports, and it is not taken when it is spoilt', () => {
  const [home, inputs] = [emptyFolder(), emptyFolder()];
  const text = readFileSync(fixture('2019/yinchuan-2020.json').path, 'utf8');
  for (let i = 0; i < 10; i++) writeFileSync(join(inputs, `${i}.json`), text);
  const audit = () => run(home, ['audit', inputs, '-j', '1', '-o', '-']);
  const expected = audit();
  expect(expected).toMatchObject({ stdout: expect.stringContaining('"repeated"'), stderr: '' });
  const folder = join(home, 'nianbao');
  const file = join(folder, readdirSync(folder).find((name) => name.startsWith('audit-thread-')) ?? '');
  const { mtimeMs, size } = statSync(file);
  expect(audit()).toEqual(expected);
  expect(statSync(file).mtimeMs).toBe(mtimeMs);
  spoil(file);
  expect(audit()).toEqual(expected);
  const bytes = readFileSync(file);
  expect(bytes.readUInt32BE()).toBe(crc32(bytes.subarray(4)));
  expect(bytes.length).toBeGreaterThan(size / 2);
});
