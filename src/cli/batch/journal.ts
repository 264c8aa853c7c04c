import { join } from 'node:path';
import { checkedLine, textOf, textRange } from '../../host/checked-line.js';
import { kindAt } from '../../host/destination.js';
import { type LineRange, type LineWriter, openLineWriter, readLine, writeLines } from '../../host/line-file.js';
import { linesOfRegular } from '../../host/stream-lines.js';
import { jsonText } from '../json-text.js';
import { type Entry, type EntrySummary, MANIFEST, summarize } from './manifest.js';

/**
 * The journal of a folder: the entries of an unfinished run, in the order in which they were added, each with a checksum before it.
 * The manifest is made from it at the end. If there is a journal at the start, the last run was interrupted.
 */
export interface Journal {
  /** Whether it continues an interrupted run. */
  readonly isResumed: boolean;
  /** The earlier result of a report, if there is one. */
  readonly before: (id: string) => EntrySummary | undefined;
  /** @throws ReportError `file/unwritable`, `file/no-space`; what `confirm` throws */
  readonly add: (entry: Entry) => void;
  /** Takes over the earlier result of a report, which there must be. */
  readonly carryOver: (id: string) => Entry;
  /** Writes the manifest, with these reports in this order. */
  readonly finish: (ids: Iterable<string>) => void;
}

/** Its file, whose name is ours alone. */
export const JOURNAL = '.nianbao-batch.jsonl';

/** The entries of a file, by the ids of the reports. */
type Entries = Map<string, { readonly summary: EntrySummary; readonly range: LineRange }>;

/** Entries, and what reads one. */
interface Ledger {
  readonly entries: Entries;
  readonly read: (range: LineRange) => Buffer;
}

/** A line of the manifest; undefined if it is none. */
function entryIn(text: Buffer | undefined): Entry | undefined {
  try {
    return text && (JSON.parse(text.toString('utf8')) as Entry);
  } catch {
    return undefined;
  }
}

/** Reads a file of entries, of several for one report the last. A line that is not whole, or not as it was written, does not count. */
async function readLedger(path: string, isChecked: boolean): Promise<Ledger> {
  const entries: Entries = new Map();
  const ledger: Ledger = { entries, read: (range) => readLine(path, range) };
  if (kindAt(path) === 'nothing') return ledger;
  for await (const { bytes, offset } of linesOfRegular(path)) {
    const entry = entryIn(isChecked ? textOf(bytes) : bytes);
    const line = { offset, length: bytes.length };
    if (entry) entries.set(entry.id, { summary: summarize(entry), range: isChecked ? textRange(line) : line });
  }
  return ledger;
}

function textFrom({ entries, read }: Ledger, id: string): Buffer {
  const entry = entries.get(id);
  if (entry === undefined) throw new Error(`there is no entry for ${id}`);
  return read(entry.range);
}

function* textsOf(ledger: Ledger, ids: Iterable<string>): Generator<Buffer> {
  for (const id of ids) {
    if (ledger.entries.has(id)) yield textFrom(ledger, id);
  }
}

/**
 * The journal of this run, with what an interrupted one has left in it. It is a new file: a run that has lost the folder, and does not
 * know it yet, goes on writing into the old one.
 */
function beginJournal(
  path: string,
  left: Ledger,
  confirm: () => void,
): { readonly writer: LineWriter; readonly done: Ledger } {
  const entries: Entries = new Map();
  function* lines(): Generator<Buffer> {
    let offset = 0;
    for (const [id, { summary }] of left.entries) {
      const line = checkedLine(textFrom(left, id));
      entries.set(id, { summary, range: textRange({ offset, length: line.length }) });
      offset += line.length + 1;
      yield line;
    }
  }
  writeLines(path, lines(), confirm);
  const writer = openLineWriter(path);
  return { writer, done: { entries, read: writer.read } };
}

/**
 * Opens the journal of a folder, or begins one.
 *
 * @param usesManifest whether results of the last finished run count as well
 * @param confirm throws if the folder is no longer ours; called before anything is written
 * @throws ReportError `file/unreadable`, `file/unwritable`, `file/no-space`
 */
export async function openJournal(folder: string, usesManifest: boolean, confirm: () => void): Promise<Journal> {
  const [path, manifest] = [join(folder, JOURNAL), join(folder, MANIFEST)];
  const isResumed = kindAt(path) !== 'nothing';
  const left = await readLedger(path, true);
  const last: Ledger = usesManifest ? await readLedger(manifest, false) : { ...left, entries: new Map() };
  const { writer, done } = beginJournal(path, left, confirm);
  const append = (entry: Entry, text: Buffer) => {
    confirm();
    const range = textRange(writer.append(checkedLine(text)));
    done.entries.set(entry.id, { summary: summarize(entry), range });
  };
  return {
    isResumed,
    before: (id) => (done.entries.get(id) ?? last.entries.get(id))?.summary,
    add: (entry) => append(entry, Buffer.from(jsonText(entry))),
    carryOver: (id) => {
      const ledger = done.entries.has(id) ? done : last;
      const text = textFrom(ledger, id);
      const entry = JSON.parse(text.toString('utf8')) as Entry;
      if (ledger === last) append(entry, text);
      return entry;
    },
    finish: (ids) => {
      writeLines(manifest, textsOf(done, ids), confirm);
      writer.remove();
    },
  };
}
