import { type Namer, type Names, sameFile } from '../../batch/file-names.js';
import type { Job, JobResult, Store, TextInput } from '../../batch/index.js';
import { diagnostic } from '../../diagnostics/diagnostic.js';
import { type Diagnostic, type FormatId, ReportError } from '../../index.js';
import { factsOf } from './facts.js';
import type { Entry, Journal, Known } from './journal.js';
import type { Found } from './sources.js';

/** Does jobs and gives what comes of them, in any order. It takes a job only when it can soon begin with it. */
export type Execute = (jobs: AsyncIterable<Job>) => AsyncIterable<JobResult>;

/** What has become of a report: it was made, it failed now or before, or what was made before stands. */
export type Fate = Entry['status'] | 'kept';

export interface Run {
  readonly formats: readonly FormatId[];
  readonly namer: Namer;
  readonly hash: (input: TextInput) => string;
  readonly journal: Journal;
  /** Where the files are when their jobs are done. */
  readonly store: Store;
  readonly execute: Execute;
  readonly onEnd: (entry: Entry, fate: Fate) => void;
}

function sameId({ id, place }: Found): Diagnostic {
  return diagnostic('batch/same-id', {
    message: `前面已有一份报告的 id 是 ${id}`,
    found: `${place} 的 id：${id}`,
    expected: '各不相同的 id',
    hint: '改正其中一份的 id；重复的，删去一份',
  });
}

function sameName(name: string, other: string): Diagnostic {
  return diagnostic('batch/same-name', {
    message: `与 ${other} 的文件同名`,
    found: name,
    expected: '与其他报告不同的文件名',
    hint: '核对年度和机关名称；确是两份报告的，在 --name 里加上 {edition} 或 {id}',
  });
}

function noName(): Diagnostic {
  return diagnostic('batch/no-name', {
    message: '报告里没有文件名要用的内容',
    found: '没有',
    expected: '--name 用到的 year、agency.name、edition',
    hint: '补上这些内容，或改用 {id} 命名',
  });
}

/** Whether files stand as they were made. */
export async function stand(outputs: Known['outputs'], store: Store): Promise<boolean> {
  for (const { name, size, sha256 } of outputs) {
    const stored = await store.stat(name);
    if (stored?.size !== size || stored.sha256 !== sha256) return false;
  }
  return true;
}

/** Whether nothing is to be done: the same input has given these files, or has failed and would fail again. */
async function isSettled(
  known: Known | undefined,
  input: string,
  names: Names | undefined,
  run: Run,
): Promise<boolean> {
  if (known?.input !== input) return false;
  if (known.status === 'failed') return !known.isTransient;
  const wanted = run.formats.map((format) => names?.[format]);
  return wanted.every((name, i) => known.outputs[i]?.name === name) && (await stand(known.outputs, run.store));
}

/**
 * Does what is to be done of a batch and writes down what came of it. Names are given in the order of the inputs, whatever is
 * done first, so that of two reports of one name it is always the second that is refused.
 *
 * @throws ReportError if nothing more can be written; what is done stays in the journal
 */
export async function runBatch(found: AsyncIterable<Found>, run: Run): Promise<void> {
  const { journal, formats } = run;
  const ids = new Set<string>();
  const named = new Map<string, string>();
  /** Hashes of what is under way. */
  const inputs = new Map<string, string>();

  const end = (entry: Entry) => {
    const full = entry.findings.find(({ code }) => code === 'file/no-space');
    if (full) throw new ReportError([full]);
    journal.add(entry);
    run.onEnd(entry, entry.status);
  };
  const refuse = (id: string, findings: readonly Diagnostic[]) => {
    ids.add(id);
    end({ id, status: 'failed', outputs: [], findings });
  };

  /** The job for a report, if there is something to be done. */
  const plan = async (one: Found): Promise<Job | undefined> => {
    const { id, input, report, problems } = one;
    if (ids.has(id)) return void refuse(one.place, [sameId(one)]);
    if (input === undefined) return void refuse(id, problems);
    const names = run.namer(factsOf(id, report));
    const key = names && sameFile(names.pdf);
    const other = key === undefined ? undefined : named.get(key);
    if (names && other !== undefined) return void refuse(id, [sameName(names.pdf, other)]);
    if (key !== undefined) named.set(key, id);
    ids.add(id);
    const hash = run.hash(input);
    if (await isSettled(journal.known(id), hash, names, run)) {
      const entry = journal.keep(id);
      return void run.onEnd(entry, entry.status === 'done' ? 'kept' : 'failed');
    }
    inputs.set(id, hash);
    // Without a name it is only seen what else is wrong.
    return names ? { input, formats, names } : { input, formats: [], names: {} };
  };
  async function* jobs(): AsyncGenerator<Job> {
    for await (const one of found) {
      const job = await plan(one);
      if (job) yield job;
    }
  }

  for await (const { id, ok, outputs, findings, milliseconds } of run.execute(jobs())) {
    const input = inputs.get(id);
    inputs.delete(id);
    const isNameless = ok && outputs.length === 0;
    end({
      id,
      ...(input !== undefined && { input }),
      status: ok && !isNameless ? 'done' : 'failed',
      outputs,
      findings: isNameless ? [...findings, noName()] : findings,
      ...(milliseconds !== undefined && { milliseconds }),
    });
  }
  journal.finish(ids);
}
