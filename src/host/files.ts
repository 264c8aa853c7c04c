import { existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Bytes } from '../bytes/bytes.js';
import type { Code } from '../diagnostics/codes.js';
import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';

/** The one module that reads files: those that ship with the package, and those that users name. */

/** The folder of the package: the nearest folder above this module with a package.json. Works in the sources and in the build. */
function findRoot(): string {
  let folder = new URL('.', import.meta.url);
  while (!existsSync(new URL('package.json', folder))) folder = new URL('..', folder);
  return fileURLToPath(folder);
}

const packageRoot = findRoot();

/** The path of a file that ships with the package, such as `templates` or `fonts/GongWen-Song.ttf`. */
export function shipped(path: string): string {
  return `${packageRoot}${path}`;
}

/** Whether a path exists. */
export function exists(path: string): boolean {
  return existsSync(path);
}

/** The codes for a file that does not exist, and for one that cannot be read. */
interface Codes {
  readonly missing: Code;
  readonly unreadable: Code;
}

const FILE: Codes = { missing: 'file/not-found', unreadable: 'file/unreadable' };

function unreadable(path: string, error: unknown, codes: Codes): ReportError {
  const { code, message } = error as NodeJS.ErrnoException;
  const missing = code === 'ENOENT';
  return new ReportError([
    diagnostic(missing ? codes.missing : codes.unreadable, {
      message: missing ? `找不到文件 ${path}` : `无法读取文件 ${path}`,
      found: message,
      expected: '可以读取的文件',
      hint: missing ? '检查路径是否写对' : '检查它是不是文件、有没有读取权限',
    }),
  ]);
}

/** The bytes of a file. */
export function readBytes(path: string, codes: Codes = FILE): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw unreadable(path, error, codes);
  }
}

/** Opens a file for reading by position. It stays open until the process or thread ends. */
export function openBytes(path: string, codes: Codes = FILE): Bytes {
  try {
    const file = openSync(path, 'r');
    const read: Bytes['read'] = (offset, length) => {
      const bytes = Buffer.allocUnsafe(length);
      return bytes.subarray(0, readSync(file, bytes, 0, length, offset));
    };
    // A folder can be opened; only reading from it fails.
    read(0, 1);
    return { length: fstatSync(file).size, read };
  } catch (error) {
    throw unreadable(path, error, codes);
  }
}
