// What `nianbao batch` gains by a second thread, and whether its memory grows with the number of reports. Processes take turns of a
// fraction of a second, all but one of them stopped, so that all see the same machine, whose speed changes within seconds: one with a
// thread, one with two, and, for what the machine itself has to give, two with one thread each, which share nothing. Whole runs from
// the start of the process to its end, cold code and all, are told apart from what threads do that have made some reports before.
//
// After a build: node bench/batch.mjs [--reports 1000] [--many 10000]; --many 0 leaves the memory out.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { twoCores } from './cores.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: { reports: { type: 'string', default: '1000' }, many: { type: 'string', default: '10000' } },
});
const [reports, many] = [values.reports, values.many].map(Number);

const seed = JSON.parse(readFileSync(`${root}fixtures/2019/yinchuan-2020.json`, 'utf8'));
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const folder = mkdtempSync(join(tmpdir(), 'nianbao-'));

let fed = 0;

/** A report like the seed, of another agency that has more to say. */
function line() {
  const i = fed++;
  const narrative = { ...seed.narrative, problems: [...[seed.narrative.problems].flat(), `本年度共收到意见${i}条。`] };
  return `${JSON.stringify({ id: `${i}`, report: { ...seed, agency: { ...seed.agency, name: `示例${i}局` }, narrative } })}\n`;
}

let runs = 0;

