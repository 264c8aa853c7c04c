import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Job } from '../../src/batch/index.js';
import { jobFaults } from '../../src/batch/job-limits.js';
import { decodeJob, encodeJob, idOf, type QueuedJob } from '../../src/batch/queue-job.js';
import { mismatches } from '../../src/batch/queue-mismatch.js';
import { inputHasher } from '../../src/cli/batch/input-hash.js';
import { emptyFolder, filesIn, nianbao } from '../cli/nianbao.js';
import { builtPackage } from '../readers/built-package.mjs';
import { fixture, ROOT } from '../readers/fixtures.mjs';

// A batch over several machines, as far as it goes without a Redis server: jobs as they are queued, options, and what is said where
// there is no server. The rest is in proofs/batch-queue.mjs.

const { path, text: report } = fixture('2021/minimal.json');

/** Nobody listens there. */
const NOWHERE = 'redis://user:geheim@127.0.0.1:1/2';

describe('a job in the queue', () => {
  const job: Job = {
    input: { id: 'a', text: report, name: 'a.jsonl', line: 3, at: ['report'] },
    formats: ['pdf', 'docx'],
    names: { pdf: '2025/甲局.pdf', docx: '2025/甲局.docx' },
    look: {
      draft: true,
      templates: 'own',
      fonts: { body: ['a.ttf'] },
      seal: { image: Buffer.from([0, 255]), width: 42 },
    },
  };
  const queued = { version: '1.0.0', input: 'hash', store: 'mark', job: encodeJob(job) };

  test('comes out as it went in', () => {
    expect(decodeJob(JSON.parse(JSON.stringify(encodeJob(job))))).toEqual(job);
  });

  test('without a look of its own, has none', () => {
    const { look: _, ...plain } = job;
    expect(decodeJob(encodeJob(plain))).toEqual({ ...plain, look: {} });
  });

  test('is known by all that is in it', () => {
    const others = [
      { ...queued, version: '1.0.1' },
      { ...queued, input: 'other' },
      { ...queued, store: 'other' },
      { ...queued, job: { ...queued.job, names: {} } },
    ];
    const ids = [queued, ...others].map(idOf);
    expect(idOf(JSON.parse(JSON.stringify(queued)))).toBe(ids[0]);
    expect(new Set(ids).size).toBe(5);
  });
});

describe('what is in a queue and no batch has put there', () => {
  const input = { id: 'a', text: report, name: 'a.json' };
  const job = { input, formats: ['docx'], names: { docx: 'a.docx' }, look: {} };
  const machine = {
    name: 'worker',
    version: '1.0.0',
    allowed: { fonts: [], templates: [] },
    fingerprint: async () => ({ input: 'hash', store: 'mark' }),
  };
  const queued = (more: object): unknown => ({
    version: '1.0.0',
    input: 'hash',
    store: 'mark',
    job: { ...job, ...more },
  });
  const seal = { image: '', width: 42, limits: { sealPixels: 1e9 } };

  test('is told from what one has put there', async () => {
    expect(await mismatches(queued({}) as QueuedJob, machine)).toEqual([]);
  });

  test.each([
    ['nothing', null, '整项'],
    ['a text', '{}', '整项'],
    ['no job', { ...(queued({}) as object), job: undefined }, 'job'],
    ['no look', queued({ look: null }), 'job.look'],
    ['a folder of its own for what is shipped', queued({ look: { assets: '/etc' } }), 'job.look.assets'],
    ['a theme', queued({ look: { theme: {} } }), 'job.look.theme'],
    ['limits of a seal of its own', queued({ look: { seal } }), 'job.look.seal.limits'],
    ['a font without a path', queued({ look: { fonts: { body: [7] } } }), 'job.look.fonts.body'],
    ['many folders', queued({ look: { templates: ['a'] } }), 'job.look.templates'],
    ['a format that there is not', queued({ formats: ['exe'] }), 'job.formats.0'],
    ['a value for a report', queued({ input: { id: 'a', report: {} } }), 'job.input.name'],
    ['a folder to write to', queued({ folder: '/etc' }), 'job.folder'],
  ])('%s is refused', async (_, data, place) => {
    expect(await mismatches(data as QueuedJob, machine)).toMatchObject([{ code: 'queue/mismatch', found: place }]);
  });
});

