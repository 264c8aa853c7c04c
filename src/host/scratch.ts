import { closeSync, promises as fs, mkdtempSync, openSync, readSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packValue, unpackValue } from './packed-value.js';
import { unwritable } from './unwritable.js';

/** A folder for what a run puts aside, so that it need not keep it in memory. */
export interface Scratch {
  readonly folder: string;
  readonly remove: () => Promise<void>;
}

/**
 * Makes an empty folder among the temporary ones of the system.
 *
 * @throws ReportError `file/unwritable`, `file/no-space`
 */
export function openScratch(): Scratch {
  const above = join(tmpdir(), 'nianbao-');
  try {
    const folder = mkdtempSync(above);
    return {
      folder,
      remove: () => fs.rm(folder, { recursive: true, force: true }),
    };
  } catch (error) {
    throw unwritable(above, error);
  }
}

/** Where something was put aside: in which file, from which byte on, how many. */
export interface AsidePlace {
  readonly file: string;
  readonly from: number;
  readonly length: number;
}

/** The file of this thread. One for all that it puts aside: to make a file takes longer than to fill it. */
let own: { readonly folder: string; readonly file: string; readonly descriptor: number; end: number } | undefined;

function ownFile(folder: string): NonNullable<typeof own> {
  if (own?.folder === folder) return own;
  if (own) closeSync(own.descriptor);
  own = undefined;
  const file = join(mkdtempSync(join(folder, 'thread-')), 'aside');
  own = { folder, file, descriptor: openSync(file, 'wx', 0o600), end: 0 };
  return own;
}

/**
 * Puts plain data aside, packed: the folder may lie in memory.
 *
 * @throws ReportError `file/unwritable`, `file/no-space`
 */
export function putAside(folder: string, value: unknown): AsidePlace {
  try {
    const bytes = packValue(value);
    const to = ownFile(folder);
    const from = to.end;
    for (let done = 0; done < bytes.length; ) {
      done += writeSync(to.descriptor, bytes, done, bytes.length - done, from + done);
    }
    to.end += bytes.length;
    return { file: to.file, from, length: bytes.length };
  } catch (error) {
    throw unwritable(folder, error);
  }
}

/** What was put aside, by whichever thread. */
export function takeAside<T>({ file, from, length }: AsidePlace): T {
  const bytes = Buffer.allocUnsafe(length);
  const descriptor = openSync(file, 'r');
  try {
    for (let done = 0; done < length; ) {
      const read = readSync(descriptor, bytes, done, length - done, from + done);
      if (read === 0) throw new Error(`${file} ends before what was put aside in it`);
      done += read;
    }
  } finally {
    closeSync(descriptor);
  }
  return unpackValue(bytes);
}
