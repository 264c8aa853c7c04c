import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { ROOT } from './fixtures.mjs';

/**
 * The package as users get it, built from the sources as they are now: `out/package-<hash>/` with `dist`, `templates` and
 * `fonts`. It is made once for all tests, also those that run at the same time.
 */

const STALE = 3_600_000;

function sourcesHash() {
  const hash = createHash('sha256');
  const names = readdirSync(`${ROOT}src`, { recursive: true }).map(String).sort();
  for (const name of [...names.map((file) => `src/${file}`), 'bundle.mjs', 'tsconfig.json', 'package.json']) {
    if (statSync(ROOT + name).isFile()) hash.update(name).update(readFileSync(ROOT + name));
  }
  return hash.digest('hex').slice(0, 12);
}

function run(/** @type {string[]} */ ...command) {
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the sources do not compile:\n${stdout}${stderr}`);
}

function compile(/** @type {string} */ folder) {
  run('node_modules/typescript/bin/tsc', '-p', '.', '--emitDeclarationOnly', '--outDir', `${folder}/dist`);
  run('bundle.mjs', `${folder}/dist`);
}

function removeStale() {
  for (const name of readdirSync(`${ROOT}out`).filter((one) => one.startsWith('package-'))) {
    const folder = `${ROOT}out/${name}`;
    if (Date.now() - lstatSync(folder).mtimeMs > STALE) rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether nobody else is making the package, so that this process may: its number is what the lock says. */
function isFree(/** @type {string} */ lock) {
  try {
    symlinkSync(String(process.pid), lock);
    return true;
  } catch {
    if (!isAtWork(lock)) rmSync(lock, { force: true });
    return false;
  }
}

function isAtWork(/** @type {string} */ lock) {
  try {
    return process.kill(Number(readlinkSync(lock)), 0);
  } catch {
    return false;
  }
}

function make(/** @type {string} */ folder) {
  const making = `${folder}.${process.pid}`;
  removeStale();
  mkdirSync(making);
  compile(making);
  cpSync(`${ROOT}package.json`, `${making}/package.json`);
  for (const name of ['templates', 'fonts']) symlinkSync(`${ROOT}${name}`, `${making}/${name}`);
  renameSync(making, folder);
}

/** Makes the package unless it is there, or waits for the test that is at it: compiling takes seconds. */
function made() {
  const folder = `${ROOT}out/package-${sourcesHash()}`;
  const lock = `${folder}.lock`;
  mkdirSync(`${ROOT}out`, { recursive: true });
  while (!existsSync(folder)) {
    if (!isFree(lock)) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
      continue;
    }
    try {
      if (!existsSync(folder)) make(folder);
    } finally {
      rmSync(lock, { force: true });
    }
  }
  return `${folder}/`;
}

/** @type {string | undefined} */
let found;

/** @returns the folder of the package, ending in a slash */
export function builtPackage() {
  found ??= made();
  return found;
}
