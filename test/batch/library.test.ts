import { statSync } from 'node:fs';
import { join } from 'node:path';
import type * as Batch from '../../src/batch/index.js';
import { parseReport, toDocx, toPdf } from '../../src/index.js';
import { emptyFolder } from '../cli/nianbao.js';
import { builtPackage } from '../readers/built-package.mjs';
import { longReport, report } from './made.js';

// `nianbao/batch` as a library. Threads need JavaScript on disk, so it is the built package that is tested.

const { createPool, fileStore, renderBatch, runJob }: typeof Batch = await import(
  `${builtPackage()}dist/batch/index.js`
);

const text = (id: string) => ({ id, name: `${id}.json`, text: report(`${id}局`) });
const codes = ({ findings }: { readonly findings: readonly { readonly code: string }[] }) =>
  findings.map(({ code }) => code);

test('reports as text and as values give the bytes that they give alone', async () => {
  const raw = JSON.parse(report('甲局'));
  const inputs = [text('甲'), { id: 'raw', report: raw }, { id: 'parsed', report: parseReport(raw) }];
  const ids = new Set<string>();
  const [pdf, docx] = [await toPdf(parseReport(raw)), await toDocx(parseReport(raw))];
  for await (const result of renderBatch(inputs, { jobs: 1 })) {
    ids.add(result.id);
    if (!result.ok) throw new Error(codes(result).join());
    expect(result.files.map(({ format }) => format)).toEqual(['pdf', 'docx']);
    expect(Buffer.from(result.files[0]?.bytes ?? []).equals(pdf)).toBe(true);
    expect(Buffer.from(result.files[1]?.bytes ?? []).equals(docx)).toBe(true);
  }
  expect(ids).toEqual(new Set(['甲', 'raw', 'parsed']));
});

test('what is wrong with a report is in its result', async () => {
  const bad = [
    { id: 'syntax', name: 'a.jsonl', line: 7, text: '{' },
    { id: 'shape', name: 'a.jsonl', line: 8, text: '{"report":{"edition":"2021"}}', at: ['report'] },
    { id: 'uncloneable', report: { edition: () => '2021' } },
  ];
  const found = new Map<string, { readonly codes: readonly string[]; readonly line: number | undefined }>();
  for await (const result of renderBatch(bad, { jobs: 1, formats: ['docx'] })) {
    expect(result.ok).toBe(false);
    found.set(result.id, { codes: [...new Set(codes(result))], line: result.findings[0]?.place?.line });
  }
  expect(found).toEqual(
    new Map([
      ['syntax', { codes: ['syntax/invalid'], line: 7 }],
      ['shape', { codes: ['shape/missing'], line: 8 }],
      ['uncloneable', { codes: ['shape/type'], line: undefined }],
    ]),
  );
});

test('inputs are taken as results are', async () => {
  let taken = 0;
  async function* source() {
    for (;;) {
      taken += 1;
      yield text(String(taken));
    }
  }
  const results = renderBatch(source(), { jobs: 1, formats: ['docx'] });
  for (let i = 0; i < 3; i++) {
    expect((await results.next()).value).toMatchObject({ ok: true });
    expect(taken).toBeLessThanOrEqual(i + 2);
  }
  await results.return(undefined);
});

test('a signal ends a batch whose reports would not', async () => {
  const abort = new AbortController();
  const endless = [0, 1, 2, 3].map((i) => ({ id: `${i}`, name: 'a.json', text: longReport('空转') }));
  const results = renderBatch(endless, { jobs: 1, signal: abort.signal });
  const first = results.next();
  abort.abort(new Error('enough'));
  await expect(first).rejects.toThrow('enough');
  expect(await results.next()).toMatchObject({ done: true });
});

describe('a pool', () => {
  const task = (id: string) => ({ input: text(id), formats: ['docx'] as const });
  const endless = { input: { id: '空转', name: 'a.json', text: longReport('空转') }, formats: ['docx'] as const };

  test('says how many wait, gives each its own look, and goes on after what was given up', async () => {
    const pool = createPool({ jobs: 1, look: { draft: true } });
    const abort = new AbortController();
    const stuck = pool.render(endless, { signal: abort.signal });
    const dropped = pool.render(task('乙'), { signal: abort.signal });
    const [draft, plain] = [pool.render(task('甲')), pool.render({ ...task('甲'), look: {} })];
    expect(pool.waiting).toBe(3);
    abort.abort(new Error('gone'));
    await expect(stuck).rejects.toThrow('gone');
    await expect(dropped).rejects.toThrow('gone');
    const report = parseReport(JSON.parse(text('甲').text));
    for (const [rendered, look] of [
      [await draft, { draft: true }],
      [await plain, {}],
    ] as const) {
      if (!rendered.ok) throw new Error(codes(rendered).join());
      expect(Buffer.from(rendered.files[0]?.bytes ?? []).equals(await toDocx(report, look))).toBe(true);
    }
    expect(pool.waiting).toBe(0);
    await expect(pool.render(task('甲'), { signal: abort.signal })).rejects.toThrow('gone');
    await pool.close();
  });

  test('that is closed gives up what is under way and takes nothing more', async () => {
    const pool = createPool({ jobs: 1 });
    const all = [pool.render(endless), pool.render(task('甲'))];
    const ends = Promise.allSettled(all);
    await pool.close();
    for (const end of await ends) expect(end).toMatchObject({ status: 'rejected', reason: { name: 'AbortError' } });
    await expect(pool.render(task('乙'))).rejects.toMatchObject({ name: 'AbortError' });
  });
});

test('a job puts its files into a store, and a store that fails fails the job', async () => {
  const pool = createPool({ jobs: 1 });
  const kept = new Map<string, number>();
  const store = {
    put: async (name: string, bytes: Uint8Array) => void kept.set(name, bytes.length),
    stat: async () => undefined,
    get: async () => undefined,
  };
  const job = { input: text('甲'), formats: ['pdf', 'docx'] as const, names: { pdf: 'a/甲.pdf', docx: 'a/甲.docx' } };
  const done = await runJob(job, { pool, store });
  expect(done).toMatchObject({ id: '甲', ok: true, findings: [] });
  expect(done.outputs.map(({ name, size }) => [name, size])).toEqual([...kept]);
  const folder = emptyFolder();
  const filed = await runJob(job, { pool, store: fileStore(folder) });
  expect(filed).toEqual({ ...done, milliseconds: expect.any(Number) });
  for (const { name, size } of filed.outputs) expect(statSync(join(folder, name)).size).toBe(size);
  const failed = await runJob(job, { pool, store: fileStore('/proc') });
  expect({ ...failed, codes: codes(failed) }).toMatchObject({ ok: false, outputs: [], codes: ['file/unwritable'] });
  await pool.close();
});
