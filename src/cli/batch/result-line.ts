import type { JobResult } from '../../batch/index.js';
import { inLine } from '../../diagnostics/problem-text.js';
import { stops } from '../../index.js';
import type { Outcome } from './run-batch.js';

/** A line for programs, its parts separated by tabs: the outcome, the id, and the files, or the codes if the report failed. */
export function resultLine({ id, outputs, findings }: Omit<JobResult, 'ok'>, outcome: Outcome): string {
  const codes = new Set(findings.filter(stops).map(({ code }) => code));
  return [outcome, id, ...(outcome === 'failed' ? codes : outputs.map(({ name }) => name))].map(inLine).join('\t');
}
