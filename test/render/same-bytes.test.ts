import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { type FormatId, formats, renderReport } from '../../src/index.js';
import { builtPackage } from '../readers/built-package.mjs';
import { validFixtures } from '../readers/fixtures.mjs';
import { reports } from './reports.js';

// The same report gives the same bytes: again, in any order, in any process, in any time zone, in any language.

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const ids = Object.keys(formats) as FormatId[];

async function hashes(list: typeof reports): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { name, report } of list) {
    for (const format of ids) found[`${name}.${format}`] = sha(await renderReport(report, { format }));
  }
  return found;
}

/** Renders the same files with the built package in a process of its own. */
function hashesElsewhere(environment: Record<string, string>, names: readonly string[]): Record<string, string> {
  const script = `
    import { createHash } from 'node:crypto';
    import { readFileSync } from 'node:fs';
    const { formats, readReport, renderReport } = await import(${JSON.stringify(`${builtPackage()}dist/index.js`)});
    const found = {};
    for (const [name, path] of JSON.parse(process.argv[1])) {
      const { report } = readReport(readFileSync(path, 'utf8'), name);
      for (const format of Object.keys(formats))
        found[name + '.' + format] = createHash('sha256').update(await renderReport(report, { format })).digest('hex');
    }
    console.log(JSON.stringify(found));`;
  const files = names.map((name) => [name, validFixtures.find((one) => one.name === name)?.path]);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', script, JSON.stringify(files)],
    { encoding: 'utf8', env: { PATH: process.env.PATH, ...environment } },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout);
}

const names = reports.map(({ name }) => name);
let first: Record<string, string>;

beforeAll(async () => {
  first = await hashes(reports);
});

test('every report has bytes of its own', () => {
  expect(new Set(Object.values(first)).size).toBe(reports.length * ids.length);
});

test('again in the same process, in the reverse order', async () => {
  expect(await hashes(reports.toReversed())).toEqual(first);
});

test('side by side', async () => {
  const all = await Promise.all(reports.map(async (report) => hashes([report])));
  expect(Object.assign({}, ...all)).toEqual(first);
});

test.each([
  ['Pacific/Kiritimati', 'zh_CN.GB18030'],
  ['America/Anchorage', 'tr_TR.UTF-8'],
])('in another process, in the time zone %s and the locale %s', (TZ, LANG) => {
  expect(hashesElsewhere({ TZ, LANG, LC_ALL: LANG }, names.toReversed())).toEqual(first);
});

test('on another day', () => {
  const [name = ''] = names;
  const later = '--import=data:text/javascript,const%20now%3DDate.now;Date.now%3D()%3D%3Enow()%2B4e10';
  const found = hashesElsewhere({ NODE_OPTIONS: later, TZ: 'Asia/Shanghai' }, [name]);
  expect(found[`${name}.docx`]).toBe(first[`${name}.docx`]);
  expect(found[`${name}.pdf`]).toBe(first[`${name}.pdf`]);
});
