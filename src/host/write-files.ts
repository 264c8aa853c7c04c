import { randomUUID } from 'node:crypto';
import { promises as fs, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { diagnostic, ReportError } from '../diagnostics/diagnostic.js';

/** Writing files, so that each appears whole or not at all: under a temporary name first, then renamed. */

/** A file to be written. */
export interface NewFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What the names of unfinished files begin with. */
const TEMPORARY = '.nianbao-tmp-';

/** A path for a file of this folder until it is complete. The name never collides with that of another process. */
export function temporaryIn(folder: string): string {
  return join(folder, `${TEMPORARY}${randomUUID()}`);
}

/** Errors of the disk rather than of one file: the next file would fail as well. */
const DISK_ERRORS: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO']);

/** The error to report when a file could not be written: `file/no-space` if no other could be either. */
export function unwritable(path: string, error: unknown): ReportError {
  const { code, message } = error as NodeJS.ErrnoException;
  const isFull = DISK_ERRORS.has(code);
  return new ReportError([
    diagnostic(isFull ? 'file/no-space' : 'file/unwritable', {
      message: isFull ? `磁盘写不下 ${path}` : `无法写入 ${path}`,
      found: message,
      expected: isFull ? '有空间、可写入的磁盘' : '可以写入的位置',
      hint: isFull ? '腾出空间后再运行一次；批量生成只做剩下的' : '检查文件夹的写入权限和同名的文件夹',
    }),
  ]);
}

/** Runs one step of writing a file; an error is reported with the file's path. */
function attempt(path: string, step: () => void): void {
  try {
    step();
  } catch (error) {
    throw unwritable(path, error);
  }
}

/** Moves a file, creating the target folder if necessary. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
  }
}

/**
 * Writes files so that each appears whole or not at all. None is renamed before all are written.
 *
 * @param workFolder holds the unfinished files; must be on the same file system. The folder of each file if not given
 * @throws ReportError `file/unwritable`, `file/no-space`; nothing unfinished is left behind
 */
export function writeFiles(files: readonly NewFile[], workFolder?: string): void {
  const pairs = files.map(({ path, bytes }) => ({ path, bytes, temporary: temporaryIn(workFolder ?? dirname(path)) }));
  try {
    for (const { path, bytes, temporary } of pairs) {
      attempt(path, () => writeFileSync(temporary, bytes, { flag: 'wx' }));
    }
    for (const { path, temporary } of pairs) attempt(path, () => move(temporary, path));
  } catch (error) {
    for (const { temporary } of pairs) rmSync(temporary, { force: true });
    throw error;
  }
}

/**
 * Creates a folder and those above it; it may exist already.
 *
 * @throws ReportError `file/unwritable`, `file/no-space`
 */
export function makeFolder(folder: string): void {
  attempt(folder, () => mkdirSync(folder, { recursive: true }));
}

/** Removes the unfinished files that killed processes have left in a folder. Nobody else may be writing there. */
export async function sweep(folder: string): Promise<void> {
  for (const name of await fs.readdir(folder)) {
    if (name.startsWith(TEMPORARY)) await fs.rm(join(folder, name), { recursive: true, force: true });
  }
}
