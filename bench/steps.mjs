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

/** The smallest size that takes long enough, or of which eight times as much is the limit. */
async function sizeOf({ first, prepare }) {
  await measured(prepare, first);
  for (let size = first; ; size *= 2) {
    const { cpu } = await measured(prepare, size);
    if (!(await measured(prepare, size * 8)).isWithin) return Math.max(first, size / 2);
    if (cpu >= ENOUGH) return size;
  }
}

async function growthOf(one) {
  const size = await sizeOf(one);
  const taken = [[], [], [], []];
  for (let round = 0; round < Number(rounds); round++) {
    for (const [i, all] of taken.entries()) {
      const { cpu } = await measured(one.prepare, size * 2 ** i);
      all.push(cpu);
      if (cpu > PATIENCE) break;
    }
  }
  const times = taken.map(median);
  return { size, times, exponent: Math.log2(times[3] / times[0]) / 3 };
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
