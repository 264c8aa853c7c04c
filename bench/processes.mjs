// Processes that are asked and measured from outside.
import { fork, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));

/** A process with one engine in it; `ask` sends it an action and gives its result. */
export function serve() {
  const child = fork(path('serve.mjs'), { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ask = (action, given = {}) =>
    new Promise((resolve, reject) => {
      const onExit = (code) => reject(new Error(`it ended with ${code}`));
      child.once('exit', onExit);
      child.once('message', ({ result, error }) => {
        child.off('exit', onExit);
        error === undefined ? resolve(result) : reject(new Error(error));
      });
      child.send({ action, ...given });
    });
  return { ask, close: () => child.kill() };
}

/** Waits for a process; gives its wall clock in ms and what it wrote, by descriptor. It fails unless it ends with 0. */
function finished(child, start) {
  const written = child.stdio.map(() => '');
  for (const [i, stream] of child.stdio.entries()) {
    stream?.on('data', (data) => {
      written[i] += data;
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const wall = performance.now() - start;
      if (code === 0) resolve({ wall, written });
      else reject(new Error(`${child.spawnargs.join(' ')} ended with ${code}: ${written.join('\n')}`));
    });
  });
}

/** Runs Node once and tells what it took from its start to its end: CPU and wall in ms, peak memory in MB. */
export async function runNode(args, env = {}) {
  const start = performance.now();
  const child = spawn(process.execPath, ['--require', path('usage.cjs'), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const { wall, written } = await finished(child, start);
  return { ...JSON.parse(written[3]), wall };
}

/** Every process below one, with itself. */
function family(root) {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        return [[pid, /\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]]];
      } catch {
        return []; // it ended meanwhile
      }
    });
  const found = [String(root)];
  for (const pid of found) found.push(...parents.filter(([, parent]) => parent === pid).map(([child]) => child));
  return found;
}

/** Memory of a process in MB, shared pages divided among their users; 0 if it has ended. */
function memoryOf(pid) {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Runs a program once, with all processes that it starts: CPU and wall in ms, and memory in MB, looked at now and then. */
export async function runProgram({ path, args, cwd }) {
  const start = performance.now();
  const script = 'TIMEFORMAT="%U %S"; time "$@" 2>/dev/null';
  const child = spawn('bash', ['-c', script, 'bash', path, ...args], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let rss = 0;
  const watch = setInterval(() => {
    rss = Math.max(
      rss,
      ...[
        family(child.pid)
          .map(memoryOf)
          .reduce((a, b) => a + b, 0),
      ],
    );
  }, 50);
  try {
    const { wall, written } = await finished(child, start);
    const [user, system] = written[2].trim().split('\n').at(-1).split(' ').map(Number);
    return { cpu: (user + system) * 1000, wall, rss };
  } finally {
    clearInterval(watch);
  }
}
