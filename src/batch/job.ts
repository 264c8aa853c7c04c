import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { FileNames, Output } from './keep.js';
import type { Task } from './task.js';

/** A report to be rendered and kept: plain data. */
export interface Job extends Task {
  /** One for each of the task's formats. */
  readonly names: FileNames;
}

/** A job whose files the thread itself puts into a folder. */
export interface FolderJob extends Job {
  /** Where the files are written. */
  readonly folder: string;
}

/** The result of a job. */
export interface JobResult {
  /** The report, as the job names it. */
  readonly id: string;
  /** Whether its files were made and kept. */
  readonly ok: boolean;
  /** In the order of the job's formats; none if it failed. */
  readonly outputs: readonly Output[];
  /** What was found about the report, or why it failed. */
  readonly findings: readonly Diagnostic[];
  /** Time spent in the thread; unknown if the thread was killed. */
  readonly milliseconds?: number;
}
