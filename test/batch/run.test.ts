import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Job, JobResult } from '../../src/batch/index.js';
import { digestOf, fileStore } from '../../src/batch/store.js';
import { namerOf } from '../../src/cli/batch/file-names.js';
import type { FoundReport } from '../../src/cli/batch/find-reports.js';
import { inputHasher } from '../../src/cli/batch/input-hash.js';
import { openJournal } from '../../src/cli/batch/journal.js';
import { runBatch } from '../../src/cli/batch/run-batch.js';
import { type Diagnostic, diagnostic } from '../../src/diagnostics/diagnostic.js';
import { loadYaml } from '../../src/host/load-yaml.js';
import { sweep } from '../../src/host/write-files.js';
import { type Code, type FormatId, type LookOptions, ReportError } from '../../src/index.js';
import { glance } from '../../src/readers/read-source.js';
import { emptyFolder, filesIn } from '../cli/nianbao.js';
import { fates, manifestOf, report, write } from './made.js';

// What a run decides: names, what is left to do, what is written down. Jobs are done here by something that renders nothing, and
// in the wrong order. `proofs/batch-kill.mjs` has real runs, really killed.

const JOURNAL = '.nianbao-batch.jsonl';

interface Call {
  readonly changed?: boolean;
  readonly pattern?: string;
  readonly formats?: readonly FormatId[];
  readonly look?: LookOptions;
  /** The run is killed when so many jobs are done. */
  readonly until?: number;
  /** What goes wrong, by agency. */
  readonly faults?: { readonly [agency: string]: Code };
}

const byAgency = ({ input }: Job, faults: Call['faults'] = {}) =>
  Object.entries(faults).find(([agency]) => 'text' in input && input.text.includes(agency))?.[1];

/** A folder and a way to run a batch of these texts, by id, into it. */
function batchIn(folder: string) {
  const store = fileStore(folder);
  return async (texts: { readonly [id: string]: string }, call: Call = {}) => {
    const { formats = ['pdf', 'docx'], look = {}, pattern = '{agency}.{ext}', until = Number.POSITIVE_INFINITY } = call;
    async function* found(): AsyncGenerator<FoundReport> {
      for (const [id, text] of Object.entries(texts))
        yield { id, place: id, input: { id, text, name: id }, report: glance(text, id, loadYaml, {}), problems: [] };
    }
    const done: string[] = [];
    const doJob = async (job: Job): Promise<JobResult> => {
      const { id } = job.input;
      const code = byAgency(job, call.faults);
      if (code)
        return {
          id,
          ok: false,
          outputs: [],
          findings: [{ ...diagnostic('internal', { reason: '' }), code } as Diagnostic],
        };
      const outputs = [];
      for (const format of job.formats) {
        const bytes = Buffer.from(`${format} of ${JSON.stringify(job.input)}`);
        await store.put(job.names[format] ?? '', bytes);
        outputs.push({ format, name: job.names[format] ?? '', ...digestOf(bytes) });
      }
      return { id, ok: true, outputs, findings: [], milliseconds: 1 };
    };
    async function* runJobs(jobs: AsyncIterable<Job>): AsyncGenerator<JobResult> {
      const all: Job[] = [];
      for await (const job of jobs) all.push(job);
      for (const job of all.reverse()) {
        if (done.length >= until) throw new Error('killed');
        done.push(job.input.id);
        yield await doJob(job);
      }
    }
    const ends: string[] = [];
    const onEnd = ({ id }: { readonly id: string }, outcome: string) => ends.push(`${outcome} ${id}`);
    await sweep(folder);
    const journal = await openJournal(folder, call.changed === true, () => {});
    const hash = await inputHasher(formats, look);
    const run = { formats, namer: namerOf(pattern), hash, journal, store, runJobs, onEnd, taken: async () => [] };
    await runBatch(found(), run).catch((error: Error) => {
      if (error.message !== 'killed') throw error;
    });
    return { done: done.reverse(), ends: ends.sort(), isResumed: journal.isResumed };
  };
}

const texts = Object.fromEntries(['1', '2', '3', '4'].map((id) => [id, report(`${id}局`)]));

async function rendered(call: Call = {}) {
  const folder = emptyFolder();
  const run = batchIn(folder);
  await run(texts, call);
  return { folder, run };
}

