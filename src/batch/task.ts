import type { Diagnostic, FormatId, LookOptions, Path } from '../index.js';

/** A report as text of a JSON or YAML file. */
export interface TextInput {
  /** What its results are told by; of no other report of the batch. */
  readonly id: string;
  readonly text: string;
  /** The file's name, for messages; `.yaml` and `.yml` say what it is. */
  readonly name: string;
  /** The line of that file that the text begins on, if not the first. */
  readonly line?: number;
  /** What leads to the report in the text, if it is a part of it. */
  readonly at?: Path;
}

/** A report as a value: what `parseReport` takes, or has given. */
export interface ValueInput {
  readonly id: string;
  readonly report: unknown;
}

/** A report of a batch. */
export type BatchInput = TextInput | ValueInput;

/** What a thread is told: plain data. */
export interface Task {
  readonly input: BatchInput;
  readonly formats: readonly FormatId[];
  /** Instead of the look that the pool was made with. */
  readonly look?: LookOptions;
}

/** A file that was made. */
export interface RenderedFile {
  readonly format: FormatId;
  readonly bytes: Uint8Array;
}

/** Nothing has come of a task. */
export interface Failed {
  readonly ok: false;
  readonly findings: readonly Diagnostic[];
  /** Not known if the thread did not live to tell. */
  readonly milliseconds?: number;
}

/** What a thread gives back: every format, or none. */
export type Rendered =
  | Failed
  | {
      readonly ok: true;
      /** The report's title, as printed. */
      readonly title: string;
      readonly files: readonly RenderedFile[];
      readonly findings: readonly Diagnostic[];
      /** How long the thread was at it. */
      readonly milliseconds: number;
    };
