// What `nianbao batch` gains by a second thread, and whether its memory grows with the number of reports. Processes are fed by turns
// through standard input, so that all see the same machine: one with a thread, one with two, and, for what the machine itself
// has to give, two with one thread each, which share nothing. Each thread has made some reports before: what a run loses while
// its code is still cold is told apart, by runs from start to end.
//
// After a build: node bench/batch.mjs [--reports 1000] [--chunk 200] [--many 10000]; --many 0 leaves the memory out.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '1000' },
    chunk: { type: 'string', default: '200' },
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

/** Reports that each thread makes before its time counts. */
const WARM = 200;

/** Ways to have reports made on two cores; what a chunk takes, and all processor time. */
function ways() {
  const way = (name, ...processes) => ({
    name,
    warm: (jobs) => Promise.all(processes.map((run) => run.feed(WARM * jobs))),
    make: async (count) => Math.max(...(await Promise.all(processes.map((run) => run.feed(count / processes.length))))),
    cpu: () => processes.reduce((sum, run) => sum + run.cpu(), 0),
    end: () => Promise.all(processes.map((run) => run.end())),
  });
  return [
    [way('1 thread', start(1)), 1],
    [way('2 threads', start(2)), 2],
    [way('2 processes of 1 thread', start(1), start(1)), 1],
  ];
}

async function speed() {
  const all = [];
  for (const [way, jobs] of ways()) {
    await way.warm(jobs);
    all.push({ way, times: [], before: way.cpu() });
  }
  for (let i = 0; i < reports; i += chunk) {
    for (const { way, times } of all) times.push(await way.make(chunk));
  }
  const [alone] = all;
  for (const { way, times, before } of all) {
    const total = times.reduce((a, b) => a + b, 0);
    const cpu = (1000 * (way.cpu() - before)) / reports;
    const gain = median(times.map((time, i) => alone.times[i] / time));
    const rate = `${(reports / total).toFixed(1)} a second, ${cpu.toFixed(0)} ms of processor time each`;
    console.log(`${way.name.padEnd(24)} ${rate}; ${gain.toFixed(2)} times 1 thread`);
    await way.end();
  }
}

/** Whole runs, from the start of the process to its end. */
async function whole() {
  const times = [];
  for (const jobs of [1, 2]) {
    const begin = performance.now();
    const run = start(jobs);
    await run.feed(reports);
    await run.end();
    times.push((performance.now() - begin) / 1000);
  }
  const [one, two] = times;
  const rates = times.map((time) => (reports / time).toFixed(1)).join(' and ');
  console.log(`started for ${reports} reports: ${rates} a second; 2 threads ${(one / two).toFixed(2)} times 1 thread`);
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
  await whole();
  if (many > 0) await memory();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
