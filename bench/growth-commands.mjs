// Commands over folders, lists of reports and settings of ever more: run in this process, in a folder of their own.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';

const require = createRequire(import.meta.url);
const MAIN = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const list = (length, make) => Array.from({ length }, (_, i) => make(i));
const minimal = JSON.parse(readFileSync(new URL('../fixtures/2021/minimal.json', import.meta.url), 'utf8'));
const withOther = (texts) => ({
  ...minimal,
  narrative: { ...minimal.narrative, other: ['未收取信息处理费。', ...texts] },
});
const named = (i) => ({ ...minimal, agency: { ...minimal.agency, name: `甲县第${i}局` } });

process.env.NODE_DISABLE_COMPILE_CACHE = '1';
const folder = mkdtempSync(join(tmpdir(), 'nianbao-growth-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** Swallows what is written while a work is done. */
async function unheard(work) {
  const streams = ['stdout', 'stderr'].map((name) => [name, Object.getOwnPropertyDescriptor(process, name)]);
  for (const [name] of streams) {
    const write = (_, __, done) => done();
    Object.defineProperty(process, name, { value: new Writable({ write }), configurable: true });
  }
  try {
    return await work();
  } finally {
    for (const [name, own] of streams) Object.defineProperty(process, name, own);
  }
}

async function run(args) {
  const { argv, exitCode } = process;
  const home = process.cwd();
  process.chdir(folder);
  process.argv = [process.execPath, MAIN, ...args];
  delete require.cache[MAIN];
  await unheard(() => require(MAIN).done);
  process.chdir(home);
  Object.assign(process, { argv, exitCode });
}

/** Empties the folder, and puts files there by their names. */
function put(files) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'in'), { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
}

const many = (n, make, extension = 'json') => Object.fromEntries(list(n, (i) => [`in/${i}.${extension}`, make(i)]));
const slips = (n) => withOther(list(n, (i) => `本机关第${i}次公开信息,及时回应。`));
const linesOf = (n, make) => list(n, (i) => JSON.stringify(make(i))).join('\n');

/** What is in the folder, and the command over it. */
const CALLS = {
  'check files': (n) => [many(n, named), 'check', 'in'],
  'check files that cannot be read': (n) => [many(n, () => '{'), 'check', 'in'],
  'check files by a pattern': (n) => [many(n, () => '{'), 'check', 'in/*.json'],
  'check --fix in paragraphs': (n) => [{ 'a.json': slips(n) }, 'check', '--fix', 'a.json'],
  'check --fix in YAML': (n) => [{ 'a.yaml': stringify(slips(n)) }, 'check', '--fix', 'a.yaml'],
  'check --fix in one text': (n) => [
    { 'a.json': withOther([list(n, () => '本机关公开信息,及时回应。').join('')]) },
    'check',
    '--fix',
    'a.json',
  ],
  'check --fix --dry-run in lines': (n) => [{ 'a.yaml': stringify(slips(n)) }, 'check', '--fix', '--dry-run', 'a.yaml'],
  'check as text': (n) => [{ 'a.json': slips(n) }, 'check', '--places', 'a.json'],
  'check as SARIF': (n) => [{ 'a.json': slips(n) }, 'check', '--format', 'sarif', 'a.json'],
  'check as JUnit': (n) => [many(n, slips.bind(undefined, 2)), 'check', '--format', 'junit', 'in'],
  'check with settings nobody knows': (n) => [
    { 'a.json': minimal, 'nianbao.config.json': { rules: Object.fromEntries(list(n, (i) => [`a/b${i}`, 'off'])) } },
    'check',
    'a.json',
  ],
  'check with settings': (n) => [
    { 'a.json': minimal, 'nianbao.config.json': Object.fromEntries(list(n, (i) => [`a${i}`, i])) },
    'check',
    'a.json',
  ],
  'batch of lines that cannot be read': (n) => [
    { 'a.jsonl': list(n, () => '{').join('\n') },
    ...['batch', 'a.jsonl', '-o', 'out', '--jobs', '1'],
  ],
  'batch of lines with one id': (n) => [
    { 'a.jsonl': linesOf(n, () => ({ id: 'a', report: {} })) },
    ...['batch', 'a.jsonl', '-o', 'out', '--jobs', '1'],
  ],
  'batch of reports': (n) => [
    { 'a.jsonl': linesOf(n, (i) => ({ id: i, report: named(i) })) },
    ...['batch', 'a.jsonl', '-o', 'out', '--jobs', '1', '--format', 'html'],
  ],
  'batch of a list of paths': (n) => [
    { 'a.txt': list(n, (i) => `b${i}.json`).join('\n') },
    ...['batch', 'a.txt', '-o', 'out', '--jobs', '1'],
  ],
  'batch with a journal': (n) => [
    {
      'a.jsonl': '{',
      '.nianbao-batch.jsonl': list(n, (i) => `{"id":"${i}","status":"failed"}`).join('\n'),
    },
    ...['batch', 'a.jsonl', '-o', '.', '--jobs', '1'],
  ],
  'audit of files': (n) => [many(n, named), 'audit', 'in', '-o', 'a.html', '--jobs', '1'],
  'audit of files that cannot be read': (n) => [many(n, () => '{'), 'audit', 'in', '--jobs', '1'],
  'rollup of files': (n) => [many(n, named), 'rollup', 'in', '--agency', '甲县', '-o', 'a.xlsx'],
  'rollup of files that cannot be read': (n) => [many(n, () => '{'), 'rollup', 'in', '--agency', '甲县'],
  'export of files': (n) => [many(n, named), 'export', 'in', '-o', 'a.csv'],
  'outline of files': (n) => [many(n, named), 'outline', 'in'],
  'render of files': (n) => [many(n, named), 'render', 'in', '--format', 'html', '-o', 'out'],
  'read of files': (n) => [many(n, () => '甲', 'txt'), 'read', 'in', '-o', 'out'],
};

/** Each call with ever more files, lines or settings. */
export const commandCases = Object.entries(CALLS).map(([name, call]) => ({
  kind: 'a command',
  name: `nianbao ${name}`,
  first: 16,
  prepare: (n) => {
    const [files, ...args] = call(n);
    put(files);
    return () => run(args);
  },
}));
