import type { JobResult } from '../../batch/index.js';
import { stops } from '../../index.js';
import type { Fate } from './run.js';

/** For programs: a line for each report that was made or failed, its parts between tabs: its files, or why there are none. */
export function resultLine({ id, outputs, findings }: Omit<JobResult, 'ok'>, fate: Fate): string {
  const codes = new Set(findings.filter(stops).map(({ code }) => code));
  return [fate, id, ...(fate === 'failed' ? codes : outputs.map(({ name }) => name))].join('\t');
}