describe('what a job may ask of a worker', () => {
  const base = { input: { id: 'a', text: report, name: 'a.json' }, formats: ['docx'] as const, look: {} };
  const job = (more: object) => encodeJob({ ...base, names: { docx: '2025/甲局.docx' }, ...more } as Job);
  const none = { fonts: [], templates: [] };
  const codes = (more: object, allowed: Parameters<typeof jobFaults>[1] = none) =>
    jobFaults(job(more), allowed).map(({ code }) => code);

  test('fonts and templates of its list, whatever way they are written, and no others', () => {
    const look = {
      templates: './own/',
      fonts: { body: ['a.ttf', { file: 'b.ttf', only: 'western' }], title: '/etc/shadow' },
    };
    const allowed = { fonts: ['./a.ttf', `${process.cwd()}/b.ttf`], templates: ['own'] };
    expect(codes({})).toEqual([]);
    expect(jobFaults(job({ look }), allowed).map(({ code, found }) => [code, found])).toEqual([
      ['queue/mismatch', '/etc/shadow'],
    ]);
    expect(codes({ look })).toHaveLength(4);
  });

  test('what is wrong with it is told within bounds, however much that is', () => {
    const body = Array.from({ length: 3000 }, (_, i) => `/${i}.ttf`);
    const faults = jobFaults(job({ names: { docx: 'a/'.repeat(10_000) }, look: { fonts: { body } } }), none);
    expect(faults).toHaveLength(1001);
    expect(faults.at(-1)?.code).toBe('findings/more');
    expect(Math.max(...faults.map(({ found = '' }) => found.length))).toBeLessThan(2000);
  });

  test('no limit that is wider than its own, nor one that there is not', () => {
    const narrow = { ...none, limits: { characters: 500 } };
    expect(codes({ look: { limits: { characters: 500 } } }, narrow)).toEqual([]);
    expect(codes({}, narrow)).toEqual(['queue/mismatch']);
    expect(codes({ look: { limits: { values: 10 ** 9 } } })).toEqual(['queue/mismatch']);
    expect(codes({ look: { limits: { values: '1' } } })).toEqual(['config/invalid']);
  });

  test.each([
    '.nianbao-store',
    '.nianbao-store.docx',
    'manifest.jsonl',
    '2025/.x.docx',
    '../x.docx',
    '/x.docx',
    'a.pdf',
    7,
    undefined,
    'a\nb.docx',
    '\u001B[31ma.docx',
    'a\u202Eb.docx',
    `${'a/'.repeat(600)}b.docx`,
  ])('no name that a report does not have: %#', (docx) => {
    expect(codes({ names: { docx } })).toEqual(['file/unwritable']);
  });

  test('no format that there is not', () => {
    expect(codes({ formats: ['constructor'], names: { constructor: 'a.docx' } })).toEqual(['file/unwritable']);
  });

  test.each([
    ['a device', '/dev/zero'],
    ['a folder', '.'],
  ])('a font is a file: %s is not read', async (_, file) => {
    await expect(inputHasher(['docx'], { fonts: { body: file } })).rejects.toThrow('不是普通文件');
  });

  test('a font that is larger than any is not read', async () => {
    const file = join(emptyFolder(), 'large.ttf');
    writeFileSync(file, '');
    truncateSync(file, 2 ** 40);
    await expect(inputHasher(['docx'], { fonts: { body: file } })).rejects.toThrow('超过上限');
  });
});

test.each([
  'redis:/:geheim@127.0.0.1',
  'redis:geheim@127.0.0.1',
  ':geheim@127.0.0.1:6379',
  'redis://127.0.0.1:geheim',
  'redis://u:12?geheim@127.0.0.1',
  'redis://u:12/geheim@127.0.0.1',
  'redis://u:12#geheim@127.0.0.1',
  'redis://u:geheim%zz@127.0.0.1',
  'redis//u:geheim@127.0.0.1',
])('a password is not shown where its address is mistyped: %#', (address) => {
  for (const args of [['--redis', address], [`--redsi=${address}`], [address]]) {
    const { code, stdout, stderr } = nianbao(['worker', '-o', 'out', ...args], { cwd: emptyFolder() });
    expect([code, stdout]).toEqual([2, '']);
    expect(args[0] === '--redis' || address.startsWith('redis:') ? stderr : '').not.toContain('geheim');
  }
});

