import { existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Bytes } from '../bytes/bytes.js';
import type { Code } from '../diagnostics/codes.js';
import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';

/** The one module that reads files: those that ship with the package, and those that users name. */

/** The folder of the package: the nearest one above this module that has a package.json, in the sources and in the build alike. */
function findRoot(): string {
  let folder = new URL('.', import.meta.url);
  while (!existsSync(new URL('package.json', folder))) folder = new URL('..', folder);
  return fileURLToPath(folder);
}

const packageRoot = findRoot();

/** Path of something that ships with the package, such as `templates` or `fonts/GongWen-Song.ttf`. */
export function shipped(path: string): string {
  return `${packageRoot}${path}`;
}

/** Whether there is anything at a path. */
export function exists(path: string): boolean {
  return existsSync(path);
}

/** What to call it when a file is not there, or there and not to be read. */
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

/** A file to be read by position, without reading the rest. It stays open for as long as the process, or the thread, lives. */
export function openBytes(path: string, codes: Codes = FILE): Bytes {
  try {
    const file = openSync(path, 'r');
    const read: Bytes['read'] = (offset, length) => {
      const bytes = Buffer.allocUnsafe(length);
      return bytes.subarray(0, readSync(file, bytes, 0, length, offset));
    };
    // A folder can be opened, and only reading from it fails.
    read(0, 1);
    return { length: fstatSync(file).size, read };
  } catch (error) {
    throw unreadable(path, error, codes);
  }
}
