import type { Job, JobResult } from '../../batch/index.js';
import { type Diagnostic, ReportError } from '../../index.js';
import { noName } from './batch-faults.js';
import type { FoundReport } from './find-reports.js';
import type { Entry } from './manifest.js';
import { createPlanner, type PlanOptions } from './planner.js';

/** Does jobs and returns their results, in any order. It takes a job only when it can soon start it. */
export type RunJobs = (jobs: AsyncIterable<Job>) => AsyncIterable<JobResult>;

/** What became of a report: made, failed now or before, or unchanged since it was made before. */
export type Outcome = Entry['status'] | 'unchanged';

export interface BatchRun extends PlanOptions {
  readonly runJobs: RunJobs;
  readonly onEnd: (entry: Entry, outcome: Outcome) => void;
}

/** The manifest entry for a result. A job without names has no outputs even if nothing else is wrong. */
function entryOf({ id, ok, outputs, findings, milliseconds }: JobResult, input: string | undefined): Entry {
  const isNameless = ok && outputs.length === 0;
  return {
    id,
    ...(input !== undefined && { input }),
    status: ok && !isNameless ? 'done' : 'failed',
    outputs,
    findings: isNameless ? [...findings, noName()] : findings,
    ...(milliseconds !== undefined && { milliseconds }),
  };
}

/** A full disk ends the run: every other report would fail as well. */
function throwIfFull(findings: readonly Diagnostic[]): void {
  const full = findings.find(({ code }) => code === 'file/no-space');
  if (full) throw new ReportError([full]);
}

/**
 * Does what is left of a batch, and writes journal and manifest.
 *
 * @throws ReportError if nothing more can be written; what is done so far stays in the journal
 */
export async function runBatch(found: AsyncIterable<FoundReport>, run: BatchRun): Promise<void> {
  const { journal, onEnd } = run;
  const planner = createPlanner(run);
  /** Of unfinished jobs, the hashes of their inputs and what they were found as. */
  const started = new Map<string, { readonly input: string; readonly report: FoundReport }>();

  const add = (entry: Entry) => {
    throwIfFull(entry.findings);
    journal.add(entry);
    onEnd(entry, entry.status);
  };
  async function* jobs(): AsyncGenerator<Job> {
    for await (const report of found) {
      const plan = await planner.plan(report);
      if (plan.kind === 'refuse') add({ id: plan.id, status: 'failed', outputs: [], findings: plan.findings });
      else if (plan.kind === 'carry-over') {
        const entry = journal.carryOver(plan.id);
        onEnd(entry, entry.status === 'done' ? 'unchanged' : 'failed');
      } else {
        started.set(plan.job.input.id, { input: plan.input, report });
        yield plan.job;
      }
    }
  }

  for await (const result of run.runJobs(jobs())) {
    const job = started.get(result.id);
    const { locate, losses = [] } = job?.report ?? {};
    const findings = [...losses, ...(locate?.(result.findings) ?? result.findings)];
    add(entryOf({ ...result, findings }, job?.input));
    started.delete(result.id);
  }
  journal.finish(planner.ids);
}
