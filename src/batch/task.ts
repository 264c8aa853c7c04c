import type { Diagnostic, FormatId, LookOptions, Path, ReportFile } from '../index.js';

/** A report as the text of a JSON or YAML file. */
export interface TextInput {
  /** Identifies its results; no other report of the batch may have the same. */
  readonly id: string;
  /** The text of a JSON or YAML file. */
  readonly text: string;
  /** The file's name, for messages; its extension tells JSON from YAML. */
  readonly name: string;
  /** The line of the file on which the text begins, if not the first. */
  readonly line?: number;
  /** The path to the report in the text, if it is only part of it. */
  readonly at?: Path;
}

/** A report as a value: what `parseReport` takes or returns. */
export interface ValueInput {
  /** What results call it. */
  readonly id: string;
  /** A report object of any shape; it is parsed by the thread. */
  readonly report: unknown;
}

/** A report of a batch. */
export type BatchInput = TextInput | ValueInput;

/** A report to be rendered: plain data that can be sent to a thread. */
export interface Task {
  /** The report. */
  readonly input: BatchInput;
  /** What to make of it. */
  readonly formats: readonly FormatId[];
  /** Replaces the look that the pool was created with. */
  readonly look?: LookOptions;
}

/** A finished file. */
export type RenderedFile = ReportFile;

/** The result of a task or job that has failed. */
export interface Failed {
  /** No file was made. */
  readonly ok: false;
  /** Why, with whatever else was found about the report. */
  readonly findings: readonly Diagnostic[];
  /** Time spent in the thread; unknown if the thread was killed. */
  readonly milliseconds?: number;
}

/** The files of a report. */
export interface RenderedFiles {
  readonly ok: true;
  /** The report's title, as printed. */
  readonly title: string;
  readonly files: readonly RenderedFile[];
  readonly findings: readonly Diagnostic[];
  /** Time spent in the thread. */
  readonly milliseconds: number;
}

/** The result of a task: all formats, or none. */
export type Rendered = Failed | RenderedFiles;
