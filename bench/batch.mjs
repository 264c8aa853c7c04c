// What `nianbao batch` gains by a second thread, and whether its memory grows with the number of reports. Processes are fed by short
// turns through standard input, so that all see the same machine, whose speed changes within seconds: one with a thread, one with
// two, and, for what the machine itself has to give, two with one thread each, which share nothing. Each thread has made some
// reports before; what a run loses while its code is still cold is told apart.
//
// After a build: node bench/batch.mjs [--reports 1000] [--chunk 40] [--many 10000]; --many 0 leaves the memory out.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { twoCores } from './cores.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '1000' },
    chunk: { type: 'string', default: '40' },
    many: { type: 'string', default: '10000' },
  },
});
const [reports, chunk, many] = [values.reports, values.chunk, values.many].map(Number);

const seed = JSON.parse(readFileSync(`${root}fixtures/2019/yinchuan-2020.json`, 'utf8'));
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const folder = mkdtempSync(join(tmpdir(), 'nianbao-'));

/** A report like the seed, of another agency that has more to say. */
function report(i) {
  const narrative = { ...seed.narrative, problems: [...[seed.narrative.problems].flat(), `本年度共收到意见${i}条。`] };
  return JSON.stringify({ id: `${i}`, report: { ...seed, agency: { ...seed.agency, name: `示例${i}局` }, narrative } });
}

let runs = 0;
let fed = 0;

/** A run that waits for reports; `feed` gives the seconds in which it has done so many more. */
function start(jobs) {
  const output = join(folder, String(runs++));
  const args = [`${root}dist/cli/main.js`, 'batch', '-', '-o', output, '-n', '{id}.{ext}', '-j', String(jobs)];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  let done = 0;
  let wake = () => {};
  child.stdout.on('data', (data) => {
    if (/^failed/m.test(data)) throw new Error(`a report failed: ${data}`);
    done += String(data).split('\n').length - 1;
    wake();
  });
  const feed = async (count) => {
    const goal = done + count;
    const lines = Array.from({ length: count }, () => `${report(fed++)}\n`).join('');
    const begin = performance.now();
    child.stdin.write(lines);
    while (done < goal) {
      await new Promise((resolve) => {
        wake = resolve;
      });
    }
    return (performance.now() - begin) / 1000;
  };
  const megabytes = () => {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    const [now, most] = ['VmRSS', 'VmHWM'].map((key) => Number(new RegExp(`${key}:\\s+(\\d+)`).exec(status)[1]) / 1024);
    return `${now.toFixed(0)} MB, at most ${most.toFixed(0)} MB`;
  };
  /** Seconds of processor time so far. */
  const cpu = () => {
    const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  };
  const end = () =>
    new Promise((resolve) => {
      child.once('exit', resolve);
      child.stdin.end();
    });
  return { feed, megabytes, cpu, end };
}

/** Reports that each thread makes before the time of warm runs counts. */
const WARM = 200;

/** A way to have reports made: so many processes of so many threads, started when they are first asked for one. */
function way(name, processes, threads) {
  let runs;
  const make = async (count) => {
    runs ??= Array.from({ length: processes }, () => start(threads));
    return Math.max(...(await Promise.all(runs.map((run) => run.feed(count / processes)))));
  };
  const cpu = () => runs?.reduce((sum, run) => sum + run.cpu(), 0) ?? 0;
  const end = () => Promise.all(runs.map((run) => run.end()));
  return { name, make, warm: () => make(WARM * processes * threads), cpu, end };
}

/** Of the fastest core ever seen, what the slower of two must do for a turn to count as one on two whole cores. */
const WHOLE = 0.85;

/** Lets ways make reports by turns, the first being what the others are compared with, and tells what each took. */
async function compare(ways) {
  const cores = await twoCores();
  const before = ways.map(({ cpu }) => cpu());
  const turns = [];
  for (let i = 0; i < reports; i += chunk) {
    const turn = { times: [], cores: [await cores.ask()] };
    for (const { make } of ways) {
      turn.times.push(await make(chunk));
      turn.cores.push(await cores.ask());
    }
    turns.push(turn);
  }
  await cores.end();
  const best = Math.max(...turns.flatMap((turn) => turn.cores.flat()));
  const whole = turns.filter((turn) => Math.min(...turn.cores.flat()) >= WHOLE * best);
  const total = (list, i) => list.reduce((sum, { times }) => sum + times[i], 0);
  const gain = (list, i) => (total(list, 0) / total(list, i)).toFixed(2);
  for (const [i, { name, cpu, end }] of ways.entries()) {
    const rate = `${(reports / total(turns, i)).toFixed(1)} a second`;
    const each = `${((1000 * (cpu() - before[i])) / reports).toFixed(0)} ms of processor time each`;
    const middle = median(turns.map(({ times }) => times[0] / times[i])).toFixed(2);
    console.log(`${name.padEnd(24)} ${rate}, ${each}; times 1 thread: ${gain(turns, i)}, median ${middle}`);
    if (i > 0 && whole.length > 0) {
      console.log(`${''.padEnd(24)} in ${whole.length} of ${turns.length} turns on two whole cores: ${gain(whole, i)}`);
    }
    await end();
  }
  const given = turns.flatMap((turn) => turn.cores).map((counts) => counts.reduce((a, b) => a + b) / best);
  console.log(`${'plain additions'.padEnd(24)} two cores: ${median(given).toFixed(2)} times the fastest seen of one`);
}

async function speed() {
  console.log('warm:');
  const ways = [way('1 thread', 1, 1), way('2 threads', 1, 2), way('2 processes of 1 thread', 2, 1)];
  for (const { warm } of ways) await warm();
  await compare(ways);
  console.log('from the start of the process:');
  await compare([way('1 thread', 1, 1), way('2 threads', 1, 2)]);
}

async function memory() {
  const run = start(2);
  let before = 0;
  for (const step of [many / 10, many]) {
    await run.feed(step - before);
    before = step;
    console.log(`after ${step} reports: ${run.megabytes()}`);
  }
  await run.end();
}

try {
  await speed();
  if (many > 0) await memory();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