/** A process that makes reports, so many or for as long as it may. It is stopped until it is let go. */
function start(threads, count = Number.POSITIVE_INFINITY) {
  const output = join(folder, String(runs++));
  const args = [`${root}dist/cli/main.js`, 'batch', '-', '-o', output, '-n', '{id}.{ext}', '-j', String(threads)];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  child.kill('SIGSTOP');
  let done = 0;
  let wake = () => {};
  child.stdout.on('data', (data) => {
    if (/^failed/m.test(data)) throw new Error(`a report failed: ${data}`);
    done += String(data).split('\n').length - 1;
    wake();
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.once('exit', (code) => {
    if (code) throw new Error(`a run ended with ${code}`);
  });
  // What it has not read when it is killed is nobody's loss.
  child.stdin.on('error', () => {});
  const feed = async () => {
    for (let i = 0; i < count; i++) {
      if (!child.stdin.write(line())) await new Promise((resolve) => child.stdin.once('drain', resolve));
    }
    child.stdin.end();
  };
  feed();
  const stat = () =>
    readFileSync(`/proc/${child.pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
  return {
    go: () => child.kill('SIGCONT'),
    stop: () => child.kill('SIGSTOP'),
    /** Waits until it has made so many reports. */
    until: async (goal) => {
      while (done < goal) {
        await new Promise((resolve) => {
          wake = resolve;
        });
      }
    },
    done: () => done,
    /** Seconds of processor time so far. */
    cpu: () => (Number(stat()[11]) + Number(stat()[12])) / 100,
    megabytes: () => {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      const [now, most] = ['VmRSS', 'VmHWM'].map(
        (key) => Number(new RegExp(`${key}:\\s+(\\d+)`).exec(status)[1]) / 1024,
      );
      return `${now.toFixed(0)} MB, at most ${most.toFixed(0)} MB`;
    },
    ended,
    kill: () => child.kill('SIGKILL'),
  };
}

/** Lets processes run for so many milliseconds, or until one of them ends; gives the seconds. */
async function turn(processes, milliseconds) {
  const begin = performance.now();
  for (const one of processes) one.go();
  const timer = new AbortController();
  await Promise.race([
    pause(milliseconds, undefined, { signal: timer.signal }).catch(() => {}),
    ...processes.map((one) => one.ended),
  ]);
  timer.abort();
  for (const one of processes) one.stop();
  const seconds = (performance.now() - begin) / 1000;
  // What was made may still be on its way here.
  await pause(10);
  return seconds;
}

/** Reports that each thread makes before the time of warm runs counts. */
const WARM = 200;
/** Milliseconds. */
const TURN = 500;
/** Of the fastest core ever seen, what the slower of two must do for a turn to count as one on two whole cores. */
const WHOLE = 0.85;

/** Ways to have reports made, each so many processes of so many threads. The first is what the others are compared with. */
const WAYS = [
  { name: '1 thread', processes: 1, threads: 1 },
  { name: '2 threads', processes: 1, threads: 2 },
  { name: '2 processes of 1 thread', processes: 2, threads: 1 },
];

const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
const made = (running) => sum(running.map((one) => one.done()));

/** Threads that have made reports before, by turns until each way has made so many. */
async function warm() {
  const ways = WAYS.map(({ name, processes, threads }) => {
    return { name, threads, running: Array.from({ length: processes }, () => start(threads)), turns: [] };
  });
  for (const { running, threads } of ways) {
    for (const one of running) {
      one.go();
      await one.until(WARM * threads);
      one.stop();
    }
  }
  const before = ways.map(({ running }) => ({ cpu: sum(running.map((one) => one.cpu())), done: made(running) }));
  const cores = await twoCores();
  const given = [];
  while (ways.some(({ running }, i) => made(running) - before[i].done < reports)) {
    for (const { running, turns } of ways) {
      const [asked, done] = [await cores.ask(), made(running)];
      const seconds = await turn(running, TURN);
      turns.push({ rate: (made(running) - done) / seconds, seconds, cores: [asked, await cores.ask()].flat() });
      given.push(asked);
    }
  }
  await cores.end();
  const best = Math.max(...given.flat());
  const [first] = ways;
  for (const [i, { name, running, turns }] of ways.entries()) {
    const done = made(running) - before[i].done;
    const rate = (list) => sum(list.map((one) => one.rate * one.seconds)) / sum(list.map((one) => one.seconds));
    const cpu = (1000 * (sum(running.map((one) => one.cpu())) - before[i].cpu)) / done;
    const middle = median(turns.map((one, j) => one.rate / first.turns[j].rate));
    const times = `times 1 thread: ${(rate(turns) / rate(first.turns)).toFixed(2)}, median ${middle.toFixed(2)}`;
    console.log(
      `${name.padEnd(24)} ${rate(turns).toFixed(1)} a second, ${cpu.toFixed(0)} ms of processor time each; ${times}`,
    );
    const isWhole = (j) => Math.min(...[first, ways[i]].flatMap((way) => way.turns[j].cores)) >= WHOLE * best;
    const whole = turns.filter((_, j) => isWhole(j));
    if (i > 0 && whole.length > 0) {
      const gain = rate(whole) / rate(first.turns.filter((_, j) => isWhole(j)));
      console.log(
        `${''.padEnd(24)} in ${whole.length} of ${turns.length} turns on two whole cores: ${gain.toFixed(2)}`,
      );
    }
    for (const one of running) one.kill();
  }
  const both = given.map((counts) => sum(counts) / best);
  console.log(`${'plain additions'.padEnd(24)} two cores: ${median(both).toFixed(2)} times the fastest seen of one`);
}

/** Whole runs, by turns until all have ended. */
async function whole() {
  const all = WAYS.slice(0, 2).map(({ name, threads }) => ({
    name,
    one: start(threads, reports),
    seconds: 0,
    isOver: false,
  }));
  for (const run of all) {
    run.one.ended.then(() => {
      run.isOver = true;
    });
  }
  while (all.some(({ isOver }) => !isOver)) {
    for (const run of all) if (!run.isOver) run.seconds += await turn([run.one], TURN);
  }
  for (const { name, seconds } of all) {
    const gain = (all[0].seconds / seconds).toFixed(2);
    console.log(
      `${name.padEnd(24)} ${seconds.toFixed(1)} s, ${(reports / seconds).toFixed(1)} a second; times 1 thread: ${gain}`,
    );
  }
}

async function memory() {
  const run = start(2);
  run.go();
  for (const step of [many / 10, many]) {
    await run.until(step);
    console.log(`after ${step} reports: ${run.megabytes()}`);
  }
  run.kill();
}

try {
  console.log(`${reports} reports, warm:`);
  await warm();
  console.log(`${reports} reports, from the start of the process to its end:`);
  await whole();
  if (many > 0) await memory();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
