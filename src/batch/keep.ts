import { type Diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import type { FormatId } from '../index.js';
import { measure, type Store, type Stored } from './store.js';
import type { Failed, Rendered, RenderedFile } from './task.js';

/** What the file of each format is to be called in a store. */
export type FileNames = { readonly [F in FormatId]?: string };

/** A file that was made and kept. */
export interface Output extends Stored {
  readonly format: FormatId;
  readonly name: string;
}

/** What has become of the files of a report. */
export type Kept =
  | Failed
  | {
      readonly ok: true;
      /** In the order of the formats that were asked for. */
      readonly outputs: readonly Output[];
      readonly findings: readonly Diagnostic[];
      readonly milliseconds: number;
    };

async function keepOne({ format, bytes }: RenderedFile, names: FileNames, store: Store): Promise<Output> {
  const name = names[format];
  if (name === undefined) throw new Error(`the job has no name for its ${format}`);
  // Before the bytes leave: what is kept is compared with this later.
  const stored = measure(bytes);
  await store.put(name, bytes);
  return { format, name, ...stored };
}

/**
 * Puts the files of a report into a store.
 *
 * @throws what the store throws besides a `ReportError`
 */
export async function keepFiles(rendered: Rendered, names: FileNames, store: Store): Promise<Kept> {
  if (!rendered.ok) return rendered;
  const { files, findings, milliseconds } = rendered;
  try {
    const outputs: Output[] = [];
    for (const file of files) outputs.push(await keepOne(file, names, store));
    return { ok: true, outputs, findings, milliseconds };
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return { ok: false, findings: [...findings, ...error.diagnostics], milliseconds };
  }
}
