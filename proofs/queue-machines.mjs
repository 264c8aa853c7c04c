import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { ROOT } from '../test/readers/fixtures.mjs';
import { freePort } from './free-port.mjs';

/** Machines that share a queue, each a process: a Redis server, workers, the one that asks for a batch. */

const MAIN = `${ROOT}dist/cli/main.js`;

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

export const pause = (/** @type {number} */ milliseconds) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits until something holds, half a minute at most. @param {string} what @param {() => unknown} holds */
export async function until(what, holds) {
  for (let i = 0; i < 600; i += 1) {
    if (await holds()) return;
    await pause(50);
  }
  throw new Error(`in vain: ${what}`);
}

/**
 * Starts a process and keeps what it says.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
function start(program, args, options = {}) {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  const said = { out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    said.out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    said.err += text;
  });
  const ended = once(child, 'close').then(([code, signal]) => {
    running.delete(child);
    return { code, signal };
  });
  return {
    /** The lines of its standard output so far. */
    lines: () => said.out.split('\n').slice(0, -1),
    errors: () => said.err,
    ended,
    /** Sends a signal and waits for the end. @param {NodeJS.Signals} signal */
    kill: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

/** A Redis server on a free port of the loopback. @param {string} folder of what it keeps */
export async function startRedis(folder) {
  const port = await freePort();
  const run = async () => {
    mkdirSync(folder, { recursive: true });
    const options = { port, bind: '127.0.0.1', dir: folder, appendonly: 'yes', save: '' };
    const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
    const server = start('redis-server', args);
    await until('Redis starts', () => tell('ping') === 'PONG');
    return server;
  };
  /** What the server answers to a command. @param {...string} command */
  const tell = (...command) =>
    spawnSync('redis-cli', ['-p', String(port), ...command], { encoding: 'utf8' }).stdout.trim();
  let server = await run();
  return {
    url: `redis://127.0.0.1:${port}`,
    tell,
    kill: () => server.kill('SIGKILL'),
    /** Starts a server that was killed. It knows what it knew, unless it has lost that. @param {{ forgets?: boolean }} [how] */
    revive: async ({ forgets = false } = {}) => {
      if (forgets) rmSync(folder, { recursive: true });
      server = await run();
    },
  };
}

/**
 * Starts `nianbao worker` and waits until it is ready for jobs.
 *
 * @param {string} url
 * @param {string} output
 * @param {{ cwd?: string, env?: Record<string, string>, faults?: string, args?: readonly string[] }} [how] `faults` is a module
 *   that is loaded first
 */
export async function startWorker(url, output, { cwd, env, faults, args = [] } = {}) {
  const first = faults === undefined ? [] : ['--import', faults];
  const quick = ['--jobs', '1', '--stalled-after', '3', ...args];
  const worker = start(process.execPath, [...first, MAIN, 'worker', '--redis', url, '-o', output, ...quick], {
    ...(cwd !== undefined && { cwd }),
    env: { ...process.env, ...env },
  });
  await until('a worker starts', () => worker.errors().includes('等任务'));
  return worker;
}

/**
 * Starts `nianbao batch`.
 *
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: Record<string, string> }} how
 */
export function startBatch(args, { cwd, env }) {
  return start(process.execPath, [MAIN, 'batch', ...args], { cwd, env: { ...process.env, ...env } });
}
