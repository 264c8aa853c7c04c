import type { ListedAgency } from '../agencies/listed-agency.js';
import type { AuditItem, UnreadInput } from '../audit/audit.js';
import type { AuditedReport } from '../audit/audited-report.js';
import { ruleTotals } from '../audit/rule-totals.js';
import { type Outcome, summarise } from '../audit/summarise.js';
import { unpackValue } from '../host/packed-value.js';
import { openScratch, type Scratch } from '../host/scratch.js';
import type { TextOptions } from '../index.js';
import type { CheckResult, CheckTask } from './audit-check-task.js';
import { type AuditInput, nameOf } from './audit-input.js';
import { type AuditPlan, planAudit, type ReadEntry } from './audit-plan.js';
import type { ReadResult, ReadTask } from './audit-read-task.js';
import { inFlight } from './in-flight.js';
import { type PoolOptions, startThreads, type Threads } from './threads.js';

type Inputs = Iterable<AuditInput> | AsyncIterable<AuditInput>;

/** How reports are audited. */
export interface AuditOptions extends TextOptions, Omit<PoolOptions, 'look'> {
  /** Who has to report, what each was called before, and to whom it belongs; see `parseAgencies`. */
  readonly agencies?: readonly ListedAgency[];
  /** The years to audit: who has no report of them is told, and reports of other years are only compared with. */
  readonly years?: readonly number[];
  /** Reports of earlier years that are only compared with. */
  readonly previous?: Inputs;
  /** Ends the threads and the audit. */
  readonly signal?: AbortSignal;
  /** Called once all are read, with the number of those that are to be checked. */
  readonly onPlan?: (reports: number) => void;
  /** Called when a report has been read, and when it has been checked. */
  readonly onStep?: (step: 'read' | 'checked', id: string, isDone: boolean) => void;
}

/** What an audit is done with. */
interface Means {
  readonly threads: Threads;
  readonly scratch: Scratch;
  readonly options: AuditOptions;
}

interface Given {
  readonly input: AuditInput;
  readonly isPrevious: boolean;
}

/** What is to be checked, and how many could not be read. */
interface Planned {
  readonly plan: AuditPlan;
  readonly unread: number;
}

/** The reports of an audit, and those that they are only compared with. */
async function* allOf(inputs: Inputs, previous: Inputs): AsyncGenerator<Given> {
  for await (const input of inputs) yield { input, isPrevious: false };
  for await (const input of previous) yield { input, isPrevious: true };
}

type ReadOne = { readonly entry: ReadEntry } | { readonly unread: UnreadInput };

async function readOne({ input, isPrevious }: Given, { threads, scratch, options }: Means): Promise<ReadOne> {
  const { id } = input;
  const task: ReadTask = { input, folder: scratch.folder };
  const result = await threads.call<ReadResult>('auditRead', task);
  options.onStep?.('read', id, result.ok);
  if (!result.ok) return { unread: { id, findings: result.findings } };
  const { facts, aside } = result;
  const isOther = options.years?.includes(facts.year) === false;
  return { entry: { id, name: nameOf(input), aside, isPrevious: isPrevious || isOther, facts } };
}

/** Does work on as many items at once as there are threads, and a few more that wait for one. */
const onThreads = <T, R>(items: Iterable<T> | AsyncIterable<T>, work: (item: T) => Promise<R>, means: Means) =>
  inFlight(items, 2 * means.threads.jobs, work, means.options.signal);

/** Checks what was read, and sums up. */
async function* checkAll({ tasks, series }: AuditPlan, unreadBefore: number, means: Means): AsyncGenerator<AuditItem> {
  const { agencies = [], years, onStep, onPlan } = means.options;
  onPlan?.(tasks.length);
  const outcomes = new Map<string, Outcome>();
  const totals = ruleTotals();
  let unread = unreadBefore;
  const check = async (task: CheckTask) => {
    const result = await means.threads.call<CheckResult>('auditCheck', task);
    onStep?.('checked', task.id, result.ok);
    return { id: task.id, result };
  };
  for await (const { id, result } of onThreads(tasks, check, means)) {
    if (result.ok) {
      const { audited, edition, grade, counts, rules: held } = result;
      outcomes.set(id, { grade, counts });
      totals.add(edition, held);
      yield {
        kind: 'report',
        get report() {
          return unpackValue<AuditedReport>(audited);
        },
      };
    } else {
      unread += 1;
      yield { kind: 'unread', id, findings: result.findings };
    }
  }
  const rules = totals.all();
  const hasList = agencies.length > 0;
  yield { kind: 'summary', summary: summarise({ series, hasList, years, outcomes, rules, unread }) };
}

/** Reads all, which tells what each is to be compared with. */
async function* planned(inputs: Inputs, means: Means): AsyncGenerator<AuditItem, Planned> {
  const { previous = [], agencies = [] } = means.options;
  const entries: ReadEntry[] = [];
  let unread = 0;
  for await (const read of onThreads(allOf(inputs, previous), (one) => readOne(one, means), means)) {
    if ('entry' in read) entries.push(read.entry);
    else {
      unread += 1;
      yield { kind: 'unread', ...read.unread };
    }
  }
  return { plan: planAudit(entries, agencies), unread };
}

/** Reads all, and then checks each. */
async function* audited(inputs: Inputs, means: Means): AsyncGenerator<AuditItem> {
  const { plan, unread } = yield* planned(inputs, means);
  yield* checkAll(plan, unread, means);
}

/**
 * Audits many reports on threads: any kinds of files, any years. Each is checked by every rule with the report of the same agency and the
 * year before, however its name is spelled; its texts are compared with those of other agencies and of earlier years; what was handed
 * in twice and what was not handed in is told in the summary, which comes last. Reports come in the order in which they are done;
 * `auditOf` gathers and orders them. Little of each report is kept in memory: meanwhile they lie compressed in a temporary folder, which
 * is removed when the audit ends or is left.
 *
 * @throws the signal's reason if it is aborted, and what the inputs throw; `file/unwritable` and `file/no-space` if there is no temporary
 *   folder. Problems of a report, and what befalls its thread, are told of that report
 */
export async function* auditReports(inputs: Inputs, options: AuditOptions = {}): AsyncGenerator<AuditItem> {
  const { jobs, memory, timeout, agencies, years, previous, signal, onStep, onPlan, ...look } = options;
  const threads = startThreads({
    look,
    ...(jobs !== undefined && { jobs }),
    ...(memory !== undefined && { memory }),
    ...(timeout !== undefined && { timeout }),
  });
  const scratch = openScratch();
  try {
    yield* audited(inputs, { threads, scratch, options });
  } finally {
    await threads.close();
    await scratch.remove();
  }
}
