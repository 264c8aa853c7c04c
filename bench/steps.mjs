// How the CPU of every step grows with what it is given: an input that takes long enough to be measured, and inputs two, four and eight times
// as large, in turns. Those are named whose exponent is over 1.3. `node bench/steps.mjs [PATTERN] [ROUNDS]` after a build; on a machine at rest.
import { ReportError } from '../dist/index.js';
import { median } from './figures.mjs';
import { cases } from './growth-cases.mjs';

const [pattern = '', rounds = '5'] = process.argv.slice(2);
/** Milliseconds that the smallest input takes at least, unless a limit is before that. */
const ENOUGH = 20;
/** The exponent that is told, and the milliseconds of one work beyond which nothing larger is tried. */
const [BAR, PATIENCE] = [1.3, 20_000];
/** Nothing that is larger is tried: what takes no time then is no matter. */
const LARGEST = 2 ** 24;
/** An exponent so far below that one round is enough. */
const CLEAR = 1.1;

/** CPU of a work in milliseconds, and whether the input was within the limits. */
async function measured(prepare, size) {
  const work = await prepare(size);
  const before = process.cpuUsage();
  let isWithin = true;
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    isWithin = !error.diagnostics.some(({ code }) => /too-large|damaged/.test(code));
  }
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1000, isWithin };
}

/** The smallest size that takes long enough, and twice as long as hardly anything does, or of which eight times as much is the limit. */
async function sizeOf({ first, prepare }) {
  const isFull = async (size) => size * 8 > LARGEST || !(await measured(prepare, size * 8)).isWithin;
  let size = first;
  while (size > 1 && (await isFull(size))) size = Math.floor(size / 2);
  if (size < first) return size;
  const enough = Math.max(ENOUGH, 2 * (await measured(prepare, 1)).cpu);
  while ((await measured(prepare, size)).cpu < enough && !(await isFull(size * 2))) size *= 2;
  return size;
}

const exponentOf = (times) => Math.log2(times[3] / times[0]) / 3;

/** What is far below the bar in the first round is not measured again. */
async function growthOf(one) {
  const size = await sizeOf(one);
  const taken = [[], [], [], []];
  for (let round = 0; round < Number(rounds); round++) {
    for (const [i, all] of taken.entries()) {
      const { cpu } = await measured(one.prepare, size * 2 ** i);
      all.push(cpu);
      if (cpu > PATIENCE) break;
    }
    if (exponentOf(taken.map(median)) < CLEAR) break;
  }
  const times = taken.map(median);
  return { size, times, exponent: exponentOf(times) };
}

let over = 0;
for (const one of cases.filter(({ name }) => new RegExp(pattern).test(name))) {
  const { size, times, exponent } = await growthOf(one);
  if (exponent > BAR) over += 1;
  const told = times.map((time) => time.toFixed(0)).join(' / ');
  console.log(
    `${exponent > BAR ? 'OVER' : '    '} ${exponent.toFixed(2)}  ${one.name}  (${size}, ×2, ×4, ×8: ${told} ms)`,
  );
}
console.log(`${over} over an exponent of ${BAR}`);
