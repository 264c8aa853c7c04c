// What an audit takes over reading and checking each report alone, and whether its memory and its time a report grow with their number.
// Run by `npm run bench:audit` after a build: node bench/audit.mjs [--reports 1000] [--many 10000]; 0 leaves a part out.
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checkReport, parseReport, toDocx } from '../dist/index.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: { reports: { type: 'string', default: '1000' }, many: { type: 'string', default: '10000' } },
});
const [reports, many] = [values.reports, values.many].map(Number);
const folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
const { waivers: _, ...seed } = JSON.parse(readFileSync(`${root}fixtures/2019/yinchuan-2020.json`, 'utf8'));

/** A report like the seed, right in itself, of an agency and a year of its own: two years of each agency. */
function report(i) {
  const name = `示例${Math.floor(i / 2)}局`;
  const text = JSON.stringify({ ...seed, title: undefined, year: 2019 + (i % 2), agency: { ...seed.agency, name } });
  return JSON.parse(text.replaceAll('"naturalPerson":0,"total":1', '"naturalPerson":1,"total":1'));
}

/** A report of a fixed set of rules has failures that stop drawing: these are waived for the file and stand in none. */
function drawable(raw) {
  const parsed = parseReport(raw);
  const waived = checkReport(parsed)
    .filter(({ severity }) => severity === 'error')
    .map(({ code, path }) => ({ rule: code, path: path.join('.'), reason: '试验' }));
  return parseReport({ ...raw, waivers: waived });
}

/** CPU in ms and peak memory in MB of a script in a process of its own, from its start to its end. */
function used(script, args) {
  const call = ['--require', join(root, 'bench/usage.cjs'), join(root, script), ...args];
  const { output, stderr } = spawnSync(process.execPath, call, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  if (!output[3]) throw new Error(`${script} told nothing of itself: ${stderr}`);
  // Threads that begin tell of themselves as well: the process is the last.
  return JSON.parse(output[3].trim().replace(/^.*\}\{/s, '{'));
}

/** An audit with two threads. */
const audit = (inputs) =>
  used('dist/cli/main.js', ['audit', ...inputs, '-j', '2', '-o', join(folder, `${Math.random()}.json`)]);

/** Each report alone; like the audit, the process begins cold. */
const alone = (files) => used('bench/alone.mjs', files).cpu;

const told = (name, found, bar, unit) =>
  console.log(`${name}: ${found.toFixed(2)}${unit}  ${found <= bar ? 'met' : 'MISSED'}: ≤ ${bar}${unit}`);

/** Word files against each alone, and five times as many against a fifth. */
async function wordFiles() {
  const docx = [];
  for (let i = 0; i < reports; i++) {
    docx.push(join(folder, `${i}.docx`));
    writeFileSync(docx[i], await toDocx(drawable(report(i))));
  }
  const few = docx.slice(0, Math.ceil(reports / 5));
  const [first, whole, second] = [alone(docx), audit(docx), alone(docx)];
  const each = (first + second) / 2;
  console.log(
    `${reports} Word files: ${(whole.cpu / reports).toFixed(1)} ms CPU a report; alone ${(each / reports).toFixed(1)} ms`,
  );
  told('an audit to reading and checking each', whole.cpu / each, 1.3, ' ×');
  const least = audit(few);
  console.log(
    `peak memory: ${least.rss.toFixed(0)} MB of ${few.length} reports, ${whole.rss.toFixed(0)} MB of ${reports}`,
  );
  told('memory of five times as many', whole.rss / least.rss, 1.1, ' ×');
}

/** A file with so many reports, one on each line; written piece by piece, as its text is longer than memory should be. */
function lines(count) {
  const file = join(folder, `${count}.jsonl`);
  writeFileSync(file, '');
  for (let i = 0; i < count; i++) appendFileSync(file, `${JSON.stringify(report(i))}\n`);
  return file;
}

/** Lines of JSON against a tenth as many, before and after. */
function jsonLines() {
  const [tenth, whole] = [Math.ceil(many / 10), many].map((count) => ({ count, file: lines(count) }));
  const [first, all, last] = [tenth, whole, tenth].map(({ count, file }) => ({ count, ...audit([file]) }));
  for (const { count, cpu, rss } of [first, all, last]) {
    console.log(`${count} lines of JSON: ${(cpu / count).toFixed(1)} ms CPU a report, at most ${rss.toFixed(0)} MB`);
  }
  const few = (first.cpu + last.cpu) / 2 / tenth.count;
  told('CPU a report of ten times as many', all.cpu / all.count / few, 1, ' ×');
}

try {
  if (reports > 0) await wordFiles();
  if (many > 0) jsonLines();
} finally {
  rmSync(folder, { recursive: true });
}
