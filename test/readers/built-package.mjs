import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { ROOT } from './fixtures.mjs';

/**
 * The package as users get it, built from the sources as they are now: `out/package-<hash>/` with `dist`, `templates` and
 * `fonts`. It is made once for all tests; those that run at the same time do not disturb each other.
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
    if (Date.now() - statSync(folder).mtimeMs > STALE) rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns the folder of the package, ending in a slash */
export function builtPackage() {
  const folder = `${ROOT}out/package-${sourcesHash()}`;
  if (existsSync(folder)) return `${folder}/`;
  const making = `${folder}.${process.pid}`;
  mkdirSync(making, { recursive: true });
  removeStale();
  compile(making);
  cpSync(`${ROOT}package.json`, `${making}/package.json`);
  for (const name of ['templates', 'fonts']) symlinkSync(`${ROOT}${name}`, `${making}/${name}`);
  try {
    renameSync(making, folder);
  } catch (error) {
    // Another test has been quicker.
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return `${folder}/`;
}
