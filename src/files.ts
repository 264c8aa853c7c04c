import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Code, diagnostic, ReportError } from './diagnostics.js';

/** The one module that reads files: those that ship with the package, and those that users name. */

const packageRoot = fileURLToPath(new URL('..', import.meta.url));

/** Path of something that ships with the package, such as `templates` or `fonts/GongWen-Song.ttf`. */
export function shipped(path: string): string {
  return `${packageRoot}${path}`;
}

/** Whether there is anything at a path. */
export function exists(path: string): boolean {
  return existsSync(path);
}

/**
 * The bytes of a file.
 *
 * @param codes what to call it when the file is not there, or there and not to be read
 */
export function readBytes(
  path: string,
  codes: { readonly missing: Code; readonly unreadable: Code } = {
    missing: 'file/not-found',
    unreadable: 'file/unreadable',
  },
): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const missing = code === 'ENOENT';
    throw new ReportError([
      diagnostic(missing ? codes.missing : codes.unreadable, {
        message: missing ? `找不到文件 ${path}` : `无法读取文件 ${path}`,
        found: message,
        expected: '可以读取的文件',
        hint: missing ? '检查路径是否写对' : '检查它是不是文件、有没有读取权限',
      }),
    ]);
  }
}