test('a manifest in the order of the inputs, whatever was done first, and no journal', async () => {
  const { folder } = await rendered();
  expect(filesIn(folder)).toEqual([
    ...['1', '2', '3', '4'].flatMap((id) => [`${id}局.docx`, `${id}局.pdf`]),
    'manifest.jsonl',
  ]);
  expect(manifestOf(folder).map(({ id }) => id)).toEqual(['1', '2', '3', '4']);
  expect(manifestOf(folder)[1]).toEqual({
    id: '2',
    input: expect.stringMatching(/^[0-9a-f]{64}$/),
    status: 'done',
    outputs: ['pdf', 'docx'].map((format) => {
      const bytes = readFileSync(join(folder, `2局.${format}`));
      return { format, name: `2局.${format}`, ...digestOf(bytes) };
    }),
    findings: [],
    milliseconds: 1,
  });
});

describe('names', () => {
  test('of two of one name it is the second that is refused, though the first fails', async () => {
    const folder = emptyFolder();
    const same = { a: report('Ａ局é'), b: report('Ａ局e\u0301'), c: report('x局'), d: report('X局') };
    const { done } = await batchIn(folder)(same, { faults: { Ａ局é: 'cell/missing' } });
    expect(done).toEqual(['a', 'c']);
    expect(fates(folder)).toEqual({ a: 'cell/missing', b: 'batch/same-name', c: 'done', d: 'batch/same-name' });
  });

  test('the same is refused by a run that goes on', async () => {
    const folder = emptyFolder();
    const run = batchIn(folder);
    const same = { z: report('z局'), a: report('x局'), b: report('X局'), c: report('y局') };
    await run(same, { faults: { x局: 'worker/crashed' }, until: 2 });
    expect((await run(same)).done).toEqual(['z', 'a']);
    expect(fates(folder)).toEqual({ z: 'done', a: 'done', b: 'batch/same-name', c: 'done' });
  });

  test('YAML has names, too; a report that has none is tried for what else is wrong with it', async () => {
    const folder = emptyFolder();
    const nameless = { 'a.yaml': 'year: 2025\nagency:\n  name: 甲局\n', b: '{"year":2025}', c: '{' };
    await batchIn(folder)(nameless, { pattern: '{year}-{agency}.{ext}', faults: { '{"': 'shape/missing' } });
    expect(fates(folder)).toEqual({ 'a.yaml': 'done', b: 'shape/missing', c: 'batch/no-name' });
    expect(filesIn(folder)).toEqual(['2025-甲局.docx', '2025-甲局.pdf', 'manifest.jsonl']);
  });
});

describe('a run that was broken off', () => {
  test.each([0, 1, 2, 3, 4])('after %i jobs is gone on with, and ends as if it had not been', async (until) => {
    const { folder: whole } = await rendered();
    const { folder, run } = await rendered({ until });
    expect(existsSync(join(folder, 'manifest.jsonl'))).toBe(until === 4);
    const { done, isResumed } = await run(texts, { changed: until === 4 });
    expect(done).toEqual(['1', '2', '3', '4'].slice(0, 4 - until));
    expect(isResumed).toBe(until < 4);
    expect(manifestOf(folder)).toEqual(manifestOf(whole));
    expect(filesIn(folder)).toEqual(filesIn(whole));
  });

  test('in the middle of a line', async () => {
    const { folder, run } = await rendered({ until: 2 });
    appendFileSync(join(folder, JOURNAL), '{"id":"2","inp');
    expect((await run(texts, { until: 1 })).done).toEqual(['2']);
    appendFileSync(join(folder, JOURNAL), '{');
    expect((await run(texts)).done).toEqual(['1']);
    expect(fates(folder)).toEqual({ 1: 'done', 2: 'done', 3: 'done', 4: 'done' });
  });

  test('with half-written files lying about', async () => {
    const { folder, run } = await rendered({ until: 2 });
    write(folder, { '.nianbao-tmp-x7Yz12/file': 'half', '.nianbao-tmp-manifest': 'half' });
    await run(texts);
    expect(filesIn(folder)).not.toContain('.nianbao-tmp-x7Yz12');
    expect(filesIn(folder)).not.toContain('.nianbao-tmp-manifest');
  });

  test('does again what has changed meanwhile', async () => {
    const { run } = await rendered({ until: 3 });
    expect((await run({ ...texts, 3: report('3局', { year: 2024 }) })).done).toEqual(['1', '3']);
  });

  test('a run over what is unchanged goes on as one', async () => {
    const { folder, run } = await rendered();
    rmSync(join(folder, '1局.pdf'));
    rmSync(join(folder, '4局.pdf'));
    expect((await run(texts, { changed: true, until: 1 })).done).toEqual(['4']);
    expect((await run(texts, { changed: true })).done).toEqual(['1']);
  });
});

test('a run that has come to its end is begun anew', async () => {
  const { run } = await rendered();
  expect((await run(texts)).done).toEqual(['1', '2', '3', '4']);
});

