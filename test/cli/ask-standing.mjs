// The process that answers calls of the command line: one for all test files of a worker, so that what it has loaded stays warm. It
// ends when the worker does, which closes its pipes.

import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../readers/fixtures.mjs';

/** @typedef {{ readonly asked: number, readonly answered: number }} Standing */

/** @type {Map<string, Standing>} */
const standing = new Map();

/** @param {string} main @returns {Standing} */
function stand(main) {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
  const pipes = ['asked', 'answered'].map((name) => join(folder, name));
  const [asked = '', answered = ''] = pipes;
  spawnSync('mkfifo', pipes);
  const child = spawn(process.execPath, [`${ROOT}test/cli/standing-process.mjs`, main, ...pipes], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  child.unref();
  const open = { asked: openSync(asked, 'w'), answered: openSync(answered, 'r') };
  // Both ends are open: nobody needs their names any more.
  rmSync(folder, { recursive: true });
  return open;
}

/** @param {number} pipe */
function nextLine(pipe) {
  const pieces = [];
  const piece = Buffer.alloc(65_536);
  while (pieces.at(-1)?.at(-1) !== 10) {
    const length = readSync(pipe, piece);
    if (length === 0) throw new Error('the process of the command line has ended');
    pieces.push(Buffer.from(piece.subarray(0, length)));
  }
  return Buffer.concat(pieces).toString();
}

/**
 * Has a call answered in the standing process.
 *
 * @param {string} main the file of the command line
 * @param {readonly string[]} args
 * @param {string} cwd
 * @returns {{ readonly code: number | null, readonly stdout: string, readonly stderr: string }}
 */
export function askStanding(main, args, cwd) {
  const { asked, answered } = standing.get(main) ?? stand(main);
  standing.set(main, { asked, answered });
  writeSync(asked, `${JSON.stringify({ args, cwd })}\n`);
  return JSON.parse(nextLine(answered));
}
