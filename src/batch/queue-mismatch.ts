import { type Diagnostic, diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { type Allowed, jobFaults } from './job-limits.js';
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

type Difference = Pick<Diagnostic, 'found' | 'expected' | 'hint'>;

function differenceOf(queued: QueuedJob, { input, store }: JobFingerprint): Difference | undefined {
  if (queued.store !== store) {
    return {
      found: '另一个输出位置',
      expected: '与批量生成相同的共享文件夹或 S3 位置',
      hint: '两边的 -o 要指同一处；共享文件夹要已挂载',
    };
  }
  if (queued.input !== input && queued.job.look.forms) {
    return {
      found: '内容不同的报告格式、字体或模板',
      expected: `两边内容相同的报告格式 ${queued.job.look.forms.join('、')}、字体和模板`,
      hint: '用 --form 给 worker 同样的报告格式，把字体和模板放到各台机器的同一路径，再重新启动 worker',
    };
  }
  if (queued.input !== input) {
    return {
      found: '内容不同的字体或模板',
      expected: '两边内容相同的字体和模板',
      hint: '把字体和模板放到各台机器的同一路径，再重新启动 worker',
    };
  }
  return undefined;
}

function mismatch(name: string, difference: Difference): Diagnostic {
  return diagnostic('queue/mismatch', { message: `worker ${name} 与发起批量生成的机器不一致`, ...difference });
}

/** Why this machine cannot do a job, or may not: `queue/mismatch`, names that no report has, files that it cannot read. Empty if it can. */
export async function mismatches(
  queued: QueuedJob,
  { name, version, fingerprint, allowed }: Machine,
): Promise<readonly Diagnostic[]> {
  if (queued.version !== version) {
    const difference = {
      found: `nianbao ${version}`,
      expected: `nianbao ${queued.version}`,
      hint: '在各台机器上安装同一版本，再重新启动 worker',
    };
    return [mismatch(name, difference)];
  }
  // Before anything that it names is opened.
  const faults = jobFaults(queued.job, allowed);
  if (faults.length > 0) return faults;
  try {
    const difference = differenceOf(queued, await fingerprint(queued.job));
    return difference ? [mismatch(name, difference)] : [];
  } catch (error) {
    if (error instanceof ReportError) return error.diagnostics;
    throw error;
  }
}
