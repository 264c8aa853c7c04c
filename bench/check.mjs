// How long checking takes: one report warm in this process, and 1,000 distinct files from the command line in one run.
// Run by `npm run bench:check` after a build.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkReport, readReport } from '../dist/index.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const seed = readFileSync(`${root}fixtures/2019/yinchuan-2020.json`, 'utf8');
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** A report like the seed, of another agency. */
const report = (i) => seed.replace('"name": "银川市市政管理局"', `"name": "示例${i}局"`);

function warm() {
  const reports = Array.from({ length: 200 }, (_, i) => readReport(report(i), `${i}.json`).report);
  const times = reports.map((one) => {
    const start = performance.now();
    checkReport(one);
    return performance.now() - start;
  });
  return median(times.slice(50));
}

function commandLine(count) {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
  const files = Array.from({ length: count }, (_, i) => join(folder, `${i}.json`));
  for (const [i, file] of files.entries()) writeFileSync(file, report(i));
  const script = `process.on('exit', () => console.error(process.resourceUsage().maxRSS))`;
  const start = performance.now();
  const { stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(script)}`, `${root}dist/cli/main.js`, 'check', ...files],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  const seconds = (performance.now() - start) / 1000;
  rmSync(folder, { recursive: true });
  return { seconds, megabytes: Number(stderr.trim().split('\n').at(-1)) / 1024 };
}

console.log(`one report, warm: ${warm().toFixed(2)} ms`);
for (const count of [100, 1000]) {
  const { seconds, megabytes } = commandLine(count);
  console.log(`${count} files in one run: ${seconds.toFixed(1)} s, at most ${megabytes.toFixed(0)} MB`);
}
