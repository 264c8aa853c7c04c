import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { builtPackage } from '../readers/built-package.mjs';
import { ROOT } from '../readers/fixtures.mjs';

/** A folder with the examples as users have them: a project of its own, the package and the frameworks installed. */
export function exampleProject() {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'nianbao-examples-'));
  cpSync(`${ROOT}examples`, folder, { recursive: true, filter: (path) => !path.endsWith('node_modules') });
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(builtPackage(), join(folder, 'node_modules', 'nianbao'));
  for (const name of ['express', 'fastify'])
    symlinkSync(`${ROOT}node_modules/${name}`, join(folder, 'node_modules', name));
  return folder;
}

/**
 * Starts a server, which says where it listens on its first line.
 *
 * @param {string} script
 * @param {Readonly<Record<string, string>>} settings
 */
export async function startServer(script, settings = {}) {
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, ...settings, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  /** @type {Promise<{ code: number | null, signal: string | null }>} */
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
  const line = await Promise.race([
    new Promise((resolve) => createInterface(child.stdout).once('line', resolve)),
    ended.then(() => Promise.reject(new Error(`${script} ended before it listened`))),
  ]);
  const stop = (/** @type {NodeJS.Signals} */ signal = 'SIGTERM') => {
    child.kill(signal);
    return ended;
  };
  return { url: new URL(String(line)), stop, ended };
}

/** Removes a project. @param {string} folder */
export const removeProject = (folder) => rmSync(folder, { recursive: true, force: true });
