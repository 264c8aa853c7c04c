// The reference in docs/api is what the docstrings print, and every public field and option has one. `--update` writes it anew.

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check, finish, same } from './proof.mjs';

const TOOLS = fileURLToPath(new URL('api-docs', import.meta.url));
const KEPT = fileURLToPath(new URL('../docs/api', import.meta.url));
const made = mkdtempSync(join(tmpdir(), 'nianbao-api-'));

if (!existsSync(join(TOOLS, 'node_modules'))) spawnSync('npm', ['ci', '--prefix', TOOLS], { stdio: 'inherit' });
const typedoc = join(TOOLS, 'node_modules/typedoc/bin/typedoc');
const options = ['--options', join(TOOLS, 'typedoc.json'), '--out', made];
const { stdout, stderr, status } = spawnSync(process.execPath, [typedoc, ...options], { cwd: TOOLS, encoding: 'utf8' });

await check('every public field, option, type and function has a text to show', () => {
  same(status, 0);
  return `${stdout}${stderr}`.split('\n').filter((line) => line.includes('[warning]'));
});

if (process.argv.includes('--update')) {
  rmSync(KEPT, { recursive: true, force: true });
  cpSync(made, KEPT, { recursive: true });
}

await check('the reference is what the docstrings print', () => {
  const textsIn = (/** @type {string} */ folder) =>
    readdirSync(folder)
      .toSorted()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
  same(textsIn(made), textsIn(KEPT));
});

rmSync(made, { recursive: true });
finish();
