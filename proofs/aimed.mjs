import { fork } from 'node:child_process';
import { AIMED } from './aimed-templates.mjs';
import { check, finish } from './proof.mjs';

// Templates that are aimed at the program: each is refused with the code that is due, or prints the right text, and takes hardly more than a clean
// report does. Each has a process of its own, so that its memory can be told.

/** @typedef {import('./aimed-child.mjs').Taken} Taken */

/** Over a clean report: CPU in milliseconds, ten times what is allowed on a machine at rest, and memory in bytes. */
const [MOST_CPU, MOST_MEMORY] = [1000, 100 * 2 ** 20];

/** @param {string} name @returns {Promise<Taken>} */
function taken(name) {
  const child = fork(new URL('aimed-child.mjs', import.meta.url), [name], { execArgv: ['--max-old-space-size=1000'] });
  const patience = setTimeout(() => child.kill('SIGKILL'), 120_000);
  return new Promise((resolve, reject) => {
    child.on('message', (message) => resolve(/** @type {Taken} */ (message)));
    child.on('close', (code, signal) => {
      clearTimeout(patience);
      reject(new Error(`ended by ${signal ?? code}`));
    });
  });
}

const clean = await taken('clean');
for (const [name, { due }] of Object.entries(AIMED)) {
  await check(name, async () => {
    const { cpu, memory, found } = await taken(name);
    const over = { cpu: Math.round(cpu - clean.cpu), memory: memory - clean.memory };
    console.log(`        ${over.cpu} ms and ${Math.round(over.memory / 2 ** 20)} MB over a clean report`);
    return [
      ...(found.includes(due) ? [] : [`${found.slice(0, 5).join(', ')} instead of ${due}`]),
      ...(over.cpu > MOST_CPU ? [`${over.cpu} ms`] : []),
      ...(over.memory > MOST_MEMORY ? [`${over.memory} bytes`] : []),
    ];
  });
}
finish();
