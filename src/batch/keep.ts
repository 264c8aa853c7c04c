import { type Diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import type { FormatId, SealPlace } from '../index.js';
import { digestOf, type Store, type Stored } from './store.js';
import type { Failed, Rendered, RenderedFile } from './task.js';

/** The name under which a store keeps the file of each format. */
export type FileNames = { readonly [F in FormatId]?: string };

/** A file that has been rendered and kept. */
export interface Output extends Stored {
  /** What was made. */
  readonly format: FormatId;
  /** Its name in the store. */
  readonly name: string;
  /** Where a signing service is to put the seal, if room was asked for. */
  readonly sealPlace?: SealPlace;
}

/** The result of keeping a report's files. */
export type Kept =
  | Failed
  | {
      /** All files were made and kept. */
      readonly ok: true;
      /** In the order of the formats that were asked for. */
      readonly outputs: readonly Output[];
      /** What was found about the report; none of it stops it. */
      readonly findings: readonly Diagnostic[];
      /** How long a thread worked on it. */
      readonly milliseconds: number;
    };

async function keepFile({ format, bytes, sealPlace }: RenderedFile, names: FileNames, store: Store): Promise<Output> {
  const name = names[format];
  if (name === undefined) throw new Error(`the job has no name for its ${format}`);
  // Computed before the bytes leave, so that it shows whether the stored file is intact.
  const digest = digestOf(bytes);
  await store.put(name, bytes);
  return { format, name, ...digest, ...(sealPlace && { sealPlace }) };
}

/**
 * Puts the files of a rendered report into a store.
 *
 * @throws anything but a `ReportError` that the store throws; a `ReportError` makes the report fail
 */
export async function keepFiles(rendered: Rendered, names: FileNames, store: Store): Promise<Kept> {
  if (!rendered.ok) return rendered;
  const { files, findings, milliseconds } = rendered;
  try {
    const outputs: Output[] = [];
    for (const file of files) outputs.push(await keepFile(file, names, store));
    return { ok: true, outputs, findings, milliseconds };
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return { ok: false, findings: [...findings, ...error.diagnostics], milliseconds };
  }
}
