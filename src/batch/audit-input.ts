import type { BatchInput } from './task.js';

/** A report in a file, which a thread reads. */
export interface FileInput {
  /** Identifies its results; the path, as a rule. */
  readonly id: string;
  /** Its path, which results call it by. */
  readonly file: string;
}

/** A report as the bytes of a file of any kind. */
export interface BytesInput {
  /** What results call it; names a kind of file by its extension. */
  readonly id: string;
  /** The content of the file. */
  readonly bytes: Uint8Array;
  /** The file's name, for messages. */
  readonly name: string;
}

/** A report to be audited: a file, its bytes, the text of a JSON or YAML file, or a value. */
export type AuditInput = FileInput | BytesInput | BatchInput;

/** The name by which messages call an input. */
export function nameOf(input: AuditInput): string {
  if ('file' in input) return input.file;
  return 'name' in input ? input.name : input.id;
}
