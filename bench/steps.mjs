// How the CPU of every step grows with what it is given: an input that takes long enough to be measured against one eight times as large. What
// does not clearly grow as it should is measured again, at two and four times as much too, in turns. Those are named whose exponent is over 1.3.
// `node bench/steps.mjs [PATTERN] [ROUNDS]` after a build.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { median } from './figures.mjs';
import { cases } from './growth-cases.mjs';

const [pattern = '', rounds = '5', alone] = process.argv.slice(2);
/** Milliseconds that the smallest input takes at least, unless a limit is before that. */
const ENOUGH = 20;
/** The exponent that is told, and the milliseconds of one work beyond which nothing larger is tried. */
const [BAR, PATIENCE] = [1.3, 20_000];
/** Nothing that is larger is tried: what takes no time then is no matter. */
const LARGEST = 2 ** 24;
/** An exponent so far below that one round is enough. */
const CLEAR = 1.1;
/** How many of the worst are told at the end. */
const WORST = 10;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

const isProblem = (outcome) => outcome instanceof Error;
const isBeyond = (error) =>
  error.diagnostics.some(({ code }) => /too-large|damaged|(seal|font)\/unreadable/.test(code));

/** What a work gave, or the problems that it found. */
async function outcomeOf(work) {
  try {
    return await work();
  } catch (error) {
    // The core has a class of its own.
    if (error.diagnostics !== undefined) return error;
    throw error;
  }
}

/** CPU of a work in milliseconds, and whether the input was within the limits. What was left by the work before is collected first. */
async function measured(prepare, size, type = 'minor') {
  const work = await outcomeOf(() => prepare(size));
  if (isProblem(work)) return { cpu: 0, isWithin: false };
  collect({ type });
  const before = process.cpuUsage();
  const outcome = await outcomeOf(work);
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1000, isWithin: !(isProblem(outcome) && isBeyond(outcome)) };
}

/** What measures a case, each size once. */
function once({ prepare }) {
  const known = new Map();
  return async (size) => {
    if (!known.has(size)) known.set(size, await measured(prepare, size));
    return known.get(size);
  };
}

/** The smallest size that takes long enough, and twice as long as hardly anything does, or of which eight times as much is the limit. */
async function sizeOf({ first, prepare, most = LARGEST }, measure) {
  const isFull = async (size) => size * 8 > most || !(await measure(size * 8)).isWithin;
  // The first work of a kind loads its code.
  const cold = (await measure(1)).cpu;
  const enough = Math.max(ENOUGH, 2 * Math.min(cold, (await measured(prepare, 1)).cpu));
  let size = first;
  while (size > 1 && (await isFull(size))) size = Math.floor(size / 2);
  if (size < first) return size;
  while ((await measure(size)).cpu < enough && !(await isFull(size * 2))) size *= 2;
  return size;
}

/** By times of sizes each twice the one before: from the first that takes long enough on, or else over the last step. */
function exponentOf(times) {
  const from = Math.min(
    times.findIndex((time) => time >= ENOUGH),
    times.length - 2,
  );
  return from < 0 ? 0 : Math.log2(times.at(-1) / times[from]) / (times.length - 1 - from);
}

/** Times of four sizes in turns, the middle of the rounds. */
async function inTurns({ prepare }, size) {
  const taken = [[], [], [], []];
  for (let round = 0; round < Number(rounds); round++) {
    for (const [i, all] of taken.entries()) {
      const { cpu } = await measured(prepare, size * 2 ** i, 'major');
      all.push(cpu);
      if (cpu > PATIENCE) break;
    }
  }
  return taken.map(median);
}

/**
 * The same in a process of its own. Collecting garbage goes through all that is kept of hundreds of cases before: what is over the bar here
 * counts only if it is there.
 */
function timesAlone({ name }, size) {
  const { stdout } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), name, rounds, String(size)], {
    encoding: 'utf8',
  });
  return JSON.parse(stdout);
}

async function growthOf(one) {
  const measure = once(one);
  const size = await sizeOf(one, measure);
  const again = await measured(one.prepare, size);
  const [few, many] = [Math.min(again.cpu, (await measure(size)).cpu), (await measure(size * 8)).cpu];
  const isPlain = many < ENOUGH || many < few * 8 ** CLEAR;
  const among = isPlain ? [few, many] : await inTurns(one, size);
  const times = !isPlain && exponentOf(among) > BAR ? timesAlone(one, size) : among;
  const exponent = isPlain ? Math.max(0, Math.log2(many / few) / 3) : exponentOf(times);
  return { ...one, size, times, exponent: many < ENOUGH ? 0 : exponent };
}

const timesOf = ({ times }) => times.map((time) => time.toFixed(0)).join(' / ');
const line = (one) =>
  `${one.exponent > BAR ? 'OVER' : '    '} ${one.exponent.toFixed(2)}  ${one.name}  (${one.size} to ${8 * one.size}: ${timesOf(one)} ms)`;
const byExponent = (found) => found.toSorted((one, other) => other.exponent - one.exponent);

const secondsOf = (found) => found.reduce((sum, { seconds }) => sum + seconds, 0);

/** One line for each kind of cases: how many there are, the CPU that measuring took, and the worst of them. */
function tell(kind, found) {
  const [worst] = byExponent(found);
  const seconds = secondsOf(found);
  console.log(
    `${kind.padEnd(34)} ${String(found.length).padStart(5)} ${seconds.toFixed(0).padStart(5)} s ${line(worst)}`,
  );
}

if (alone !== undefined) {
  const one = cases.find(({ name }) => name === pattern);
  console.log(JSON.stringify(await inTurns(one, Number(alone))));
  process.exit(0);
}

const kinds = new Map(cases.map(({ kind }) => [kind, cases.filter((one) => one.kind === kind)]));
const all = [];
for (const [kind, of] of kinds) {
  const found = [];
  for (const one of of.filter(({ name }) => new RegExp(pattern).test(name))) {
    const before = process.cpuUsage();
    const growth = await growthOf(one);
    const { user, system } = process.cpuUsage(before);
    found.push({ ...growth, seconds: (user + system) / 1e6 });
    if (growth.exponent >= CLEAR || process.env.ALL) console.log(line(growth));
  }
  if (found.length > 0) tell(kind, found);
  all.push(...found);
}
console.log(`\nThe worst of ${all.length}, which took ${(secondsOf(all) / 60).toFixed(1)} min of CPU:`);
for (const one of byExponent(all).slice(0, WORST)) console.log(line(one));
const over = byExponent(all).filter(({ exponent }) => exponent > BAR);
console.log(`\n${over.length} over an exponent of ${BAR}`);
for (const one of over) console.log(line(one));