describe('only what has changed', () => {
  test('nothing', async () => {
    const { folder, run } = await rendered();
    const before = readFileSync(join(folder, 'manifest.jsonl'), 'utf8');
    expect(await run(texts, { changed: true })).toMatchObject({
      done: [],
      ends: ['unchanged 1', 'unchanged 2', 'unchanged 3', 'unchanged 4'],
    });
    expect(readFileSync(join(folder, 'manifest.jsonl'), 'utf8')).toBe(before);
  });

  test('everything, if nothing is known', async () => {
    const { folder, run } = await rendered();
    rmSync(join(folder, 'manifest.jsonl'));
    expect((await run(texts, { changed: true })).done).toHaveLength(4);
  });

  test('a report that is other, one that is new, one that is gone', async () => {
    const { folder, run } = await rendered();
    const { 1: _, ...others } = texts;
    const now = { ...others, 2: report('2局', { year: 2024 }), 5: report('5局') };
    expect((await run(now, { changed: true })).done).toEqual(['2', '5']);
    expect(Object.keys(fates(folder))).toEqual(['2', '3', '4', '5']);
  });

  test.each<[string, (path: string) => void]>([
    ['is gone', (path) => rmSync(path)],
    ['is cut', (path) => truncateSync(path, 10)],
    ['has become longer', (path) => appendFileSync(path, 'x')],
    ['has another byte', (path) => writeFileSync(path, readFileSync(path, 'utf8').replace('o', 'O'))],
  ])('a file that %s', async (_, spoil) => {
    const { folder, run } = await rendered();
    const before = readFileSync(join(folder, '2局.docx'));
    spoil(join(folder, '2局.docx'));
    expect((await run(texts, { changed: true })).done).toEqual(['2']);
    expect(readFileSync(join(folder, '2局.docx')).equals(before)).toBe(true);
  });

  test.each<[string, Call]>([
    ['looks', { look: { draft: true } }],
    ['formats', { formats: ['pdf'] }],
    ['names', { pattern: '{id}.{ext}' }],
    ['a seal', { look: { seal: { image: Buffer.from('a'), width: 42 } } }],
  ])('everything, if there are other %s', async (_, call) => {
    const { run } = await rendered();
    expect((await run(texts, { ...call, changed: true })).done).toHaveLength(4);
    expect((await run(texts, { ...call, changed: true })).done).toEqual([]);
  });

  test.each<[string, string, (path: string) => LookOptions]>([
    ['a template', '2021/preamble.hbs', (path) => ({ templates: path })],
    ['a font', 'font.ttf', (path) => ({ fonts: { body: [{ file: join(path, 'font.ttf'), only: 'western' }] } })],
  ])('everything, if %s has other contents', async (_, name, lookIn) => {
    const [own, { run }] = [emptyFolder(), await rendered()];
    write(own, { [name]: 'one' });
    const call = { changed: true, look: lookIn(own) };
    await run(texts, call);
    expect((await run(texts, call)).done).toEqual([]);
    write(own, { [name]: 'other' });
    expect((await run(texts, call)).done).toHaveLength(4);
  });

  test('a report that failed by its own fault is told again and not tried again', async () => {
    const { folder, run } = await rendered({ faults: { '2局': 'sum/I1' } });
    const before = manifestOf(folder);
    const again = await run(texts, { changed: true });
    expect(again).toMatchObject({ done: [], ends: ['failed 2', 'unchanged 1', 'unchanged 3', 'unchanged 4'] });
    expect(manifestOf(folder)).toEqual(before);
    expect((await run({ ...texts, 2: report('2局', { year: 2024 }) }, { changed: true })).done).toEqual(['2']);
  });

  test.each<Code>(['worker/crashed', 'worker/memory', 'worker/timeout', 'file/unwritable', 'internal'])(
    'a report that failed by %s is tried again',
    async (code) => {
      const { folder, run } = await rendered({ faults: { '2局': code } });
      expect(fates(folder)[2]).toBe(code);
      expect((await run(texts, { changed: true })).done).toEqual(['2']);
      expect(fates(folder)[2]).toBe('done');
    },
  );
});

describe('where nothing more can be written', () => {
  test('the run ends, and is gone on with', async () => {
    const folder = emptyFolder();
    const run = batchIn(folder);
    const full = run(texts, { faults: { '2局': 'file/no-space' } });
    await expect(full).rejects.toBeInstanceOf(ReportError);
    expect(filesIn(folder)).not.toContain('manifest.jsonl');
    expect((await run(texts)).done).toEqual(['1', '2']);
    expect(fates(folder)).toEqual({ 1: 'done', 2: 'done', 3: 'done', 4: 'done' });
  });

  test('a journal that cannot be written is told', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, JOURNAL));
    await expect(batchIn(folder)(texts)).rejects.toBeInstanceOf(ReportError);
  });
});
