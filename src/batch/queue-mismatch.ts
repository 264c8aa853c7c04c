import { type Diagnostic, diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { valueAt } from '../table/cells.js';
import { type Allowed, jobFaults } from './job-limits.js';
import { strangeJob } from './job-shape.js';
import type { EncodedJob, JobFingerprint, QueuedJob } from './queue-job.js';

/** What jobs of a queue are compared with: a machine that differs would make other files, or put them elsewhere. */
export interface Machine {
  /** The machine's name in findings. */
  readonly name: string;
  readonly version: string;
  /** The fingerprint that a job has on this machine. */
  readonly fingerprint: (job: EncodedJob) => Promise<JobFingerprint>;
  /** What a job may name of its files. */
  readonly allowed: Allowed;
}

function differenceOf(queued: QueuedJob, { input, store }: JobFingerprint, worker: string): Diagnostic | undefined {
  if (queued.store !== store) return diagnostic('queue/mismatch', { cause: 'output', worker });
  if (queued.input === input) return undefined;
  return diagnostic('queue/mismatch', { cause: 'input', worker, all: queued.job.look.forms ?? [] });
}

/** Why this machine cannot do a job, or may not: `queue/mismatch` for one that differs or is no job, names that no report has, files that it cannot read. Empty if it can. */
export async function mismatches(
  queued: QueuedJob,
  { name, version, fingerprint, allowed }: Machine,
): Promise<readonly Diagnostic[]> {
  const wanted = valueAt(queued, ['version']);
  if (typeof wanted === 'string' && wanted !== version) {
    const versions = { given: version, wanted };
    return [diagnostic('queue/mismatch', { cause: 'version', worker: name, ...versions })];
  }
  const strange = strangeJob(queued);
  if (strange !== undefined) return [strange];
  // Before anything that it names is opened.
  const faults = jobFaults(queued.job, allowed);
  if (faults.length > 0) return faults;
  try {
    const difference = differenceOf(queued, await fingerprint(queued.job), name);
    return difference ? [difference] : [];
  } catch (error) {
    if (error instanceof ReportError) return error.diagnostics;
    throw error;
  }
}
