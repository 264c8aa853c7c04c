import { createHash, randomUUID } from 'node:crypto';
import { promises as fs, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';

/** Size in bytes and SHA-256, as 64 hexadecimal digits, of something kept. */
export interface Stored {
  readonly size: number;
  readonly sha256: string;
}

/** Where made files are kept. Names are paths with `/` between their parts, relative to the store. */
export interface Store {
  /** Where the store is a folder of this machine: threads write into it by themselves. */
  readonly folder?: string;
  /**
   * Keeps bytes under a name, in place of what was there. They appear whole or not at all, even if the process is killed;
   * putting the same again changes nothing.
   *
   * @throws ReportError `file/unwritable`, or `file/no-space` where more of the same would fail, too
   */
  readonly put: (name: string, bytes: Uint8Array) => Promise<void>;
  /** What is kept under a name; undefined if nothing is. */
  readonly stat: (name: string) => Promise<Stored | undefined>;
  /** The bytes kept under a name; undefined if nothing is. */
  readonly get: (name: string) => Promise<Uint8Array | undefined>;
}

/** Size and SHA-256 of bytes. */
export function measure(bytes: Uint8Array): Stored {
  return { size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** What is not yet whole is called so. */
export const TEMPORARY = '.nianbao-tmp-';

/** Where the medium is the trouble and not this file. */
const NO_SPACE: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO']);

/** Why a file could not be written. */
export function unwritable(path: string, error: unknown): ReportError {
  const { code, message } = error as NodeJS.ErrnoException;
  const isFull = NO_SPACE.has(code);
  return new ReportError([
    diagnostic(isFull ? 'file/no-space' : 'file/unwritable', {
      message: isFull ? `磁盘写不下 ${path}` : `无法写入 ${path}`,
      found: message,
      expected: isFull ? '有空间、可写入的磁盘' : '可以写入的位置',
      hint: isFull ? '腾出空间后再运行一次，只做剩下的' : '检查文件夹的写入权限和同名的文件夹',
    }),
  ]);
}

/** A name that would lead out of the store is nobody's report. */
function pathIn(folder: string, name: string): string {
  if (name.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !/[\\\0]/.test(part))) {
    return join(folder, name);
  }
  throw new ReportError([
    diagnostic('file/unwritable', {
      message: '文件名越出了输出文件夹',
      found: name,
      expected: '输出文件夹之内的相对路径',
      hint: '检查文件名的写法',
    }),
  ]);
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await fs.readFile(path);
  } catch {
    return undefined;
  }
}

/** Moves a file; its new folder is made if there is none. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
  }
}

/** Writes under another name and renames: on one file system, so at once. */
function writeWhole(folder: string, path: string, bytes: Uint8Array): void {
  const temporary = join(folder, `${TEMPORARY}${randomUUID()}`);
  try {
    writeFileSync(temporary, bytes, { flag: 'wx' });
    move(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw unwritable(path, error);
  }
}

/** A folder, which must be there, as a store. */
export function fileStore(folder: string): Store {
  const get: Store['get'] = async (name) => readIfThere(pathIn(folder, name));
  return {
    folder,
    get,
    // Threads put what they have made one after the other, and would only wait for others that write for them.
    put: async (name, bytes) => writeWhole(folder, pathIn(folder, name), bytes),
    stat: async (name) => {
      const bytes = await get(name);
      return bytes && measure(bytes);
    },
  };
}

/** Removes what processes that were killed have left half-written in a folder. Nobody else may be writing there. */
export async function sweep(folder: string): Promise<void> {
  for (const name of await fs.readdir(folder)) {
    if (name.startsWith(TEMPORARY)) await fs.rm(join(folder, name), { recursive: true, force: true });
  }
}
