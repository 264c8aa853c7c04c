import type { PoolOptions } from '../batch/index.js';
import { numberOf, wholeNumberOf } from './numbers.js';

/** The values of `poolOptions` as they are typed. */
export interface PoolFlags {
  readonly jobs?: string;
  readonly timeout: string;
  readonly memory: string;
}

/** How many reports at once, if that is given. */
export function toJobs({ jobs }: PoolFlags): number | undefined {
  return jobs === undefined ? undefined : wholeNumberOf(jobs, '--jobs', 1, 1024);
}

/**
 * The pool that the flags describe.
 *
 * @throws ReportError `usage/argument`
 */
export function toPoolOptions(flags: PoolFlags): PoolOptions {
  const jobs = toJobs(flags);
  return {
    timeout: numberOf(flags.timeout, '--timeout', 0.1, 86_400),
    memory: wholeNumberOf(flags.memory, '--memory', 32, 1_048_576),
    ...(jobs !== undefined && { jobs }),
  };
}
