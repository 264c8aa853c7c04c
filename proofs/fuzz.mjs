import { fork } from 'node:child_process';
import { parseArgs } from 'node:util';
import { KINDS } from './fuzz-kinds.mjs';
import { check, finish } from './proof.mjs';

// What somebody may hand in who means harm: objects, JSON, YAML, templates, texts, seals, fonts, lists of agencies, and files of every kind that
// is read. Each is taken or refused in words, within two seconds and 500 MB; of what is taken a part is rendered, and the files are
// whole. `--inputs 100000` tries more, `--only 17` one of them, `--kind PDF` one kind;
// `--thousand 3` goes on with the third thousand of each kind.

/** @typedef {import('./fuzz-child.mjs').Block} Block @typedef {import('./fuzz-child.mjs').Tried} Tried */

const options = {
  inputs: { type: 'string', default: '2000' },
  only: { type: 'string' },
  kind: { type: 'string' },
  processes: { type: 'string', default: '2' },
  thousand: { type: 'string', default: '1' },
};
const {
  inputs,
  only,
  kind: onlyKind,
  processes,
  thousand,
} = parseArgs({ options: /** @type {const} */ (options) }).values;

/** CPU that one input may take, in milliseconds, and the memory of the process that takes it, in bytes. */
const [MOST_CPU, MOST_MEMORY] = [2000, 500 * 2 ** 20];
/** Of what is taken, one in so many is rendered. */
const SAMPLE = 6;
/** Inputs of one process, and the milliseconds of silence after which it hangs. */
const [BLOCK, PATIENCE] = [1000, 120_000];

const turns = Object.entries(KINDS).flatMap(([kind, [times]]) => Array(times).fill(kind));
// Kinds take turns, so that a run which is stopped has tried them all: a step that has no divisor in common with their number.
const kindOf = (/** @type {number} */ seed) => turns[(seed * 199) % turns.length] ?? '';

const newTally = () => ({
  tried: 0,
  taken: 0,
  rendered: 0,
  sum: 0,
  cpu: 0,
  renderCpu: 0,
  memory: 0,
  faults: /** @type {string[]} */ ([]),
});
/** @type {Map<string, ReturnType<typeof newTally>>} */
const tallies = new Map();
let isStopped = false;
process.once('SIGTERM', () => {
  isStopped = true;
});

/**
 * Gives a block to a process of its own, which may end before it is done.
 *
 * @param {Block} block @param {(tried: Tried) => void} onTried
 * @returns {Promise<string | undefined>} what went wrong with it: why it ended, and what it said on the console
 */
function inChild(block, onTried) {
  const child = fork(new URL('fuzz-child.mjs', import.meta.url), { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (data) => {
      said = (said + data).slice(-1500);
    });
  }
  let silence = setTimeout(() => {}, 0);
  const listen = () => {
    clearTimeout(silence);
    silence = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  };
  listen();
  child.on('message', (/** @type {'ready' | Tried} */ message) => {
    listen();
    if (message === 'ready') child.send(block);
    else onTried(message);
    if (isStopped) child.kill();
  });
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      clearTimeout(silence);
      const isWell = code === 0 && said === '';
      resolve(isWell || isStopped ? undefined : `ended by ${signal ?? code}, said ${said}`);
    });
  });
}

/** What is too much. @param {Tried} tried */
const excess = ({ cpu, renderCpu, memory }) => [
  ...(Math.max(cpu, renderCpu) > MOST_CPU ? [`${Math.round(cpu)} ms, rendered in ${Math.round(renderCpu)} ms`] : []),
  ...(memory > MOST_MEMORY ? [`${Math.round(memory / 2 ** 20)} MB`] : []),
];

/** @param {string} kind @param {Tried} tried */
function count(kind, { seed, taken, rendered, cpu, renderCpu, memory, fault }) {
  const tally = tallies.get(kind) ?? newTally();
  tallies.set(kind, tally);
  tally.tried += 1;
  tally.taken += Number(taken);
  tally.rendered += Number(rendered);
  tally.sum += cpu;
  tally.cpu = Math.max(tally.cpu, cpu);
  tally.renderCpu = Math.max(tally.renderCpu, renderCpu);
  tally.memory = Math.max(tally.memory, memory);
  if (fault === undefined) return;
  tally.faults.push(`${seed}: ${fault}`);
  if (tally.faults.length < 20) console.error(`${kind} ${seed}: ${fault}`);
}

/** An input that took too much beside others is tried alone. @param {Block} block @param {Tried} first */
async function alone(block, first) {
  let told = first;
  const end = await inChild({ ...block, seeds: [first.seed] }, (tried) => {
    told = tried;
  });
  const faults = end === undefined ? excess(told) : [end];
  count(block.kind, faults.length > 0 ? { ...told, fault: faults.join(', ') } : told);
}

/** Tries a block, in as many processes as it needs. @param {Block} block */
async function tryBlock({ kind, seeds, sample }) {
  let rest = seeds;
  while (rest.length > 0 && !isStopped) {
    /** @type {Tried[]} */
    const suspects = [];
    let done = 0;
    const block = { kind, seeds: rest, sample };
    const end = await inChild(block, (tried) => {
      done += 1;
      if (tried.fault === undefined && excess(tried).length > 0) suspects.push(tried);
      else count(kind, tried);
    });
    for (const one of suspects) await alone(block, one);
    if (end !== undefined) {
      // The one that was being tried, if it ended with it.
      const seed = rest[done] ?? rest[0] ?? 0;
      count(kind, { seed, taken: false, rendered: false, cpu: 0, renderCpu: 0, memory: 0, fault: end });
      done += 1;
    }
    rest = rest.slice(done);
  }
}

/** @returns {Block[]} by kind, those of the same kind far apart */
function blocks() {
  const seeds = only === undefined ? Array.from({ length: Number(inputs) }, (_, i) => i + 1) : [Number(only)];
  const all = Object.keys(KINDS).flatMap((kind) => {
    const own = seeds.filter((seed) => kindOf(seed) === kind);
    return Array.from({ length: Math.ceil(own.length / BLOCK) }, (_, i) => ({
      kind,
      round: i,
      seeds: own.slice(i * BLOCK, (i + 1) * BLOCK),
      sample: only === undefined ? SAMPLE : 1,
    }));
  });
  const wanted = all.filter(({ kind, round }) => round + 1 >= Number(thousand) && kind === (onlyKind ?? kind));
  return wanted.sort((a, b) => a.round - b.round);
}

const waiting = blocks();
await Promise.all(
  Array.from({ length: Number(processes) }, async () => {
    for (let block = waiting.shift(); block !== undefined && !isStopped; block = waiting.shift()) await tryBlock(block);
  }),
);
for (const [kind, { tried, taken, rendered, sum, cpu, renderCpu, memory, faults }] of tallies) {
  const most = `${(sum / tried).toFixed(1)} ms in the mean, ${Math.round(cpu)} ms, rendered in ${Math.round(renderCpu)} ms, ${Math.round(memory / 2 ** 20)} MB at most`;
  const told = `${tried} of ${kind}: ${taken} taken, ${tried - taken - faults.length} refused in words, ${rendered} rendered in all formats; ${most}`;
  await check(told, () =>
    only === undefined && tried > 20 && taken === 0 ? ['nothing was taken', ...faults] : faults,
  );
}
finish();