describe('calls that are wrong', () => {
  test.each([
    ['worker without a server', ['worker', '-o', 'out']],
    ['worker without an output', ['worker', '--redis', NOWHERE]],
    ['an address that is none', ['worker', '-o', 'out', '--redis', '127.0.0.1:6379']],
    ['an address of something else', ['batch', path, '-o', 'out', '--redis', 'http://user:geheim@127.0.0.1']],
    ['no time to be still', ['worker', '-o', 'out', '--redis', NOWHERE, '--stalled-after', '0']],
    ['half a job', ['worker', '-o', 'out', '--redis', NOWHERE, '--jobs', '0.5']],
    ['no memory', ['worker', '-o', 'out', '--redis', NOWHERE, '--memory', '1']],
    ['no time', ['worker', '-o', 'out', '--redis', NOWHERE, '--timeout', '0']],
    ['a bucket without a name', ['batch', path, '-o', 's3://']],
    ['a manifest apart from the files', ['batch', path, '-o', 'out', '--manifest', 'kept']],
  ])('%s', (_, args) => {
    const cwd = emptyFolder();
    const { code, stdout, stderr } = nianbao(args, { cwd });
    expect({ code, stdout, files: filesIn(cwd) }).toEqual({ code: 2, stdout: '', files: [] });
    expect(stderr).toMatch(/^错误 usage\/argument /);
    expect(stderr).not.toContain('geheim');
  });
});

/** The package in a folder where everything it needs is installed but for these. */
function without(missing: readonly string[]): string {
  const folder = `${emptyFolder()}/`;
  const built = builtPackage();
  cpSync(`${built}dist`, `${folder}dist`, { recursive: true });
  cpSync(`${built}package.json`, `${folder}package.json`);
  for (const name of ['templates', 'fonts']) symlinkSync(`${ROOT}${name}`, `${folder}${name}`);
  mkdirSync(`${folder}node_modules`);
  for (const name of readdirSync(`${ROOT}node_modules`)) {
    if (!missing.includes(name)) symlinkSync(`${ROOT}node_modules/${name}`, `${folder}node_modules/${name}`);
  }
  return folder;
}

describe('what has to be installed besides', () => {
  test.each([
    ['bullmq', ['--redis', NOWHERE, '-o', 'out'], 'npm install bullmq ioredis'],
    ['ioredis', ['--redis', NOWHERE, '-o', 'out'], 'npm install bullmq ioredis'],
    ['@aws-sdk', ['-o', 's3://reports'], 'npm install @aws-sdk/client-s3'],
  ])('%s', (missing, args, command) => {
    const { code, stderr } = nianbao(['batch', path, ...args], { cwd: emptyFolder(), from: without([missing]) });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^错误 package\/missing /m);
    expect(stderr).toContain(command);
  });

  test('nothing, for a batch on threads', () => {
    const cwd = emptyFolder();
    const from = without(['bullmq', 'ioredis', '@aws-sdk']);
    expect(nianbao(['batch', path, '-o', 'out', '-f', 'docx', '-j', '1'], { cwd, from }).code).toBe(0);
    expect(filesIn(join(cwd, 'out'))).toEqual(['2025', 'manifest.jsonl']);
  });
});

describe('a server', () => {
  test('that is not there is waited for, but not for long', () => {
    const cwd = emptyFolder();
    const { code, stdout, stderr } = nianbao(['batch', path, '-o', 'out', '--redis', NOWHERE], { cwd });
    expect({ code, stdout }).toEqual({ code: 4, stdout: '' });
    expect(stderr).toMatch(/^错误 queue\/unreachable 连不上 Redis redis:\/\/127\.0\.0\.1:1\/2\n.*ECONNREFUSED/);
    expect(stderr).not.toContain('geheim');
  });

  test('that says no is not asked again; its address may stand in the environment', async () => {
    let calls = 0;
    // One answer to each command: several may arrive in one piece.
    const refuse = (data: Buffer) =>
      '-NOAUTH Authentication required.\r\n'.repeat(String(data).match(/^\*\d/gm)?.length ?? 0);
    const server = createServer((socket) => {
      calls += 1;
      socket.on('data', (data) => socket.write(refuse(data))).on('error', () => {});
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const worker = spawn(process.execPath, [`${builtPackage()}dist/cli/main.js`, 'worker', '-o', 'out', '-j', '1'], {
      cwd: emptyFolder(),
      env: { ...process.env, NIANBAO_REDIS: `redis://127.0.0.1:${port}` },
    });
    const [said, [code]] = await Promise.all([text(worker.stderr), once(worker, 'close')]);
    server.close();
    expect(code).toBe(4);
    expect(said).toMatch(/^错误 queue\/unreachable 连不上 Redis redis:\/\/127\.0\.0\.1:\d+\n.*NOAUTH/);
    expect(calls).toBe(2);
  });
});
