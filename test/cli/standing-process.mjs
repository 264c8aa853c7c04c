// The command line, run again and again in one process: `node standing-process.mjs MAIN ASKED ANSWERED`. Calls come as lines of
// JSON from the pipe ASKED, `{ args, cwd }`, and their outcomes go to the pipe ANSWERED, until the first is closed. Each call
// evaluates the command line anew, with arguments, a folder and streams of its own; what it imports stays, which is most of the
// time that a start takes.

import { openSync, readSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Writable } from 'node:stream';

const require = createRequire(import.meta.url);
const [main = '', askedAt = '', answeredAt = ''] = process.argv.slice(2);
const asked = openSync(askedAt, 'r');
const answered = openSync(answeredAt, 'w');

/** The next line; undefined once nobody asks any more. */
function nextLine() {
  const pieces = [];
  const piece = Buffer.alloc(65_536);
  while (pieces.at(-1)?.at(-1) !== 10) {
    const length = readSync(asked, piece);
    if (length === 0) return undefined;
    pieces.push(Buffer.from(piece.subarray(0, length)));
  }
  return Buffer.concat(pieces).toString();
}

/** Puts a stream that keeps what is written in the place of one of the process. */
function caught(/** @type {'stdout' | 'stderr'} */ name) {
  /** @type {Buffer[]} */
  const pieces = [];
  const write = (/** @type {Buffer} */ piece, /** @type {string} */ _, /** @type {() => void} */ done) => {
    pieces.push(piece);
    done();
  };
  Object.defineProperty(process, name, { value: new Writable({ write }), configurable: true });
  return () => Buffer.concat(pieces).toString();
}

async function answer(/** @type {string} */ line) {
  const { args, cwd } = JSON.parse(line);
  process.chdir(cwd);
  process.argv = [process.execPath, main, ...args];
  process.exitCode = 0;
  const [stdout, stderr] = [caught('stdout'), caught('stderr')];
  delete require.cache[main];
  await require(main).done;
  return { code: process.exitCode, stdout: stdout(), stderr: stderr() };
}

for (let line = nextLine(); line !== undefined; line = nextLine()) {
  const bytes = Buffer.from(`${JSON.stringify(await answer(line))}\n`);
  for (let done = 0; done < bytes.length; ) done += writeSync(answered, bytes, done);
}
process.exitCode = 0;
