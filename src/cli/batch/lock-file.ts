import { constants, fstatSync, ftruncateSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { withRegular } from '../../host/regular-file.js';
import { temporaryIn } from '../../host/write-files.js';

/**
 * The file by which a run holds a folder: who holds it, and how often that has been renewed. It is opened anew each time, since a
 * folder of another machine shows what has changed only to who opens a file.
 */

/** What a lock says. */
export interface Lock {
  /** Who holds it; empty if it says nothing that a run has written. */
  readonly holder: string;
  /** All that it says: another text means that it has been renewed. */
  readonly text: string;
  /** When it was renewed, in milliseconds by the clock of the file system. */
  readonly renewed: number;
}

const { O_CREAT, O_EXCL, O_RDWR, O_WRONLY } = constants;

/** As long as a lock may be: a holder and a number. */
const LENGTH = 64;

const TEXT = /^([0-9a-f-]{36}) \d+\n$/;

const isAbsent = (error: unknown): boolean => Object(error).code === 'ENOENT';

function textIn(file: number): string {
  const bytes = Buffer.alloc(LENGTH);
  return bytes.subarray(0, readSync(file, bytes, 0, LENGTH, 0)).toString('latin1');
}

const holderIn = (text: string): string => TEXT.exec(text)?.[1] ?? '';

const textFor = (holder: string, count: number): string => `${holder} ${count}\n`;

/**
 * What a lock says; undefined if there is none.
 *
 * @throws what Node throws, and for what is no regular file
 */
export function readLock(path: string): Lock | undefined {
  try {
    return withRegular(path, (file) => {
      const text = textIn(file);
      return { holder: holderIn(text), text, renewed: fstatSync(file).mtimeMs };
    });
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

/** What time it is by the clock of the file system that a lock is on. @throws what Node throws */
export function clockAt(path: string): number {
  const probe = temporaryIn(dirname(path));
  try {
    return withRegular(probe, (file) => fstatSync(file).mtimeMs, O_CREAT | O_EXCL | O_WRONLY);
  } finally {
    rmSync(probe, { force: true });
  }
}

/** Makes a lock that is not there yet; false if it is. @throws what Node throws */
export function createLock(path: string, holder: string): boolean {
  try {
    withRegular(path, (file) => writeSync(file, textFor(holder, 0)), O_CREAT | O_EXCL | O_WRONLY);
    return true;
  } catch (error) {
    if (Object(error).code === 'EEXIST') return false;
    throw error;
  }
}

/** Renews a lock; false if it is another's by now, or gone. @throws what Node throws */
export function renewLock(path: string, holder: string, count: number): boolean {
  try {
    return withRegular(
      path,
      (file) => {
        if (holderIn(textIn(file)) !== holder) return false;
        const text = textFor(holder, count);
        writeSync(file, text, 0);
        ftruncateSync(file, text.length);
        return true;
      },
      O_RDWR,
    );
  } catch (error) {
    if (isAbsent(error)) return false;
    throw error;
  }
}

/** Removes a lock if it is still this holder's. If it cannot be removed, it runs out. */
export function removeLock(path: string, holder: string): void {
  try {
    if (readLock(path)?.holder === holder) rmSync(path, { force: true });
  } catch {
    // The folder is gone, or something else is where the lock was.
  }
}

/**
 * Puts a lock in the place of one that a run has left. Of several that try so at once only one makes the file that is put there, for
 * it is called after the old holder.
 *
 * @returns whether it is ours; otherwise another is at it, or the old one is no longer there
 */
export function replaceLock(path: string, left: Lock, holder: string): boolean {
  const claim = `${path}-${left.holder || 'none'}`;
  if (!createLock(claim, holder)) return false;
  if (readLock(path)?.text !== left.text) {
    rmSync(claim, { force: true });
    return false;
  }
  try {
    renameSync(claim, path);
  } catch (error) {
    if (!isAbsent(error)) throw error;
  }
  return readLock(path)?.holder === holder;
}

/** Removes what one has left that was killed while it replaced a lock. */
export function removeClaim(path: string, { holder }: Lock): void {
  rmSync(`${path}-${holder || 'none'}`, { force: true });
}
