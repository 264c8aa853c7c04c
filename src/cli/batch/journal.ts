import { join } from 'node:path';
import { exists } from '../../host/files.js';
import { type LineRange, type LineWriter, moveLines, openLineWriter, readLine } from '../../host/line-file.js';
import { linesOfFile } from '../../host/stream-lines.js';
import { type Entry, type EntrySummary, MANIFEST, summarize } from './manifest.js';

/**
 * The journal of a folder: the entries of an unfinished run, in the order in which they were added. The manifest is made from it at
 * the end. If there is a journal at the start, the last run was interrupted.
 */
export interface Journal {
  /** Whether it continues an interrupted run. */
  readonly isResumed: boolean;
  /** The earlier result of a report, if there is one. */
  readonly before: (id: string) => EntrySummary | undefined;
  /** @throws ReportError `file/unwritable`, `file/no-space` */
  readonly add: (entry: Entry) => void;
  /** Takes over the earlier result of a report, which there must be. */
  readonly carryOver: (id: string) => Entry;
  /** Writes the manifest, with these reports in this order. */
  readonly finish: (ids: Iterable<string>) => void;
}

/** Its file, whose name is ours alone. */
export const JOURNAL = '.nianbao-batch.jsonl';

/** The entries of a file, by the ids of the reports. */
interface Ledger {
  readonly path: string;
  readonly entries: Map<string, { readonly summary: EntrySummary; readonly range: LineRange }>;
}

/** Reads a file of entries, of several for one report the last. A line that a killed run left incomplete does not count. */
async function readLedger(path: string): Promise<Ledger> {
  const entries: Ledger['entries'] = new Map();
  if (!exists(path)) return { path, entries };
  for await (const { bytes, offset } of linesOfFile(path)) {
    try {
      const entry = JSON.parse(bytes.toString('utf8')) as Entry;
      entries.set(entry.id, { summary: summarize(entry), range: { offset, length: bytes.length } });
    } catch {}
  }
  return { path, entries };
}

function lineOf({ path, entries }: Ledger, id: string): Buffer {
  const entry = entries.get(id);
  if (entry === undefined) throw new Error(`there is no entry for ${id}`);
  return readLine(path, entry.range);
}

/**
 * @param done the entries of the journal, which grows with them
 * @param last the entries of the last finished run
 */
function journalOf(writer: LineWriter, done: Ledger, last: Ledger, isResumed: boolean, manifest: string): Journal {
  const append = (entry: Entry, line: Buffer) => {
    done.entries.set(entry.id, { summary: summarize(entry), range: writer.append(line) });
  };
  return {
    isResumed,
    before: (id) => (done.entries.get(id) ?? last.entries.get(id))?.summary,
    add: (entry) => append(entry, Buffer.from(JSON.stringify(entry))),
    carryOver: (id) => {
      const ledger = done.entries.has(id) ? done : last;
      const line = lineOf(ledger, id);
      const entry = JSON.parse(line.toString('utf8')) as Entry;
      if (ledger === last) append(entry, line);
      return entry;
    },
    finish: (ids) => {
      writer.close();
      const ranges = [...ids].flatMap((id) => done.entries.get(id)?.range ?? []);
      moveLines(done.path, ranges, manifest);
    },
  };
}

/**
 * Opens the journal of a folder, or begins one.
 *
 * @param usesManifest whether results of the last finished run count as well
 * @throws ReportError `file/unreadable`, `file/unwritable`, `file/no-space`
 */
export async function openJournal(folder: string, usesManifest: boolean): Promise<Journal> {
  const path = join(folder, JOURNAL);
  const manifest = join(folder, MANIFEST);
  const isResumed = exists(path);
  const done = await readLedger(path);
  const last: Ledger = usesManifest ? await readLedger(manifest) : { path: manifest, entries: new Map() };
  return journalOf(openLineWriter(path), done, last, isResumed, manifest);
}
