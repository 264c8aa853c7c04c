import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fixture, ROOT } from '../test/readers/fixtures.mjs';
import { run, temporary } from './commands.mjs';
import { freePort } from './free-port.mjs';
import { check, finish, same } from './proof.mjs';

// Servers that Vite and Next.js build, as docs/bundlers.md says, from the packed package: each makes a PDF. esbuild is tried by
// proofs/package.mjs. Run by hand: `npm ci --prefix proofs/bundlers && node proofs/bundlers.mjs`.

const { text: report } = fixture('2021/minimal.json');
const own = `${ROOT}proofs/bundlers`;
const above = temporary();
run('npm', ['pack', '--silent', '--pack-destination', above], { cwd: ROOT });
const tarball = join(above, readdirSync(above).find((name) => name.endsWith('.tgz')) ?? '');

/** A project with the package and the bundlers, and these files. @param {{ readonly [path: string]: string }} files */
function project(files) {
  const folder = mkdtempSync(join(above, 'project-'));
  for (const name of ['package.json', 'package-lock.json']) cpSync(join(own, name), join(folder, name));
  run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder });
  run('npm', ['install', '--no-audit', '--no-fund', tarball], { cwd: folder });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Copies what a made file reads beside it. @param {string} folder @param {string} to */
function copyAssets(folder, to) {
  for (const name of ['templates', 'fonts'])
    cpSync(join(folder, 'node_modules/nianbao', name), join(to, name), { recursive: true });
}

const SERVER = `
import { parseReport, toPdf } from 'nianbao';
const pdf = await toPdf(parseReport(${report}));
console.log(Buffer.from(pdf).toString('latin1', 0, 8));`;

/** How Vite is set, and whether the package is then part of the made file. */
const VITE = [
  { name: 'left out', ssr: '{}', isInside: false },
  { name: 'taken in', ssr: "{ noExternal: true, external: ['pdfjs-dist', 'hucre'] }", isInside: true },
];

for (const { name, ssr, isInside } of VITE) {
  await check(`Vite builds a server with the package ${name}`, () => {
    const folder = project({
      'server.mjs': SERVER,
      'vite.config.mjs': `export default { build: { ssr: 'server.mjs' }, ssr: ${ssr} };`,
    });
    run('npx', ['vite', 'build', '--logLevel', 'error'], { cwd: folder });
    const made = isInside ? temporary() : join(folder, 'dist');
    if (isInside) {
      cpSync(join(folder, 'dist'), made, { recursive: true });
      copyAssets(folder, made);
      writeFileSync(join(made, 'package.json'), '{ "type": "module" }');
    }
    const file = readdirSync(made).find((one) => /^server\.m?js$/.test(one)) ?? '';
    same(run('node', [file], { cwd: made }), '%PDF-1.7\n');
  });
}

const ROUTE = `
import { parseReport, toPdf } from 'nianbao';
export const runtime = 'nodejs';
export async function POST(request) {
  return new Response(await toPdf(parseReport(await request.json())), { headers: { 'content-type': 'application/pdf' } });
}`;
const LAYOUT = `export default ({ children }) => <html lang="zh-CN"><body>{children}</body></html>;`;

/** Asks until somebody answers. @param {string} url @param {RequestInit} request */
async function ask(url, request) {
  for (let left = 100; ; left--) {
    try {
      return await fetch(url, request);
    } catch (error) {
      if (left === 0) throw error;
      await setTimeout(300);
    }
  }
}

/** What a server answers to a report. @param {string} program @param {readonly string[]} args @param {string} cwd */
async function answerOf(program, args, cwd) {
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), HOSTNAME: '127.0.0.1' };
  const server = spawn(program, args, { cwd, env, stdio: 'ignore' });
  try {
    const answer = await ask(`http://127.0.0.1:${port}/report`, { method: 'POST', body: report });
    return `${answer.status} ${Buffer.from(await answer.arrayBuffer()).toString('latin1', 0, 8)}`;
  } finally {
    server.kill();
    await once(server, 'close');
  }
}

/** How Next.js is set; a server that stands alone is made of what was traced. */
const NEXT = [
  { name: 'a server', more: '', start: ['node_modules/next/dist/bin/next', 'start'], at: '.' },
  {
    name: 'a server that stands alone',
    more: `, output: 'standalone', outputFileTracingIncludes: { '/report': ['./node_modules/nianbao/{templates,fonts}/**/*'] }`,
    start: ['server.js'],
    at: '.next/standalone',
  },
];

for (const { name, more, start, at } of NEXT) {
  await check(`Next.js builds ${name} with a route that makes a PDF`, async () => {
    const folder = project({
      'app/report/route.js': ROUTE,
      'app/layout.jsx': LAYOUT,
      'next.config.mjs': `export default { outputFileTracingRoot: import.meta.dirname, serverExternalPackages: ['nianbao']${more} };`,
    });
    run('npx', ['next', 'build'], { cwd: folder, env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' } });
    same(await answerOf('node', start, join(folder, at)), '200 %PDF-1.7');
  });
}

finish(); // Not one of those that run without being asked.
