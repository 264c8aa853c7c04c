import type { JobResult, Output } from '../../batch/index.js';
import { isTransient } from '../../diagnostics/diagnostic.js';
import { beginningOf } from '../../host/line-file.js';

/** The file that lists the results of a batch, one line for each report in the order of the inputs. */
export const MANIFEST = 'manifest.jsonl';

/** A line of the manifest: the result of a report. */
export interface Entry extends Omit<JobResult, 'ok'> {
  /** SHA-256 of everything that the files were made from; missing if the input could not be read. */
  readonly input?: string;
  readonly status: 'done' | 'failed';
}

/** The part of an entry that stays in memory. */
export interface EntrySummary {
  readonly input: string | undefined;
  readonly status: Entry['status'];
  readonly outputs: readonly Omit<Output, 'format'>[];
  /** It failed for a transient reason: a retry may succeed. */
  readonly isTransient: boolean;
}

export function summarize({ input, status, outputs, findings }: Entry): EntrySummary {
  return {
    input,
    status,
    outputs: outputs.map(({ name, size, sha256 }) => ({ name, size, sha256 })),
    isTransient: findings.some(isTransient),
  };
}

/** How a manifest begins: the first keys of an entry, in the order in which they are written. */
const BEGINNING = /^\{"id":"(?:[^"\\]|\\.)*",(?:"input":"[0-9a-f]{64}",)?"status":"(?:done|failed)",/;

/** Whether a file holds what the manifest of a batch does. One of no reports is empty. */
export function isManifest(path: string): boolean {
  const beginning = beginningOf(path);
  return beginning === '' || (beginning !== undefined && BEGINNING.test(beginning));
}
