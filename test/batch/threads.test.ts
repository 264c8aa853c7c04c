import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as Batch from '../../src/batch/index.js';
import { emptyFolder, filesIn } from '../cli/nianbao.js';
import { builtPackage } from '../readers/built-package.mjs';
import { fates, nianbaoWithFaults, report, write } from './made.js';

// What befalls a thread costs the report it was at, and no other. For that its process is tampered with, since no report is
// known by which a thread would hang, grow or die.

const GOOD = ['甲', '乙', '丙', '丁', '戊'];

/** Five good reports with bad ones among them; gives their folder, and what a run must come to. */
function mixed(bad: { readonly [name: string]: readonly [text: string, code: string] }) {
  const cwd = emptyFolder();
  const good = Object.fromEntries(GOOD.map((name) => [`in/${name}.json`, report(`${name}局`)]));
  write(cwd, good);
  write(cwd, Object.fromEntries(Object.entries(bad).map(([name, [text]]) => [`in/${name}.json`, text])));
  const expected = {
    ...Object.fromEntries(Object.keys(good).map((id) => [id, 'done'])),
    ...Object.fromEntries(Object.entries(bad).map(([name, [, code]]) => [`in/${name}.json`, code])),
  };
  return { cwd, expected, out: join(cwd, 'out') };
}

const call = (cwd: string, ...more: string[]) => [join(cwd, 'in'), '-o', join(cwd, 'out'), '-f', 'docx', ...more];
const withoutFolder = (found: Record<string, string>, cwd: string) =>
  Object.fromEntries(Object.entries(found).map(([id, fate]) => [id.replace(`${cwd}/`, ''), fate]));

test('a report without end', () => {
  const { cwd, expected, out } = mixed({ 丙a: [report('空转局'), 'worker/timeout'] });
  const { code, stderr } = nianbaoWithFaults(['batch', ...call(cwd, '-j', '2', '--timeout', '8')]);
  expect(code).toBe(1);
  expect(withoutFolder(fates(out), cwd)).toEqual(expected);
  expect(stderr).toContain('超过 8 秒');
  expect(filesIn(join(out, '2025'))).toHaveLength(GOOD.length);
});

test('a report without measure', () => {
  const { cwd, expected, out } = mixed({ 丙b: [report('无度局'), 'worker/memory'] });
  // Its time is so long that it comes to the end of its memory first, however busy the machine is.
  const { code, stderr } = nianbaoWithFaults(['batch', ...call(cwd, '-j', '2', '--timeout', '100', '--memory', '48')]);
  expect(code).toBe(1);
  expect(withoutFolder(fates(out), cwd)).toEqual(expected);
  expect(stderr).toContain('超过 48 MB');
  expect(filesIn(join(out, '2025'))).toHaveLength(GOOD.length);
});

test('threads that throw and exit, again and again: each is replaced', () => {
  const { cwd, expected, out } = mixed({
    a: [report('抛错局'), 'worker/crashed'],
    b: [report('退出局'), 'worker/crashed'],
    丁a: [report('抛错局二'), 'worker/crashed'],
    丁b: [report('退出局二'), 'worker/crashed'],
    戊a: [report('抛错局三'), 'worker/crashed'],
  });
  const { code, stderr } = nianbaoWithFaults(['batch', ...call(cwd, '-j', '1')]);
  expect(code).toBe(1);
  expect(withoutFolder(fates(out), cwd)).toEqual(expected);
  expect(stderr).toContain('thrown outside of any task');
  expect(stderr).toContain('exited with code: 3');
});

test('threads that cannot even start: every report fails, and nobody waits for ever', async () => {
  const { createPool }: typeof Batch = await import(`${builtPackage()}dist/batch/index.js`);
  const pool = createPool({ jobs: 2, memory: 2 });
  const tasks = GOOD.map((id) => ({ input: { id, name: id, text: report(id) }, formats: ['docx'] as const }));
  for (const round of [tasks, tasks]) {
    const all = await Promise.all(round.map((task) => pool.render(task)));
    expect(all.map(({ findings }) => findings.map(({ code }) => code))).toEqual(GOOD.map(() => ['worker/memory']));
  }
  await pool.close();
});

/** What the threads of this process have said of `nice`, as Linux tells it. */
const niceOfThreads = () =>
  readdirSync('/proc/self/task').map((id) => {
    const [, fields = ''] = /\) (.*)/su.exec(readFileSync(`/proc/self/task/${id}/stat`, 'utf8')) ?? [];
    return Number(fields.split(' ')[16]);
  });

(process.platform === 'linux' ? test : test.skip)(
  'threads stand back as far as they are told to, and no other',
  async () => {
    const { createPool }: typeof Batch = await import(`${builtPackage()}dist/batch/index.js`);
    const before = niceOfThreads().filter((nice) => nice === 17).length;
    const pool = createPool({ jobs: 2, nice: 17.4 });
    const task = (id: string) => ({ input: { id, name: id, text: report(id) }, formats: ['docx'] as const });
    await Promise.all(GOOD.map((id) => pool.render(task(id))));
    expect([before, niceOfThreads().filter((nice) => nice === 17).length]).toEqual([0, 2]);
    await pool.close();
  },
);
