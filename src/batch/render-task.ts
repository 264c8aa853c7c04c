import { makeFiles } from '../make-files.js';
import { findingsOf } from './error-findings.js';
import { readInput } from './read-input.js';
import type { Failed, RenderedFiles, Task } from './task.js';

type Untimed = Failed | Omit<RenderedFiles, 'milliseconds'>;

/** Reads, checks and renders a report in the current thread. All problems are returned as findings. */
export async function renderTask(task: Task): Promise<Untimed> {
  const { look = {} } = task;
  try {
    const { report, locate, findings } = readInput(task.input, look);
    try {
      const made = await makeFiles(report, task.formats, look);
      return { ok: true, ...made, findings: [...findings, ...locate(made.findings)] };
    } catch (error) {
      return { ok: false, findings: [...findings, ...locate(findingsOf(error))] };
    }
  } catch (error) {
    return { ok: false, findings: findingsOf(error) };
  }
}
