import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';
import { linkOnTheWay, readIfRegular } from '../host/regular-file.js';
import { writeFiles } from '../host/write-files.js';

/** Size in bytes and SHA-256, as 64 hexadecimal digits, of something stored. */
export interface Stored {
  /** In bytes. */
  readonly size: number;
  /** The digest of its content, in hexadecimal. */
  readonly sha256: string;
}

/** Where finished files are kept. Names are paths relative to the store, with `/` between their parts. */
export interface Store {
  /** If the store is a folder of this machine: threads write into it directly, without `put`. */
  readonly folder?: string;
  /**
   * Keeps bytes under a name, replacing what was there. They appear whole or not at all, even if the process is killed; putting
   * the same bytes again changes nothing.
   *
   * @throws ReportError `file/unwritable`, or `file/no-space` if every other file would fail as well
   */
  readonly put: (name: string, bytes: Uint8Array) => Promise<void>;
  /** Size and SHA-256 of what is kept under a name; undefined if there is nothing. */
  readonly stat: (name: string) => Promise<Stored | undefined>;
  /** The bytes kept under a name; undefined if there are none. */
  readonly get: (name: string) => Promise<Uint8Array | undefined>;
}

/** Size and SHA-256 of bytes. */
export function digestOf(bytes: Uint8Array): Stored {
  return { size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Whether a name stays inside its store. One that does not is an attack or a mistake, never a report. */
export function staysInside(name: string): boolean {
  return name.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !/[\\\0]/.test(part));
}

const leadsOut = (cause: 'outside' | 'link', file: string): ReportError =>
  new ReportError([diagnostic('file/unwritable', { cause, file })]);

function pathIn(folder: string, name: string): string {
  if (!staysInside(name)) throw leadsOut('outside', name);
  return join(folder, name);
}

/** @throws ReportError `file/unwritable` if a name leads out through a link in the folder */
function refuseLinks(folder: string, name: string): void {
  const link = linkOnTheWay(folder, name);
  if (link !== undefined) throw leadsOut('link', link);
}

/** An existing folder as a store. Folders inside it are created as needed. */
export function fileStore(folder: string): Store {
  const get: Store['get'] = async (name) => {
    const path = pathIn(folder, name);
    return linkOnTheWay(folder, name) === undefined ? readIfRegular(path) : undefined;
  };
  return {
    folder,
    get,
    // Synchronous: a thread stores its files one after the other and has nothing else to do meanwhile.
    put: async (name, bytes) => {
      const path = pathIn(folder, name);
      refuseLinks(folder, name);
      writeFiles([{ path, bytes }], folder);
    },
    stat: async (name) => {
      const bytes = await get(name);
      return bytes && digestOf(bytes);
    },
  };
}
