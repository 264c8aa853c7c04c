// What `nianbao batch` gains by a second thread, and whether its memory grows with the number of reports. Two runs are fed by
// turns through standard input, one with a thread and one with two, so that both see the same machine.
//
// After a build: node bench/batch.mjs [--reports 1000] [--chunk 100] [--many 10000]; --many 0 leaves the memory out.
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
    chunk: { type: 'string', default: '100' },
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

/** A run that waits for reports; `feed` gives the seconds in which it has done some. */
function start(jobs) {
  const args = [
    `${root}dist/cli/main.js`,
    'batch',
    '-',
    '-o',
    join(folder, String(jobs)),
    '-n',
    '{id}.{ext}',
    '-j',
    String(jobs),
  ];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  let done = 0;
  let wake = () => {};
  child.stdout.on('data', (data) => {
    if (/^failed/m.test(data)) throw new Error(`a report failed: ${data}`);
    done += String(data).split('\n').length - 1;
    wake();
  });
  const feed = async (from, count) => {
    const goal = done + count;
    const begin = performance.now();
    for (let i = from; i < from + count; i++) child.stdin.write(`${report(i)}\n`);
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

async function speed() {
  const runs = [start(1), start(2)];
  const times = [[], []];
  for (const run of runs) await run.feed(1e6, 40);
  const before = runs.map((run) => run.cpu());
  for (let i = 0; i < reports; i += chunk) {
    for (const [k, run] of runs.entries()) times[k].push(await run.feed(i, chunk));
  }
  const cpu = runs.map((run, k) => (1000 * (run.cpu() - before[k])) / reports);
  for (const run of runs) await run.end();
  const [one, two] = times.map((list) => list.reduce((a, b) => a + b, 0));
  const ratios = times[0].map((time, i) => time / times[1][i]);
  for (const [k, total] of [one, two].entries()) {
    const rate = `${(reports / total).toFixed(1)} a second, ${cpu[k].toFixed(0)} ms of processor time each`;
    console.log(`${k + 1} thread${k ? 's' : ' '}: ${reports} reports in ${total.toFixed(1)} s, ${rate}`);
  }
  console.log(`2 threads are ${(one / two).toFixed(2)} times 1 thread; median of chunks ${median(ratios).toFixed(2)}`);
}

async function memory() {
  const run = start(2);
  const steps = [many / 10, many];
  let fed = 0;
  for (const step of steps) {
    await run.feed(fed, step - fed);
    fed = step;
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
