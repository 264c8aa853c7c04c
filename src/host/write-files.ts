import { chmodSync, promises as fs, lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createFolders } from './new-folders.js';
import { unwritable } from './unwritable.js';

/** Writing files, so that each appears whole or not at all: under a temporary name first, then renamed. */

/** A file to be written. */
export interface NewFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What the names of unfinished files begin with. */
const TEMPORARY = '.nianbao-tmp-';

const randomDigits = (): string => Math.random().toString(36).slice(2);

/**
 * A path for a file of this folder until it is complete. It need not be unpredictable, only rarely the same as that of another
 * process, which is refused (flag `wx`). Loading `node:crypto` for it would take longer than writing the file.
 */
export function temporaryIn(folder: string): string {
  return join(folder, TEMPORARY + randomDigits() + randomDigits());
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

/** Gives a file the mode of the one that it is to replace, where the file system has modes. A link has none of its own. */
function keepMode(file: string, replaced: string): void {
  const before = lstatSync(replaced, { throwIfNoEntry: false });
  if (!before?.isFile()) return;
  try {
    chmodSync(file, before.mode & 0o7777);
  } catch {
    // Shares of other systems refuse it, and take the file nevertheless.
  }
}

function remove(temporary: string): void {
  try {
    rmSync(temporary, { force: true });
  } catch {
    // There is a file where its folder should be.
  }
}

/**
 * Writes files so that each appears whole or not at all. None is renamed before all are written. A file that is
 * replaced leaves its mode to the new one. Folders are created.
 *
 * @param workFolder holds the unfinished files; must exist, and be on the same file system. The folder of each file if not given
 * @throws ReportError `file/unwritable`, `file/no-space`; nothing unfinished is left behind
 */
export function writeFiles(files: readonly NewFile[], workFolder?: string): void {
  const undo = createFolders(workFolder === undefined ? files.map(({ path }) => dirname(path)) : []);
  const pairs = files.map(({ path, bytes }) => ({ path, bytes, temporary: temporaryIn(workFolder ?? dirname(path)) }));
  try {
    for (const { path, bytes, temporary } of pairs) {
      attempt(path, () => {
        writeFileSync(temporary, bytes, { flag: 'wx' });
        keepMode(temporary, path);
      });
    }
    for (const { path, temporary } of pairs) attempt(path, () => move(temporary, path));
  } catch (error) {
    for (const { temporary } of pairs) remove(temporary);
    undo();
    throw error;
  }
}

/**
 * Writes to something that is there and cannot be replaced, such as a pipe.
 *
 * @throws ReportError `file/unwritable`, `file/no-space`
 */
export function writeInto({ path, bytes }: NewFile): void {
  attempt(path, () => writeFileSync(path, bytes));
}

/** Removes the unfinished files that killed processes have left in a folder. Nobody else may be writing there. */
export async function sweep(folder: string): Promise<void> {
  for (const name of await fs.readdir(folder)) {
    if (name.startsWith(TEMPORARY)) await fs.rm(join(folder, name), { recursive: true, force: true });
  }
}
