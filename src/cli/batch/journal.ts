import {
  appendFileSync,
  closeSync,
  createReadStream,
  existsSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import type { JobResult, Output } from '../../batch/index.js';
import { TEMPORARY, unwritable } from '../../batch/store.js';
import { isTransient } from '../../diagnostics/diagnostic.js';
import { linesOf } from './stream-lines.js';

/**
 * The manifest of a folder, and the journal that stands for it while a run is under way. Both have one line for each report; the
 * journal in the order in which they were done, the manifest in that of the inputs. A journal that is there is of a run that did
 * not come to its end.
 */

/** A line of the manifest. */
export interface Entry extends Omit<JobResult, 'ok'> {
  /** SHA-256 of all that the files were made from; not there if the input could not be read. */
  readonly input?: string;
  readonly status: 'done' | 'failed';
}

/** What is kept of an entry in memory. */
export interface Known {
  readonly input: string | undefined;
  readonly status: Entry['status'];
  readonly outputs: readonly Omit<Output, 'format'>[];
  /** It failed for a reason that may not be there next time. */
  readonly isTransient: boolean;
}

/** Where a line stands in its file. */
interface At {
  readonly offset: number;
  readonly length: number;
}

export interface Journal {
  /** It goes on with a run that was broken off. */
  readonly isResumed: boolean;
  /** What came of a report before. */
  readonly known: (id: string) => Known | undefined;
  readonly add: (entry: Entry) => void;
  /** What came of a report before, which `known` has, stands. */
  readonly keep: (id: string) => Entry;
  /** Makes the manifest, with these reports in this order. */
  readonly finish: (ids: Iterable<string>) => void;
}

const JOURNAL = '.nianbao-batch.jsonl';
export const MANIFEST = 'manifest.jsonl';
const NEWLINE = Buffer.from('\n');

const toKnown = ({ input, status, outputs, findings }: Entry): Known => ({
  input,
  status,
  outputs: outputs.map(({ name, size, sha256 }) => ({ name, size, sha256 })),
  isTransient: findings.some(isTransient),
});

interface Ledger {
  readonly path: string;
  readonly entries: Map<string, { readonly known: Known; readonly at: At }>;
}

/** The entries of a file, of several of one report the last. A line that was not finished when the run was killed is none. */
async function readLedger(path: string): Promise<Ledger> {
  const entries: Ledger['entries'] = new Map();
  if (!existsSync(path)) return { path, entries };
  for await (const { bytes, offset } of linesOf(createReadStream(path))) {
    try {
      const entry = JSON.parse(bytes.toString('utf8')) as Entry;
      entries.set(entry.id, { known: toKnown(entry), at: { offset, length: bytes.length } });
    } catch {}
  }
  return { path, entries };
}

/** Does something with an open file, and closes it whatever happens. */
function withFile<T>(path: string, flags: string, work: (file: number) => T): T {
  const file = openSync(path, flags);
  try {
    return work(file);
  } finally {
    closeSync(file);
  }
}

function readAt(file: number, { offset, length }: At): Buffer {
  const bytes = Buffer.alloc(length);
  readSync(file, bytes, 0, length, offset);
  return bytes;
}

function lineOf({ path, entries }: Ledger, id: string): Buffer {
  const entry = entries.get(id);
  if (entry === undefined) throw new Error(`nothing is known of ${id}`);
  return withFile(path, 'r', (file) => readAt(file, entry.at));
}

/** A folder's journal as it grows. */
interface Books {
  readonly folder: string;
  readonly path: string;
  /** Open at its end, for as long as lines are added. */
  readonly file: number;
  readonly done: Ledger;
  /** The length of the journal; lines are added at its end. */
  size: number;
}

function append(books: Books, id: string, known: Known, line: Buffer): void {
  try {
    appendFileSync(books.file, Buffer.concat([line, NEWLINE]));
  } catch (error) {
    throw unwritable(books.path, error);
  }
  books.done.entries.set(id, { known, at: { offset: books.size, length: line.length } });
  books.size += line.length + NEWLINE.length;
}

function finish({ folder, path, file, done }: Books, ids: Iterable<string>): void {
  const manifest = join(folder, MANIFEST);
  const temporary = join(folder, `${TEMPORARY}manifest`);
  try {
    closeSync(file);
    withFile(path, 'r', (from) =>
      withFile(temporary, 'w', (to) => {
        for (const id of ids) {
          const entry = done.entries.get(id);
          if (entry) appendFileSync(to, Buffer.concat([readAt(from, entry.at), NEWLINE]));
        }
      }),
    );
    renameSync(temporary, manifest);
    rmSync(path);
  } catch (error) {
    throw unwritable(manifest, error);
  }
}

function journalOf(books: Books, before: Ledger, isResumed: boolean): Journal {
  const { done } = books;
  return {
    isResumed,
    known: (id) => (done.entries.get(id) ?? before.entries.get(id))?.known,
    add: (entry) => append(books, entry.id, toKnown(entry), Buffer.from(JSON.stringify(entry))),
    keep: (id) => {
      const ledger = done.entries.has(id) ? done : before;
      const line = lineOf(ledger, id);
      const entry = JSON.parse(line.toString('utf8')) as Entry;
      if (ledger === before) append(books, id, toKnown(entry), line);
      return entry;
    },
    finish: (ids) => finish(books, ids),
  };
}

/**
 * Opens the journal of a folder, or begins one.
 *
 * @param goesByManifest what the last whole run has made counts as well
 * @throws ReportError `file/unwritable`, `file/no-space`, as do its functions
 */
export async function openJournal(folder: string, goesByManifest: boolean): Promise<Journal> {
  const path = join(folder, JOURNAL);
  const isResumed = existsSync(path);
  try {
    const done = await readLedger(path);
    const before = goesByManifest ? await readLedger(join(folder, MANIFEST)) : { path: '', entries: new Map() };
    const file = openSync(path, 'a');
    // The last line may lack its end.
    appendFileSync(file, isResumed ? NEWLINE : '');
    return journalOf({ folder, path, file, done, size: statSync(path).size }, before, isResumed);
  } catch (error) {
    throw unwritable(path, error);
  }
}
