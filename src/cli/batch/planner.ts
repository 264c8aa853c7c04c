import type { Job, Store, TextInput } from '../../batch/index.js';
import type { Diagnostic, FormatId } from '../../index.js';
import { sameFile } from '../file-key.js';
import { sameId, sameName } from './batch-faults.js';
import { factsOf } from './facts.js';
import type { Namer, Names } from './file-names.js';
import type { FoundReport } from './find-reports.js';
import type { Journal } from './journal.js';
import type { EntrySummary } from './manifest.js';
import type { TakenNames } from './taken-names.js';

/** What the plan for a report depends on. */
export interface PlanOptions {
  readonly formats: readonly FormatId[];
  readonly namer: Namer;
  readonly hash: (input: TextInput) => string;
  readonly journal: Journal;
  readonly store: Store;
  readonly taken: TakenNames;
}

/** What is to be done with a report: refuse it, take over its earlier result, or do its job. */
export type Plan =
  | { readonly kind: 'refuse'; readonly id: string; readonly findings: readonly Diagnostic[] }
  | { readonly kind: 'carry-over'; readonly id: string }
  | { readonly kind: 'do'; readonly job: Job; readonly input: string };

/** Plans reports in the order of the inputs, so that of two with the same name it is always the second that is refused. */
export interface Planner {
  readonly plan: (found: FoundReport) => Promise<Plan>;
  /** The ids of all reports so far, in order. */
  readonly ids: ReadonlySet<string>;
}

/** Whether a store still holds files as they were made. */
export async function areIntact(outputs: EntrySummary['outputs'], store: Store): Promise<boolean> {
  for (const { name, size, sha256 } of outputs) {
    const stored = await store.stat(name);
    if (stored?.size !== size || stored.sha256 !== sha256) return false;
  }
  return true;
}

/** Whether there is nothing to do: the same input gave these files, or failed and would fail again. */
async function isSettled(
  before: EntrySummary | undefined,
  input: string,
  names: Names | undefined,
  { formats, store }: PlanOptions,
): Promise<boolean> {
  if (before?.input !== input) return false;
  if (before.status === 'failed') return !before.isTransient;
  const isSameName = formats.every((format, i) => before.outputs[i]?.name === names?.[format]);
  return isSameName && (await areIntact(before.outputs, store));
}

export function createPlanner(options: PlanOptions): Planner {
  const { formats, namer, hash, journal } = options;
  const ids = new Set<string>();
  /** Ids by the names of their files. */
  const named = new Map<string, string>();
  const refuse = (id: string, findings: readonly Diagnostic[]): Plan => {
    ids.add(id);
    return { kind: 'refuse', id, findings };
  };
  const plan: Planner['plan'] = async (found) => {
    const { id, input, report, problems } = found;
    if (ids.has(id)) return refuse(found.place, [sameId(found)]);
    if (input === undefined) return refuse(id, problems);
    const names = namer(factsOf(id, report));
    const key = names && sameFile(names.pdf);
    const other = key === undefined ? undefined : named.get(key);
    if (names && other !== undefined) return refuse(id, [sameName(names.pdf, other)]);
    if (key !== undefined) named.set(key, id);
    ids.add(id);
    const hashed = hash(input);
    if (await isSettled(journal.before(id), hashed, names, options)) return { kind: 'carry-over', id };
    const taken = names ? await options.taken(formats.map((format) => names[format])) : [];
    if (taken.length > 0) return { kind: 'refuse', id, findings: taken };
    // A report without names is only read and checked, so that its other problems are reported too.
    const job: Job = names ? { input, formats, names } : { input, formats: [], names: {} };
    return { kind: 'do', job, input: hashed };
  };
  return { plan, ids };
}
